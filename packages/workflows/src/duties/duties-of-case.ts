import type { Case } from '../case/case.js';
import type { EventType } from '../case/events.js';
import { type Timescale, timescales } from '../timescales/timescales.js';
import { type Duty, dutiesOf } from './duties.js';
import type { DutyCode } from './duty.js';

/** With a time given: by when the pack wants a duty seen to, and whether that day has passed. */
export type DatedDuty = Duty & Partial<Pick<Timescale, 'due' | 'provisional' | 'passed'>>;

/** The event whose timescale says by when a duty should be seen to. */
const datedBy: Partial<Record<DutyCode, EventType>> = {
  enquire: 'threshold.decided',
  involveThePerson: 'conversation.held',
};

/**
 * What the law asks for in this case now: each duty with its citation, whether it arises, is met or does not arise, and why.
 *
 * @param now an instant, ISO 8601. With it, a duty that arises also says by when the policy wants it seen to.
 * @throws {EngineError} `instant-unreadable` if `now` is no instant.
 */
export const duties = (current: Case, now?: string): DatedDuty[] => {
  const duty = dutiesOf(current);
  if (now === undefined) return duty;
  const dates = timescales(current, now);
  return duty.map((one) => {
    const date = dates.find(({ event, answered }) => event === datedBy[one.code] && answered === undefined);
    if (!date || one.status !== 'arises') return one;
    return {
      ...one,
      due: date.due,
      provisional: date.provisional,
      passed: date.passed === true,
    };
  });
};
