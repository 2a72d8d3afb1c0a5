import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type EventType, type Role, eventTypes, roles } from '../case/events.js';
import { record } from '../case/record.js';
import { buildEvent, givenPolicy, journeys, people, written as w } from '../testing/index.js';
import { changed, faultsOf, recordedBy } from './damage.fixture.js';
import { englandCareAct as e } from './england-care-act.js';
import { readPolicy } from './read-policy.js';

const rolesOf = (type: EventType): readonly Role[] => e.mayRecord[type] ?? [];
const alsoBy = (type: EventType, role: Role): object => recordedBy(type, ...rolesOf(type), role);
const notBy = (type: EventType, role: Role): object => recordedBy(type, ...rolesOf(type).filter((one) => one !== role));
const path = (type: EventType): string => `unsafe mayRecord.${type}`;

const notYet: readonly (readonly [Role, EventType])[] = [
  ['referrer', 'conversation.held'],
  ['referrer', 'conversation.notHeld'],
  ['referrer', 'wishes.recorded'],
  ['referrer', 'entry.corrected'],
  ['referrer', 'capacity.assessed'],
  ['referrer', 'danger.eased'],
  ['referrer', 'plan.agreed'],
  ['referrer', 'representative.named'],
  ['representative', 'wishes.recorded'],
  ['representative', 'safety.rated'],
  ['representative', 'support.declined'],
  ['partner', 'wishes.recorded'],
  ['person', 'threshold.decided'],
  ['advocate', 'closure.agreed'],
  ['partner', 'threshold.limbAssessed'],
  ['practitioner', 'closure.approved'],
  ['practitioner', 'access.opened'],
  ['person', 'access.restricted'],
  ['system', 'case.closed'],
  ['system', 'conversation.held'],
];

for (const [role, type] of notYet) {
  test(`no pack of any nation lets a ${role} record ${type}`, () =>
    assert.deepEqual(faultsOf(changed(e, alsoBy(type, role))), [path(type)]));
}

test('a second look is a manager’s, and nobody else’s instead', () => {
  for (const role of roles.filter((one) => one !== 'manager')) {
    assert.deepEqual(faultsOf(changed(e, recordedBy('closure.approved', role))), [path('closure.approved')], role);
  }
});

test('what is decided may be left to managers alone', () => {
  assert.deepEqual(faultsOf(changed(e, recordedBy('threshold.decided', 'manager')), e).slice(0, 1), ['weaker id']);
  const named = { ...recordedBy('threshold.decided', 'manager'), id: 'ours' };
  assert.deepEqual(faultsOf(changed(e, named), e), []);
});

test('the person may always speak for themselves', () => {
  const spoken = eventTypes.filter((type) => faultsOf(changed(e, notBy(type, 'person'))).includes(path(type)));
  assert.deepEqual(
    spoken.sort(),
    [
      'closure.reconsidered',
      'closure.requested',
      'concern.raised',
      'danger.reported',
      'disagreement.recorded',
      'experience.recorded',
      'outcome.expressed',
      'outcome.reviewed',
      'outcome.withdrawn',
      'safety.rated',
      'support.accepted',
      'support.declined',
      'wishes.recorded',
    ].sort(),
  );
});

test('an event that nobody may record, or that is missing, traps cases', () => {
  for (const type of eventTypes) {
    const { [type]: _, ...mayRecord } = e.mayRecord;
    assert.ok(faultsOf(changed(e, recordedBy(type))).includes(path(type)), type);
    assert.ok(faultsOf(changed(e, { mayRecord })).length > 0, type);
  }
});

test('an overlay opens only what decides, stops and answers nothing', () => {
  const added = eventTypes.filter((type) =>
    roles.some(
      (role) =>
        !rolesOf(type).includes(role) && faultsOf(changed(e, { ...alsoBy(type, role), id: 'ours' }), e).length === 0,
    ),
  );
  assert.deepEqual(
    added.sort(),
    [
      'adjustment.agreed',
      'checkIn.recorded',
      'closure.reconsidered',
      'consultation.recorded',
      'disagreement.recorded',
      'experience.recorded',
      'feedback.given',
      'lesson.learned',
      'meeting.held',
    ].sort(),
  );
});

test('an overlay leaves only decisions to fewer people', () => {
  const fewer = { ...notBy('enquiry.reported', 'partner'), id: 'ours' };
  assert.deepEqual(faultsOf(changed(e, fewer), e), ['weaker mayRecord.enquiry.reported']);
});

test('under no pack that is accepted does a referrer’s answer become the adult’s', () => {
  const matrix = fc.dictionary(fc.constantFrom(...eventTypes), fc.subarray([...roles], { minLength: 1 }), {
    maxKeys: 3,
  });
  fc.assert(
    fc.property(matrix, (more) => {
      const read = readPolicy(changed(e, { mayRecord: { ...e.mayRecord, ...more } }));
      if (!read.ok) return;
      const { case: heard } = givenPolicy(read.policy, ...journeys.heard);
      for (const [type, data] of [
        w('wishes.recorded', { about: 'enquire', answer: 'no' }),
        w('entry.corrected', { entryId: heard.entries[0]?.id ?? '', because: 'Not so' }),
      ]) {
        const by = people.referrer;
        const result = record(heard, buildEvent({ number: 9, type, data: data as never, by }));
        assert.equal(result.ok, false, type);
      }
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
