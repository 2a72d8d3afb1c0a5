import { type EventType, eventTypes } from './events.js';
import type { ChartNode } from './chart.types.js';

type Edges = NonNullable<ChartNode['on']>;

/** Events that the chart places in particular states, because they move the journey or only make sense there. */
const placed: readonly EventType[] = [
  'concern.acknowledged',
  'threshold.limbAssessed',
  'threshold.decided',
  'outcomes.reopened',
  'plan.agreed',
  'checkIn.scheduled',
  'checkIn.fellDue',
  'checkIn.wentOverdue',
  'checkIn.recorded',
  'checkIn.missed',
  'enquiry.concluded',
  'closure.requested',
  'closure.explored',
  'closure.reconsidered',
  'closure.overridden',
  'closure.agreed',
  'closure.approved',
  'outcome.reviewed',
  'risk.reviewed',
  'review.completed',
  'case.closed',
  'case.reopened',
];

const keep = (types: readonly EventType[]): Edges =>
  Object.fromEntries(types.map((type) => [type, { actions: 'keep' }]));

/** Accepted in every state but `closed`: nobody's words ever wait for a form. */
export const anytime: Edges = {
  ...keep(eventTypes.filter((type) => !placed.includes(type))),
  'outcomes.asked': { actions: 'keepAsked' },
  'entry.corrected': { actions: 'keepCorrected' },
};

/** Still accepted after closing: what services answer, what people say about it, and the record itself. */
export const afterClosing: Edges = {
  ...keep([
    'support.confirmed',
    'support.refused',
    'feedback.given',
    'experience.recorded',
    'lesson.learned',
    'case.linked',
    'access.restricted',
    'access.opened',
  ]),
  'entry.corrected': { actions: 'keepCorrected' },
};
