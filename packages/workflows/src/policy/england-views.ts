import type { EventType } from '../case/events.js';
import type { Policy } from './policy.schema.js';
import type { SeenBySome, SeenEntry } from './views.schema.js';

type Seen = SeenBySome['events'];

const see = (types: readonly EventType[], rule: SeenEntry = {}): Seen =>
  Object.fromEntries(types.map((type) => [type, rule]));

/** Why somebody put the record right may name whoever was not to be named. */
const correction: SeenEntry = { hide: ['because'] };

/**
 * What the adult sees: everything about themselves, in their own words and in plain ones. Not who raised the concern unless
 * they agreed to that, not what is known of other people, and nothing that could put somebody at risk if another person reads
 * it over their shoulder.
 */
const aboutThePerson: Seen = {
  'concern.raised': {
    raisedBy: 'ifTheyAgreed',
    hide: [
      'referrer.contact',
      'othersAtRisk',
      'whoIsTheRisk',
      'sourceOfRisk',
      'carerKnown',
      'pressure',
      'answeredFor',
      'dangerAtHome',
      'evidence',
      'toInvolve',
      'doneAlready',
      'notSpokenBecause',
    ],
  },
  'concern.acknowledged': { hide: ['because'] },
  'information.shared': { when: ['told'], hide: ['what'] },
  'wishes.overridden': { when: ['explained'], hide: ['proportionate', 'notExplainedBecause'] },
  'representative.named': { hide: ['conflicted'] },
  'entry.corrected': correction,
  ...see(['danger.reported', 'information.received'], { when: ['theirOwn'] }),
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
  ]),
};

/**
 * Whoever raised the concern learns that it was received, that somebody is looking at it, and what they were told. Never what
 * the person said.
 */
const forReferrer: Seen = {
  'concern.acknowledged': { hide: ['because'] },
  'case.allocated': { hide: ['to', 'personTold'] },
  'feedback.given': { hide: ['to'] },
};

/** Another organisation sees what was shared with it, what it was asked to do, and what it recorded itself. */
const forPartner: Seen = {
  ...see(
    [
      'concern.raised',
      'danger.reported',
      'information.received',
      'conversation.held',
      'capacity.assessed',
      'action.updated',
      'checkIn.recorded',
      'lesson.learned',
    ],
    { when: ['theirOwn', 'theirOrganisations'] },
  ),
  ...see(['information.shared', 'enquiry.caused', 'support.handedOver'], { when: ['toThem'] }),
  ...see(['enquiry.reported', 'support.confirmed', 'support.refused'], {
    when: ['theirOwn', 'theirOrganisations', 'inTheirHands'],
  }),
  'threshold.decided': { when: ['toThem'], hide: ['because'] },
  'transfer.accepted': { when: ['theirOwn', 'theirOrganisations', 'toThem'] },
  'entry.corrected': correction,
};

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
