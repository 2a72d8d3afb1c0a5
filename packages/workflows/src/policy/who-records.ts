import { type EventType, type Role, eventTypes } from '../case/events.js';
import { type PolicyFault, fault } from './pack-fault.js';
import type { Policy } from './policy.schema.js';

/** A second look is somebody else's, and access is a manager's to give: shared out, neither would protect anybody. */
const managersOwn: readonly EventType[] = ['closure.approved', 'access.restricted', 'access.opened'];

/** What the council decides. A pack may leave it to fewer people, never to more. */
export const decisions: readonly EventType[] = [
  ...managersOwn,
  'threshold.limbAssessed',
  'threshold.decided',
  'wishes.overridden',
  'bestInterests.decided',
  'enquiry.concluded',
  'closure.explored',
  'closure.overridden',
  'closure.agreed',
  'review.completed',
  'case.closed',
];

/** What more people may record without deciding, stopping or answering anything for the person. */
export const openToMore: readonly EventType[] = [
  'adjustment.agreed',
  'checkIn.recorded',
  'closure.reconsidered',
  'consultation.recorded',
  'disagreement.recorded',
  'experience.recorded',
  'feedback.given',
  'lesson.learned',
  'meeting.held',
];

/** What only a machine records, and without which nobody is stuck. */
const bySystem: readonly EventType[] = [
  'checkIn.fellDue',
  'checkIn.wentOverdue',
  'timescale.passed',
  'concern.acknowledged',
  // Cases of adults who were told of together are linked as they are opened.
  'case.linked',
];

/** What whoever raised a concern may record. They speak for themselves, never for the adult. */
const referrers: readonly EventType[] = ['concern.raised', 'danger.reported', 'information.received'];

/** The adult's own answer, whoever writes it down: somebody else's refusal is never the adult's. */
const adultsOwnAnswer: readonly EventType[] = ['wishes.recorded', 'safety.rated', 'support.declined'];

/** What the person may always say for themselves. */
const personsVoice: readonly EventType[] = [
  ...adultsOwnAnswer,
  'concern.raised',
  'danger.reported',
  'outcome.expressed',
  'outcome.withdrawn',
  'outcome.reviewed',
  'closure.requested',
  'closure.reconsidered',
  'support.accepted',
  'disagreement.recorded',
  'experience.recorded',
];

const council: readonly Role[] = ['practitioner', 'manager'];

/** Why this role may not record this event under any pack; `undefined` where it may. */
const whyNot = (type: EventType, role: Role): string | undefined => {
  if (role === 'system') {
    return bySystem.includes(type) ? undefined : 'The system records no decision and nobody’s words.';
  }
  if (managersOwn.includes(type) && role !== 'manager') return 'This is a manager’s.';
  if (decisions.includes(type) && !council.includes(role)) return 'The council decides this.';
  if (role === 'referrer' && !referrers.includes(type)) {
    return 'Whoever raised a concern speaks for themselves, never for the adult.';
  }
  return adultsOwnAnswer.includes(type) && (role === 'representative' || role === 'partner')
    ? 'Somebody else’s answer is never the adult’s.'
    : undefined;
};

/** What is wrong with who may record what, whatever the nation: nobody, or somebody whose it is not. */
export const wrongHands = ({ mayRecord }: Policy): PolicyFault[] =>
  eventTypes.flatMap((type) => {
    const path = `mayRecord.${type}`;
    const roles = mayRecord[type] ?? [];
    if (roles.length === 0) return [fault('unsafe', path, 'Nobody may record this, so a case could be trapped.')];
    return [
      ...roles.flatMap((role) => {
        const reason = whyNot(type, role);
        return reason === undefined ? [] : [fault('unsafe', path, reason)];
      }),
      ...(personsVoice.includes(type) && !roles.includes('person')
        ? [fault('unsafe', path, 'The person may always say this for themselves.')]
        : []),
    ];
  });
