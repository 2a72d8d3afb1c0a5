import { londonDay, startOfLondonDay } from '../calendar/london.js';
import type { Case } from '../case/case.js';
import type { EventData } from '../case/events.js';
import { type Dated, isA, sinceOpened } from './record.js';
import type { Span } from './spans.js';
import { standing } from './timescales.js';

type Passed = EventData<'timescale.passed'>['what'];

/** An event that time itself brings about, for the `system` to record: `at` is when it happened, which may be a while ago. */
export type DueEvent =
  | {
      readonly type: 'checkIn.fellDue' | 'checkIn.wentOverdue';
      readonly data: Record<never, never>;
      readonly at: string;
    }
  | { readonly type: 'timescale.passed'; readonly data: { readonly what: Passed }; readonly at: string };

const checkInState = ({ state: { journey } }: Case): string | undefined =>
  typeof journey === 'object' &&
  'active' in journey &&
  typeof journey.active === 'object' &&
  'checkIns' in journey.active
    ? journey.active.checkIns
    : undefined;

/** It is said once: again only if it was set running anew, or its day was corrected to a later one that passed as well. */
const isRecorded = (entries: readonly Dated[], { what, from }: Span, at: string): boolean =>
  entries
    .filter(isA('timescale.passed'))
    .some(
      (entry) => entry.data.what === what && entry.sequence > from.sequence && Date.parse(entry.at) >= Date.parse(at),
    );

const isAbout = (event: DueEvent, what: Passed): boolean =>
  event.type === 'timescale.passed' && event.data.what === what;

/**
 * What the passing of time has brought about in this case and nobody has recorded yet, oldest first. A scheduler asks now and
 * then, and records each as the `system`; recorded, it is listed no more.
 *
 * @param now The time, ISO 8601.
 * @throws {EngineError} `instant-unreadable` if `now` is no instant.
 */
export const dueEvents = (current: Case, now: string): DueEvent[] => {
  const today = londonDay(now);
  const entries = sinceOpened(current);
  const checkIn = checkInState(current);
  const found: DueEvent[] = [];
  for (const span of standing(current)) {
    const { what, due, answer } = span;
    if (answer) continue;
    if (what === 'checkIn') {
      const at = startOfLondonDay(due.day);
      if (today >= due.day && checkIn === 'waiting') found.push({ type: 'checkIn.fellDue', data: {}, at });
      continue;
    }
    const at = startOfLondonDay(due.day, 1);
    if (today <= due.day) continue;
    if (what === 'checkInOverdue') {
      if (checkIn !== 'overdue') found.push({ type: 'checkIn.wentOverdue', data: {}, at });
    } else if (!isRecorded(entries, span, at) && !found.some((other) => other.at === at && isAbout(other, what))) {
      found.push({ type: 'timescale.passed', data: { what }, at });
    }
  }
  return found.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
};

/** The first moment at which time brings about something in this span, if it is not answered before. */
const turnOf = ({ what, due }: Span): string => startOfLondonDay(due.day, what === 'checkIn' ? 0 : 1);

/**
 * When to ask `dueEvents` again: the first moment, ISO 8601 in UTC, from which it lists something as the case stands now. It may lie
 * in the past. Undefined where nothing will, until somebody records something. A scheduler keeps it beside the case, so that it need not
 * look into every case to find the few for which something is due.
 */
export const nextDueAt = (current: Case): string | undefined =>
  standing(current)
    .filter(({ answer }) => answer === undefined)
    .map(turnOf)
    .sort()
    .find((at) => dueEvents(current, at).length > 0);
