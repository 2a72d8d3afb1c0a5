import type { Standing } from '../case/advance.js';
import type { EventData, EventType, Role } from '../case/events.js';
import { type Stage, stageOf } from '../case/case.js';
import type { Wanted } from '../kit/rule.js';

/** One thing that may be recorded while a proof walks: an event with data that stand for all data of their kind. */
export type Move<T extends EventType = EventType> = {
  readonly name: string;
  readonly wanted: Wanted<T> & { readonly by: { readonly id: string; readonly role: Role } };
  /** Where the walk tries it; everywhere if it is not said. Narrower walks are shorter, never less strict. */
  readonly where?: (standing: Standing) => boolean;
};

type Told = {
  readonly by?: Role;
  /** A second person in the same role. */
  readonly other?: boolean;
  readonly name?: string;
  readonly where?: Move['where'];
};

/** A move of one event type, by a practitioner unless somebody else is named. */
export const move = <T extends EventType>(
  type: T,
  data?: EventData<T>,
  { by: role = 'practitioner', other = false, name, where }: Told = {},
): Move =>
  ({
    name: name ?? type,
    wanted: { type, by: { id: other ? `${role}-2` : `${role}-1`, role }, data: data ?? {} },
    ...(where ? { where } : {}),
  }) as unknown as Move;

export const at =
  (...stages: readonly Stage[]) =>
  (standing: Standing): boolean =>
    stages.includes(stageOf(standing));

export const both =
  (one: NonNullable<Move['where']>, other: NonNullable<Move['where']>) =>
  (standing: Standing): boolean =>
    one(standing) && other(standing);
