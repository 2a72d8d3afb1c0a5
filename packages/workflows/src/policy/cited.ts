import type { Policy } from './policy.schema.js';

/** The provision behind several blockers, duties or prompts, by their codes. */
export const cited = (cites: string, ...codes: readonly string[]): NonNullable<Policy['wording']> =>
  Object.fromEntries(codes.map((code) => [code, { cites }]));

/** What rests on guidance, and not on a section of an Act: blockers, duties, prompts and what there is to do. */
export const guided: readonly string[] = [
  ...['second-look-needed', 'outcome-unanswered', 'reason-missing', 'conversation-not-private', 'attempts-too-few'],
  ...['closure-not-explored', 'outcome-not-reviewed', 'risk-not-reviewed', 'end-safety-missing', 'words-missing'],
  ...['ask-how-safe', 'safe-contact-unknown', 'seen-before', 'check-in-not-planned', 'plan-review-not-dated'],
  ...['check-in-makes-no-difference', 'person-may-want-to-stop', 'tell-the-referrer'],
  ...['disagreement.recorded', 'experience.recorded', 'risk.assessed', 'outcome.agreed', 'outcome.reworked'],
  ...['outcome.declined', 'outcome.withdrawn', 'outcomes.reopened', 'plan.agreed', 'action.updated'],
  ...['checkIn.scheduled', 'checkIn.recorded', 'checkIn.missed', 'meeting.held', 'plan.reviewed'],
  ...['closure.requested', 'closure.explored', 'closure.reconsidered', 'closure.agreed', 'closure.approved'],
  ...['risk.reviewed', 'outcome.reviewed', 'review.completed', 'case.closed', 'feedback.given'],
  ...['concern.acknowledged', 'case.allocated'],
];

/** What rests on hearing the person, and on what they want. */
export const heard: readonly string[] = [
  ...['person-not-heard', 'outcomes-not-asked', 'offer-unanswered', 'involveThePerson', 'speak-with-the-person'],
  ...['ask-what-they-want', 'ask-wishes'],
  ...['conversation.held', 'conversation.notHeld', 'wishes.recorded', 'safety.rated', 'outcomes.asked'],
  ...['outcome.expressed', 'support.accepted', 'support.declined'],
];

/** What rests on the person having somebody to speak for them. */
export const advocated: readonly string[] = [
  ...['advocate-owed', 'arrangeAdvocate', 'arrangeAssessmentAdvocate', 'consider-advocate'],
  ...['advocacy.considered', 'advocate.requested', 'advocate.appointed', 'advocate.unavailable'],
  'representative.named',
];

/** What rests on services working together. */
export const handedOver: readonly string[] = [
  ...['information.requested', 'information.received', 'support.handedOver', 'support.refused'],
  'support.confirmed',
];
