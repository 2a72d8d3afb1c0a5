import type { EventData, EventType } from '@msp/workflows';
import type { PersonName } from '../people.js';

/** Who records a step: somebody of the example, the adult themselves, or the clock of the council's own system. */
export type Teller = PersonName | 'adult' | 'system';

export type Step = {
  /** Days after the concern. */
  readonly day: number;
  readonly who: Teller;
  readonly type: EventType;
  /** Where a date stands in it, it is counted from the concern. */
  readonly data?: (dayAfter: DayAfter) => unknown;
};

/** The day so many days after the concern, as `YYYY-MM-DD`. */
export type DayAfter = (days: number) => string;

/** One invented case, as a list of what was recorded, by whom and when. */
export type Story = {
  /** Stable: pressing the button again must not tell the same story twice. */
  readonly id: string;
  /** How many days ago the concern was raised. */
  readonly daysAgo: number;
  readonly raisedBy: PersonName;
  readonly concern: EventData<'concern.raised'>;
  readonly steps: readonly Step[];
};

/** One step. Its data has to fit its type: a sample with a spelling mistake does not compile. */
export const on = <T extends EventType>(day: number, who: Teller, type: T, data?: EventData<T>): Step =>
  data === undefined ? { day, who, type } : { day, who, type, data: () => data };

/** A plan of one action, to be done by a day. */
export const plan = (day: number, who: Teller, what: string, by: number): Step => ({
  day,
  who,
  type: 'plan.agreed',
  data: (dayAfter): EventData<'plan.agreed'> => ({ actions: [{ what, who: 'Sam', by: dayAfter(by) }], urgent: 'no' }),
});

/** The three points of the test, all met. */
export const allMet = (day: number, who: Teller, because: readonly [string, string, string]): readonly Step[] => [
  on(day, who, 'threshold.limbAssessed', { limb: 'needs', answer: 'met', because: because[0] }),
  on(day, who, 'threshold.limbAssessed', { limb: 'abuseOrRisk', answer: 'met', because: because[1] }),
  on(day, who, 'threshold.limbAssessed', { limb: 'unableToProtect', answer: 'met', because: because[2] }),
  on(day, who, 'threshold.decided', { route: 'statutoryEnquiry', because: 'All three points are met.' }),
];

/** A person who can take part without help. */
export const needsNoAdvocate = (day: number, who: Teller): Step =>
  on(day, who, 'advocacy.considered', { difficulty: [], appropriatePerson: { exists: 'no' } });
