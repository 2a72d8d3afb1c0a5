import type { CaseEvent } from '../case/events.js';
import { readEntries, toEntry } from '../case/correct.js';
import type { Entry } from '../kit/slice.js';
import { dayOf } from './calendar.js';
import { emptyEpisode, foldEpisode, withoutReviews } from './episode.js';
import type { Episode, Reason } from './tally.types.js';

/** A closing, the reasons that were explored, whether step-down was taken up, and when the same case was opened again. */
export type Closing = {
  readonly closedOn: string;
  readonly reopenedOn: string | null;
  readonly supported: 'takenUp' | 'notTakenUp' | 'notOffered';
  readonly reasons: readonly Reason[];
};

/** One case as measures read it: what happened between its openings, and the earlier cases that it was linked to. */
export type Tally = {
  readonly past: readonly { readonly episode: Episode; readonly reopenedOn: string }[];
  readonly now: Episode;
  readonly links: readonly string[];
  /** The earliest concern of the whole case (milliseconds). */
  readonly concernAt: number;
};

const emptyTally: Tally = { past: [], now: emptyEpisode, links: [], concernAt: Infinity };

/** A reopened case is a new start for what the rules forget on reopening; outcomes and what is known of the risk stay. */
const openAgain = ({ concern, outcomes, wishes }: Episode, at: number): Episode => ({
  ...emptyEpisode,
  concern: { ...concern, at },
  wishes,
  outcomes: withoutReviews(outcomes),
});

const foldTally = (tally: Tally, entry: Entry, at: number): Tally => {
  const { now, past, links, concernAt } = tally;
  if (now.closing && (entry.type === 'case.reopened' || entry.type === 'danger.reported')) {
    return { ...tally, past: [...past, { episode: now, reopenedOn: dayOf(at) }], now: openAgain(now, at) };
  }
  if (entry.type === 'case.linked') return { ...tally, links: [...links, entry.data.linkedCaseId] };
  const next = foldEpisode(now, entry, at);
  if (next === now) return tally;
  return { ...tally, now: next, concernAt: Math.min(concernAt, next.concern.at) };
};

const instantOf = ({ at }: CaseEvent): number => Date.parse(at);

const foldAll = (events: readonly CaseEvent[]): Tally =>
  readEntries(events).reduce(
    (tally, entry) => foldTally(tally, entry, instantOf(events[entry.sequence - 1] as CaseEvent)),
    emptyTally,
  );

type Known = { readonly events: readonly CaseEvent[]; readonly count: number; readonly tally: Tally };

/** What was worked out before, for as long as somebody holds the event: a memory, never a source. */
const known = new WeakMap<CaseEvent, Known>();

const recall = (events: readonly CaseEvent[], count: number): Tally | undefined => {
  const last = events[count - 1];
  const found = last && known.get(last);
  if (!found || found.count !== count) return undefined;
  for (let index = count - 1; index >= 0; index -= 1) if (found.events[index] !== events[index]) return undefined;
  return found.tally;
};

/**
 * A case as it stood after its first `count` events. One event more than was asked for before is one step; only a correction,
 * and a case that was not seen before, is read from its start.
 */
export const tallyOf = (events: readonly CaseEvent[], count: number): Tally => {
  const last = events[count - 1];
  if (!last) return emptyTally;
  const remembered = recall(events, count);
  if (remembered) return remembered;
  const before = last.type === 'entry.corrected' ? undefined : recall(events, count - 1);
  const tally = before
    ? foldTally(before, toEntry(last, count), instantOf(last))
    : foldAll(count === events.length ? events : events.slice(0, count));
  known.set(last, { events, count, tally });
  const beforeLast = events[count - 3];
  if (beforeLast) known.delete(beforeLast);
  return tally;
};

const supportedIn = ({ offers }: Episode): Closing['supported'] => {
  const all = Object.values(offers);
  if (all.length === 0) return 'notOffered';
  const taken = all.some(({ answer, handedOver, withdrawn }) => !withdrawn && (answer === 'accepted' || handedOver));
  return taken ? 'takenUp' : 'notTakenUp';
};

/** The closings of a case, oldest first. */
export const closingsOf = ({ past, now }: Tally): readonly Closing[] =>
  [...past, { episode: now, reopenedOn: null }].flatMap(({ episode, reopenedOn }) =>
    episode.closing
      ? [
          {
            closedOn: episode.closing.on,
            reopenedOn,
            supported: supportedIn(episode),
            reasons: episode.closing.reasons,
          },
        ]
      : [],
  );
