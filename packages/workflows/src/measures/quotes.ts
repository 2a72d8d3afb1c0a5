import type { Case } from '../case/case.js';
import { readEntries } from '../case/correct.js';
import type { EventData } from '../case/events.js';

/** What somebody said about how all this was for them, and agreed to be quoted on. No name, no case, no date. */
export type Quote = {
  readonly words: string;
  readonly answeredBy: NonNullable<EventData<'experience.recorded'>['answeredBy']> | 'notRecorded';
};

/**
 * The words of a case that may be quoted: those that the person, or who speaks for them, agreed to have quoted, as they read after
 * corrections. None of a case whose access was ever restricted. They are kept out of every measure; whoever shows them decides
 * each time.
 */
export const quotes = (current: Case): Quote[] => {
  if (current.entries.some(({ type }) => type === 'access.restricted')) return [];
  return readEntries(current.entries).flatMap((entry) =>
    entry.type === 'experience.recorded' && entry.data.mayBeQuoted === 'yes' && entry.data.words !== undefined
      ? [{ words: entry.data.words, answeredBy: entry.data.answeredBy ?? 'notRecorded' }]
      : [],
  );
};
