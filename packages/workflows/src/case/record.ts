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
import { upcast } from './upcast.js';
import { type Versions, versions } from './version.js';

/** A case that is being read back: the same, but its record and its moves are its own and grow in place. */
type Growing = { current: Omit<Case, 'entries' | 'moved'>; readonly entries: CaseEvent[]; readonly moved: string[] };

const readAnew = (current: Growing['current'], entries: readonly CaseEvent[], event: CaseEvent) => {
  const read = readEntries(entries);
  const facts = foldEntries(read);
  const reading = readingOf(read, facts, current.reopenedAt);
  return { facts, place: step(current, { ...event, reading } as ChartEvent) };
};

/** Takes an event into a case that is being read back. */
const grow = (growing: Growing, event: CaseEvent): void => {
  const { current, entries, moved } = growing;
  entries.push(event);
  const sequence = entries.length;
  const { facts, place } =
    event.type === 'entry.corrected' ? readAnew(current, entries, event) : advance(current, toEntry(event, sequence));
  if (keyOf(place.state.journey) !== keyOf(current.state.journey)) moved.push(event.id);
  growing.current = {
    id: current.id,
    policy: current.policy,
    ...place,
    facts,
    reopenedAt: reopens(current.facts, event) ? sequence : current.reopenedAt,
  };
};

const growingFrom = ({ entries, moved, ...current }: Case): Growing => ({
  current,
  entries: [...entries],
  moved: [...moved],
});

const grown = ({ current, entries, moved }: Growing): Case => ({ ...current, entries, moved });

/** Takes an event into the case without judging it: it was judged when it was recorded. */
export const evolve = (current: Case, event: CaseEvent): Case => {
  const growing = growingFrom(current);
  grow(growing, event);
  return grown(growing);
};

/** A case with one more entry, or everything that stands in the way. */
export type Recorded = { ok: true; case: Case } | { ok: false; blockers: Blocker[] };

/**
 * Records an event, or says everything that stands in its way. Pure: the given case is never changed. Never throws for bad
 * input; messages never contain what somebody wrote.
 */
export const record = (current: Case, event: CaseEvent, options: { readonly now?: string } = {}): Recorded => {
  const inTheWay = blockers(current, event, options);
  return inTheWay.length > 0 ? { ok: false, blockers: inTheWay } : { ok: true, case: evolve(current, event) };
};

/**
 * A case from its stored events, in the order in which they were recorded. Evolves and never judges again: each event was judged
 * under the pack then in force. Takes the same for each event however many there are, but for corrections: each of them reads the
 * record before it once more.
 *
 * @throws {EngineError} `replay-failed`, naming the sequence at fault, when an event belongs to another case, comes out of order,
 *   or could not have been recorded where it stands; `event-newer` for an event of a later version of the engine.
 */
export const replay = (events: readonly CaseEvent[], options: { policy?: Policy } = {}): Case =>
  replayAs(versions, events, options);

/** Internal: the same by another table of versions, so that a test can prove a second one. */
export const replayAs = (table: Versions, events: readonly CaseEvent[], { policy }: { policy?: Policy } = {}): Case => {
  const [first] = events;
  if (!first) throw new EngineError('replay-failed', 'There are no events to replay. A case begins with a concern.', 0);
  const growing = growingFrom(openCase({ id: first.caseId, ...(policy ? { policy } : {}) }));
  events.forEach((stored, index) => {
    const { current } = growing;
    const sequence = index + 1;
    const event = upcast(stored, table, sequence);
    const fail = (why: string): never => {
      throw new EngineError('replay-failed', `Event ${sequence} of the case ${why}.`, sequence);
    };
    if (event.caseId !== current.id) fail('belongs to another case');
    if (event.sequence !== undefined && event.sequence !== sequence) fail(`says that it is number ${event.sequence}`);
    if (!current.facts.concern.raised && event.type !== 'concern.raised') fail('comes before any concern was raised');
    if (!accepts(current, event, 'someData')) fail('could not have been recorded there');
    grow(growing, event);
  });
  return grown(growing);
};
