import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventType, type Role, eventTypes, roles } from '../case/events.js';
import { blockers } from '../case/judge.js';
import { buildEvent, given, journeys } from '../testing/index.js';

const STAFF = 'practitioner manager';
const ALL_BUT_SYSTEM = `person representative advocate referrer partner ${STAFF}`;

/** The design’s table, read off again row by row; what it does not name is for practitioners and managers. */
const transcribed: Readonly<Record<EventType, string>> = {
  'concern.raised': ALL_BUT_SYSTEM,
  'concern.acknowledged': `${STAFF} system`,
  'case.allocated': STAFF,
  'information.requested': STAFF,
  'information.received': ALL_BUT_SYSTEM,
  'information.shared': STAFF,
  'timescale.passed': 'system',

  'conversation.held': `${STAFF} advocate partner`,
  'conversation.notHeld': STAFF,
  'wishes.recorded': `person advocate ${STAFF}`,
  'wishes.overridden': STAFF,
  'safety.rated': `person advocate ${STAFF}`,
  'adjustment.agreed': `person advocate representative ${STAFF}`,
  'representative.named': STAFF,
  'consultation.recorded': STAFF,
  'disagreement.recorded': `person representative advocate ${STAFF}`,
  'experience.recorded': `person representative advocate ${STAFF}`,

  'capacity.assessed': `${STAFF} partner`,
  'bestInterests.decided': STAFF,
  'advocacy.considered': STAFF,
  'advocate.requested': STAFF,
  'advocate.appointed': STAFF,
  'advocate.unavailable': STAFF,

  'danger.reported': ALL_BUT_SYSTEM,
  'danger.eased': STAFF,
  'risk.assessed': STAFF,
  'risk.accepted': STAFF,

  'threshold.limbAssessed': STAFF,
  'threshold.decided': STAFF,

  'outcomes.asked': STAFF,
  'outcome.expressed': `person advocate representative ${STAFF}`,
  'outcome.agreed': STAFF,
  'outcome.reworked': STAFF,
  'outcome.declined': STAFF,
  'outcome.withdrawn': `person advocate representative ${STAFF}`,
  'outcomes.reopened': STAFF,
  'plan.agreed': STAFF,
  'action.updated': `person advocate representative ${STAFF} partner`,

  'checkIn.scheduled': STAFF,
  'checkIn.fellDue': 'system',
  'checkIn.wentOverdue': 'system',
  'checkIn.recorded': `${STAFF} partner`,
  'checkIn.missed': STAFF,

  'enquiry.caused': STAFF,
  'enquiry.reported': `${STAFF} partner`,
  'meeting.held': STAFF,
  'plan.reviewed': STAFF,
  'enquiry.concluded': STAFF,

  'closure.requested': `person advocate representative ${STAFF}`,
  'closure.explored': STAFF,
  'closure.reconsidered': `person advocate representative ${STAFF}`,
  'closure.overridden': STAFF,
  'closure.agreed': STAFF,
  'closure.approved': 'manager',
  'risk.reviewed': STAFF,
  'outcome.reviewed': `person advocate representative ${STAFF}`,
  'review.completed': STAFF,

  'support.offered': STAFF,
  'support.notOffered': STAFF,
  'support.accepted': `person advocate representative ${STAFF}`,
  'support.declined': `person advocate ${STAFF}`,
  'support.handedOver': STAFF,
  'support.refused': `${STAFF} partner`,
  'support.withdrawn': STAFF,
  'support.confirmed': `${STAFF} partner`,
  'transfer.accepted': `${STAFF} partner`,
  'case.closed': STAFF,
  'case.reopened': STAFF,
  'case.linked': `${STAFF} system`,
  'lesson.learned': `${STAFF} partner`,
  'feedback.given': STAFF,

  'entry.corrected': STAFF,
  'access.restricted': 'manager',
  'access.opened': 'manager',
};

/** Beside whatever else stands in the way: a role is told at once that somebody else records this. */
const isTurnedAway = (type: EventType, role: Role): boolean =>
  blockers(given(...journeys.aConcern).case, buildEvent({ number: 2, type, by: role })).some(
    ({ code }) => code === 'role-not-allowed',
  );

for (const role of roles) {
  test(`England: ${role} records what the matrix gives them, and nothing else`, () => {
    const may = eventTypes.filter((type) => !isTurnedAway(type, role));
    const should = eventTypes.filter((type) => transcribed[type].split(' ').includes(role));
    assert.deepEqual(may, should);
  });
}

test('England: every event is for somebody', () => {
  for (const type of eventTypes)
    assert.ok(
      roles.some((role) => !isTurnedAway(type, role)),
      type,
    );
});
