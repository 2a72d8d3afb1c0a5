import { addWorkingDays } from '../calendar/working-days.js';
import { londonDay } from '../calendar/london.js';
import { type Case, stageOf } from '../case/case.js';
import type { EventType } from '../case/events.js';
import { type Dated, isA } from './record.js';

/** What a timescale is about. The two of check-ins are answered by the same check-in. */
export type TimescaleName = 'acknowledge' | 'decide' | 'listen' | 'checkIn' | 'checkInOverdue' | 'explore' | 'report';

/** From what to what a timescale runs. */
export type Span = {
  readonly what: TimescaleName;
  /** The entry that set it running. */
  readonly from: Dated;
  readonly due: { readonly day: string; readonly provisional: boolean };
  readonly event: EventType;
  readonly answer: Dated | undefined;
  readonly enquiryId?: string;
};

const after =
  (start: Dated) =>
  ({ sequence }: Dated): boolean =>
    sequence > start.sequence;

const working = ({ policy }: Case, from: Dated, days: number): Span['due'] =>
  addWorkingDays(policy.calendar, londonDay(from.at), days);

const onDay = (day: string): Span['due'] => ({ day, provisional: false });

const counts = (entry: Dated): boolean => {
  if (entry.type === 'conversation.held') return entry.data.freeToSpeak !== 'no';
  return entry.type === 'closure.explored' && entry.data.conversation !== undefined;
};

/** A return with no enquiry under way asks for a new decision, counted from then. */
const decidingFrom = (current: Case, entries: readonly Dated[], opened: Dated): Dated =>
  (stageOf(current) === 'threshold'
    ? entries.findLast(isA('closure.reconsidered', 'closure.overridden'))
    : undefined) ?? opened;

const checkInsOf = (current: Case, entries: readonly Dated[]): Span[] => {
  if (stageOf(current) !== 'check-ins') return [];
  const every = current.policy.timescales.checkInEvery;
  let from: Dated | undefined;
  let due: Span['due'] | undefined;
  for (const entry of entries) {
    if (isA('checkIn.scheduled')(entry)) [from, due] = [entry, onDay(entry.data.due)];
    else if (isA('checkIn.recorded')(entry)) {
      from = entry;
      due = entry.data.nextDue === undefined ? working(current, entry, every) : onDay(entry.data.nextDue);
    } else if (isA('plan.agreed')(entry) && !due) [from, due] = [entry, working(current, entry, every)];
  }
  if (!from || !due) return [];
  const { calendar, timescales } = current.policy;
  const late = addWorkingDays(calendar, due.day, timescales.checkInOverdueAfter);
  const overdue = { day: late.day, provisional: late.provisional || due.provisional };
  const span: Omit<Span, 'due'> = { what: 'checkIn', from, event: 'checkIn.recorded', answer: undefined };
  return [
    { ...span, due },
    { ...span, what: 'checkInOverdue', due: overdue },
  ];
};

const exploringOf = (current: Case, entries: readonly Dated[]): Span[] => {
  const from = entries.findLast(isA('closure.requested'));
  const returned = entries.findLast(isA('closure.reconsidered', 'closure.overridden'));
  if (!from || (returned && after(from)(returned))) return [];
  const answer = entries.filter(after(from)).find(isA('closure.explored'));
  const due = working(current, from, current.policy.timescales.explore);
  return [{ what: 'explore', from, event: 'closure.explored', answer, due }];
};

const reportsOf = (current: Case, entries: readonly Dated[]): Span[] =>
  entries.filter(isA('enquiry.caused')).map((from) => {
    const { enquiryId, reportBy } = from.data;
    const answer = entries.filter(isA('enquiry.reported')).find(({ data }) => data.enquiryId === enquiryId);
    const due = reportBy === undefined ? working(current, from, current.policy.timescales.report) : onDay(reportBy);
    return { what: 'report', from, event: 'enquiry.reported', answer, due, enquiryId };
  });

/** Every timescale that the case has set running since it was last opened, answered or not. */
export const spansOf = (current: Case, entries: readonly Dated[]): Span[] => {
  const [opened] = entries;
  if (!opened) return [];
  const { acknowledge, decide, listen } = current.policy.timescales;
  const deciding = decidingFrom(current, entries, opened);
  const acknowledged = entries.find(isA('concern.acknowledged'));
  const decided = entries.filter(after(deciding)).find(isA('threshold.decided'));
  const heard = entries.find(counts);
  const first: Span[] = [
    {
      what: 'acknowledge',
      from: opened,
      event: 'concern.acknowledged',
      answer: acknowledged,
      due: working(current, opened, acknowledge),
    },
    {
      what: 'decide',
      from: deciding,
      event: 'threshold.decided',
      answer: decided,
      due: working(current, deciding, decide),
    },
    { what: 'listen', from: opened, event: 'conversation.held', answer: heard, due: working(current, opened, listen) },
  ];
  return [
    ...first.filter(({ what }) => what !== 'acknowledge' || opened.type === 'concern.raised'),
    ...checkInsOf(current, entries),
    ...exploringOf(current, entries),
    ...reportsOf(current, entries),
  ];
};
