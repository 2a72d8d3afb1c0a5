import type { Blocker } from '../kit/rule.js';
import type { Policy } from '../policy/policy.schema.js';
import { advance } from './advance.js';
import { type Case, openCase } from './case.js';
import type { ChartEvent } from './chart.types.js';
import { keyOf } from './compiled.js';
import { foldEntries, readEntries, readingOf, toEntry } from './correct.js';
import { EngineError } from './engine-error.js';
import type { CaseEvent } from './events.js';
import { reopens } from './facts.js';
import { blockers } from './judge.js';
import { accepts, step } from './step.js';

/** Takes an event into the case without judging it: it was judged when it was recorded. */
export const evolve = (current: Case, event: CaseEvent): Case => {
  const entries = [...current.entries, event];
  const sequence = entries.length;
  const { facts, place } =
    event.type === 'entry.corrected' ? readAnew(current, entries, event) : advance(current, toEntry(event, sequence));
  const moved = keyOf(place.state.journey) !== keyOf(current.state.journey);
  return {
    ...current,
    ...place,
    facts,
    entries,
    moved: moved ? [...current.moved, event.id] : current.moved,
    reopenedAt: reopens(current.facts, event) ? sequence : current.reopenedAt,
  };
};

const readAnew = (current: Case, entries: readonly CaseEvent[], event: CaseEvent): ReturnType<typeof advance> => {
  const read = readEntries(entries);
  const facts = foldEntries(read);
  const reading = readingOf(read, facts, current.reopenedAt);
  return { facts, place: step(current, { ...event, reading } as ChartEvent) };
};

/** A case with one more entry, or everything that stands in the way. */
export type Recorded = { ok: true; case: Case } | { ok: false; blockers: Blocker[] };

/**
 * Records an event, or says everything that stands in its way. Pure: the given case is never changed. Never throws for bad
 * input; messages never contain what somebody wrote.
 */
export const record = (current: Case, event: CaseEvent): Recorded => {
  const inTheWay = blockers(current, event);
  return inTheWay.length > 0 ? { ok: false, blockers: inTheWay } : { ok: true, case: evolve(current, event) };
};

/**
 * A case from its stored events, in the order in which they were recorded. Evolves and never judges again: each event was judged
 * under the pack then in force.
 *
 * @throws {EngineError} `replay-failed`, naming the sequence at fault, when an event belongs to another case, comes out of order,
 *   or could not have been recorded where it stands.
 */
export const replay = (events: readonly CaseEvent[], { policy }: { policy?: Policy } = {}): Case => {
  const [first] = events;
  if (!first) throw new EngineError('replay-failed', 'There are no events to replay. A case begins with a concern.', 0);
  let current = openCase({ id: first.caseId, ...(policy ? { policy } : {}) });
  events.forEach((event, index) => {
    const sequence = index + 1;
    const fail = (why: string): never => {
      throw new EngineError('replay-failed', `Event ${sequence} of the case ${why}.`, sequence);
    };
    if (event.caseId !== current.id) fail('belongs to another case');
    if (event.sequence !== undefined && event.sequence !== sequence) fail(`says that it is number ${event.sequence}`);
    if (!current.facts.concern.raised && event.type !== 'concern.raised') fail('comes before any concern was raised');
    if (!accepts(current, event, 'someData')) fail('could not have been recorded there');
    current = evolve(current, event);
  });
  return current;
};
