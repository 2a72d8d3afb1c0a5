import type { By, EventData, EventType } from '../case/events.js';

/** What a fold sees of an entry: its place in the record, who recorded it, and its data as it reads now (after corrections). */
export type Entry<T extends EventType = EventType> = T extends EventType
  ? {
      readonly id: string;
      readonly sequence: number;
      readonly type: T;
      readonly at: string;
      readonly by: By;
      readonly data: EventData<T>;
    }
  : never;

type Handlers<F> = { readonly [T in EventType]?: (facts: F, entry: Entry<T>) => F };

/**
 * One stage's part of what is known about a case: how each event changes it, what is void when a case comes back from
 * closure, and what is void when it is opened again. Numbers that end in `At` are sequences; 0 means never.
 */
export type Slice<F> = {
  readonly empty: F;
  readonly on: Handlers<F>;
  readonly returned?: (facts: F) => F;
  readonly reopened?: (facts: F) => F;
};
