import { type EventType, type Role, eventTypes, roles } from '../case/events.js';

const staff: readonly Role[] = ['practitioner', 'manager'];
const adultAndStaff: readonly Role[] = ['person', 'advocate', ...staff];
const whoeverSpeaksForThePerson: readonly Role[] = ['person', 'representative', 'advocate', ...staff];
const allButSystem = roles.filter((role) => role !== 'system');

const withPartner = (others: readonly Role[]): readonly Role[] => [...others, 'partner'];

const exceptions: Partial<Record<EventType, readonly Role[]>> = {
  'concern.raised': allButSystem,
  'danger.reported': allButSystem,
  'information.received': allButSystem,

  'wishes.recorded': adultAndStaff,
  'safety.rated': adultAndStaff,
  'support.declined': adultAndStaff,

  'outcome.expressed': whoeverSpeaksForThePerson,
  'outcome.withdrawn': whoeverSpeaksForThePerson,
  'outcome.reviewed': whoeverSpeaksForThePerson,
  'adjustment.agreed': whoeverSpeaksForThePerson,
  'action.updated': withPartner(whoeverSpeaksForThePerson),
  'closure.requested': whoeverSpeaksForThePerson,
  'closure.reconsidered': whoeverSpeaksForThePerson,
  'support.accepted': whoeverSpeaksForThePerson,
  'experience.recorded': whoeverSpeaksForThePerson,
  'disagreement.recorded': whoeverSpeaksForThePerson,

  'conversation.held': withPartner(['advocate', ...staff]),
  'checkIn.recorded': withPartner(staff),
  'capacity.assessed': withPartner(staff),
  'support.confirmed': withPartner(staff),
  'support.refused': withPartner(staff),
  'enquiry.reported': withPartner(staff),
  'transfer.accepted': withPartner(staff),
  'lesson.learned': withPartner(staff),

  'closure.approved': ['manager'],
  'access.restricted': ['manager'],
  'access.opened': ['manager'],

  'checkIn.fellDue': ['system'],
  'checkIn.wentOverdue': ['system'],
  'timescale.passed': ['system'],
  'concern.acknowledged': [...staff, 'system'],
  'case.linked': [...staff, 'system'],
};

/** England's role × event matrix. */
export const englandMayRecord: Record<string, Role[]> = Object.fromEntries(
  eventTypes.map((type) => [type, [...(exceptions[type] ?? staff)]]),
);
