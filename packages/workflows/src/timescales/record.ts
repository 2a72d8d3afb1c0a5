import type { Case } from '../case/case.js';
import { readEntries } from '../case/correct.js';
import type { CaseEvent, EventType } from '../case/events.js';
import type { Entry } from '../kit/slice.js';

/** An entry as it reads now, and when what it tells of happened. */
export type Dated<T extends EventType = EventType> = Entry<T> & { readonly at: string };

export const isA =
  <T extends EventType>(...types: readonly T[]) =>
  (entry: Dated): entry is Dated<T> & Dated =>
    (types as readonly EventType[]).includes(entry.type);

/** What was recorded since the case was last opened, corrected: what came before is answered by a new test on today's facts. */
export const sinceOpened = ({ entries, reopenedAt }: Case): Dated[] =>
  readEntries(entries)
    .filter(({ sequence }) => sequence >= reopenedAt)
    .map((entry) => ({ ...entry, at: (entries[entry.sequence - 1] as CaseEvent).at }) as Dated);
