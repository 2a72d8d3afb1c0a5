import type { Case } from '../case/case.js';
import { readEntries, toEntry } from '../case/correct.js';
import type { CaseEvent } from '../case/events.js';
import { dayOf } from './calendar.js';
import { type Part, caseParts, emitEntry, episodeParts } from './cells.js';
import { type Counts, type Delta, addCounts, applyDelta, change, emitInto } from './counts.js';
import { type Ledger, bucketOf, closingCode, linkCode } from './ledger.js';
import { type Tally, closingsOf, tallyOf } from './tally.js';
import type { Episode } from './tally.types.js';

/**
 * What was counted so far: numbers only. Whoever holds a measure holds no words, names or ids; its ledger knows cases by
 * fingerprint, and no report shows them. Plain JSON.
 */
export type Measure = { readonly counts: Counts; readonly ledger: Ledger };

/** Nothing counted yet: the identity of `merge`. */
export const empty: Measure = { counts: {}, ledger: {} };

const allOf = (parts: readonly Part[], episode: Episode, sign: 1 | -1, delta: Delta): void => {
  const say = emitInto(delta, sign);
  for (const { emit } of parts) emit(episode, say);
};

const changeOf = (parts: readonly Part[], before: Episode, after: Episode, delta: Delta): void => {
  if (before === after) return;
  const takeBack = emitInto(delta, -1);
  const say = emitInto(delta, 1);
  for (const { reads, emit } of parts) {
    if (reads.every((key) => before[key] === after[key])) continue;
    emit(before, takeBack);
    emit(after, say);
  }
};

const wholeCase = (tally: Tally, events: readonly CaseEvent[], sign: 1 | -1, delta: Delta): void => {
  for (const { episode } of tally.past) allOf(episodeParts, episode, sign, delta);
  allOf(episodeParts, tally.now, sign, delta);
  allOf(caseParts, tally.now, sign, delta);
  for (const entry of readEntries(events)) emitEntry(entry, entry.sequence === 1, emitInto(delta, sign));
};

const ledgerOf = (tally: Tally, caseId: string, sign: 1 | -1, delta: Delta): void => {
  const write = (code: string): void => {
    change(delta, bucketOf(code), code, sign);
  };
  for (const closing of closingsOf(tally)) write(closingCode(caseId, closing));
  for (const earlier of tally.links) write(linkCode(earlier, dayOf(tally.concernAt)));
};

const ledgerChange = (before: Tally, after: Tally, caseId: string, delta: Delta): void => {
  const isClosed = after.past.length > 0 || after.now.closing !== null;
  if (before === after || (!isClosed && before.links === after.links && before.concernAt === after.concernAt)) return;
  ledgerOf(before, caseId, -1, delta);
  ledgerOf(after, caseId, 1, delta);
};

const countsChange = (before: Tally, after: Tally, events: readonly CaseEvent[], position: number, delta: Delta) => {
  const event = events[position] as CaseEvent;
  if (event.type === 'entry.corrected') {
    wholeCase(before, events.slice(0, position), -1, delta);
    wholeCase(after, events.slice(0, position + 1), 1, delta);
    return;
  }
  const isNew = position === 0 || before.past !== after.past;
  if (isNew) allOf(episodeParts, after.now, 1, delta);
  else changeOf(episodeParts, before.now, after.now, delta);
  changeOf(caseParts, before.now, after.now, delta);
  emitEntry(toEntry(event, position + 1), position === 0, emitInto(delta, 1));
};

const positionOf = (entries: readonly CaseEvent[], event: CaseEvent): number =>
  entries.at(-1)?.id === event.id ? entries.length - 1 : entries.findIndex(({ id }) => id === event.id);

/**
 * One recorded event more. What the case adds to the counts after the event takes the place of what it added before: a
 * correction corrects the counts, and a late entry (`at` earlier than others) gives the right durations. Constant work, but
 * for a correction, and for the first event of a case that was read back from a store: these read the record of that case.
 *
 * @param current the case with the event recorded in it (or the case just before, or any later state of it: the answer is
 *   the same). Each event of a case is added once, in any order; only events that were recorded may be added.
 */
export const add = (measure: Measure, event: CaseEvent, current: Case): Measure => {
  const found = positionOf(current.entries, event);
  const events = found < 0 ? [...current.entries, event] : current.entries;
  const position = found < 0 ? events.length - 1 : found;
  const before = tallyOf(events, position);
  const after = tallyOf(events, position + 1);
  const counts: Delta = new Map();
  const ledger: Delta = new Map();
  countsChange(before, after, events, position, counts);
  ledgerChange(before, after, current.id, ledger);
  return { counts: applyDelta(measure.counts, counts), ledger: applyDelta(measure.ledger, ledger) };
};

/** Two measures of different events as one. Associative and commutative, with `empty` as identity. */
export const merge = (a: Measure, b: Measure): Measure => ({
  counts: addCounts(a.counts, b.counts),
  ledger: addCounts(a.ledger, b.ledger),
});
