import { londonDay } from '../calendar/london.js';
import { type Case, stageOf } from '../case/case.js';
import type { EventType } from '../case/events.js';
import { sinceOpened } from './record.js';
import { type Span, type TimescaleName, spansOf } from './spans.js';

/** Something that the case's policy wants done by a day. It prompts; it never blocks, and it is no deadline of the person's. */
export type Timescale = {
  readonly what: TimescaleName;
  /** The last day on which it is in time, `YYYY-MM-DD`, in London. */
  readonly due: string;
  /** The day rests on bank holidays that are not published in this version, and may move. */
  readonly provisional: boolean;
  /** Recording this answers it. */
  readonly event: EventType;
  /** The day on which that happened, once it did. */
  readonly answered?: string;
  /** Did its day pass without it? Only where it was answered, or a time was given. */
  readonly passed?: boolean;
  readonly because: string;
  readonly cites: string;
  /** With `report`: which enquiry. */
  readonly enquiryId?: string;
};

const because: Readonly<Record<TimescaleName, string>> = {
  acknowledge: 'Whoever raised a concern should soon hear that it arrived.',
  decide: 'The person should not wait long to know what happens next.',
  listen: 'The person should soon be asked how they see it.',
  checkIn: 'The person is asked from time to time if this is making a difference.',
  checkInOverdue: 'The check-in day has gone by. The person should hear from us now.',
  explore: 'Somebody asked to stop. They should soon be asked why, kindly and in private.',
  report: 'Another body was asked to find out. The council stays responsible for it.',
};

const isOver = (current: Case): boolean => ['step-down', 'closed'].includes(stageOf(current));

/** The spans that stand in this case now: once it is handed on or closed, only those that were answered. */
export const standing = (current: Case): Span[] =>
  spansOf(current, sinceOpened(current)).filter(({ answer }) => answer !== undefined || !isOver(current));

/**
 * What falls due in this case, by the timescales of its policy, soonest first. The Act names no days: they are the policy's.
 *
 * @param now The time, ISO 8601: with it each timescale says whether its day has passed.
 * @throws {EngineError} `instant-unreadable` if `now` is no instant.
 */
export const timescales = (current: Case, now?: string): Timescale[] => {
  const today = now === undefined ? undefined : londonDay(now);
  const cites = `the policy “${current.policy.name}”`;
  return standing(current)
    .map(({ what, due, event, answer, enquiryId }) => {
      const answered = answer && londonDay(answer.at);
      const until = answered ?? today;
      return {
        what,
        due: due.day,
        provisional: due.provisional,
        event,
        ...(answered === undefined ? {} : { answered }),
        ...(until === undefined ? {} : { passed: until > due.day }),
        because: because[what],
        cites,
        ...(enquiryId === undefined ? {} : { enquiryId }),
      };
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
};
