import type { EventType } from '../case/events.js';
import type { Policy } from './policy.schema.js';

type Seen = Exclude<Policy['maySee'][keyof Policy['maySee']], 'everything'>['events'];

const see = (types: readonly EventType[]): Seen => Object.fromEntries(types.map((type) => [type, {}]));

/**
 * What the adult sees: everything about themselves, in their own words and in plain ones. Who raised the concern only if they agreed
 * to be named; not what is known of other people; that somebody went against their wish once they were told; and nothing that
 * could put somebody at risk if another person reads it over their shoulder.
 */
const aboutThePerson: Seen = {
  'concern.raised': {
    hide: ['othersAtRisk', 'whoIsTheRisk', 'sourceOfRisk', 'carerKnown', 'doneAlready', 'notSpokenBecause'],
    hideUnlessAgreed: ['referrer'],
  },
  'wishes.overridden': { hide: ['notExplainedBecause'], only: 'explained' },
  'concern.acknowledged': { hide: ['because'] },
  ...see([
    'case.allocated',
    'conversation.held',
    'wishes.recorded',
    'safety.rated',
    'adjustment.agreed',
    'disagreement.recorded',
    'experience.recorded',
    'capacity.assessed',
    'bestInterests.decided',
    'advocacy.considered',
    'advocate.requested',
    'advocate.appointed',
    'advocate.unavailable',
    'risk.accepted',
    'threshold.decided',
    'outcomes.asked',
    'outcome.expressed',
    'outcome.agreed',
    'outcome.reworked',
    'outcome.declined',
    'outcome.withdrawn',
    'outcomes.reopened',
    'plan.agreed',
    'action.updated',
    'checkIn.scheduled',
    'checkIn.recorded',
    'checkIn.missed',
    'plan.reviewed',
    'enquiry.concluded',
    'closure.requested',
    'closure.explored',
    'closure.reconsidered',
    'closure.agreed',
    'outcome.reviewed',
    'risk.reviewed',
    'review.completed',
    'support.offered',
    'support.accepted',
    'support.declined',
    'support.handedOver',
    'support.refused',
    'support.withdrawn',
    'support.confirmed',
    'case.closed',
    'case.reopened',
    'entry.corrected',
  ]),
};

/** Whoever raised the concern learns that it was received and is looked at, and what they were told: never what the person said. */
const forReferrer: Seen = {
  'concern.acknowledged': { hide: ['because'] },
  'case.allocated': { hide: ['to', 'personTold'] },
  'feedback.given': { hide: ['to'] },
};

/** Another organisation sees what it was told, asked for and handed, and what it recorded itself. */
const forPartner: Seen = Object.fromEntries(
  (
    [
      'concern.raised',
      'danger.reported',
      'information.requested',
      'information.received',
      'information.shared',
      'conversation.held',
      'capacity.assessed',
      'action.updated',
      'checkIn.recorded',
      'enquiry.caused',
      'enquiry.reported',
      'support.handedOver',
      'support.confirmed',
      'support.refused',
      'transfer.accepted',
      'lesson.learned',
    ] as const satisfies readonly EventType[]
  ).map((type) => [type, { only: 'theirs' as const }]),
);

/** England's rules on who sees what. */
export const englandMaySee: Policy['maySee'] = {
  practitioner: 'everything',
  manager: 'everything',
  person: { stage: true, who: false, events: aboutThePerson },
  representative: { stage: true, who: false, events: aboutThePerson },
  advocate: { stage: true, who: false, events: aboutThePerson },
  referrer: { stage: false, who: false, events: forReferrer },
  partner: { stage: false, who: false, events: forPartner },
  system: { stage: true, who: false, events: {} },
};
