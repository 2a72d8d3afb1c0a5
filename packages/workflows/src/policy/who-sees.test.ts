import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type EventType, eventTypes } from '../case/events.js';
import { view } from '../case/view.js';
import { givenPolicy, journeys, written as w } from '../testing/index.js';
import { changed, faultsOf, seenBy } from './damage.fixture.js';
import { englandCareAct as e } from './england-care-act.js';
import { readPolicy } from './read-policy.js';
import { type SeenEntry, seenWhen } from './views.schema.js';

const ours = (change: object): unknown => changed(e, { ...change, id: 'ours' });

/** Which events this role could be shown under some pack, with this rule. */
const seeable = (role: 'referrer' | 'partner' | 'person', rule: SeenEntry): string[] =>
  eventTypes.filter((type) => faultsOf(changed(e, seenBy(role, { [type]: rule }))).length === 0).sort();

test('whoever raised a concern sees that it was received and what they were told, and no more', () => {
  assert.deepEqual(seeable('referrer', {}), ['case.allocated', 'concern.acknowledged', 'feedback.given']);
  assert.deepEqual(seeable('referrer', { when: ['theirOwn'] }), [
    'case.allocated',
    'concern.acknowledged',
    'concern.raised',
    'danger.reported',
    'feedback.given',
    'information.received',
  ]);
  for (const more of [{ stage: true }, { who: true }]) {
    assert.deepEqual(faultsOf(changed(e, seenBy('referrer', {}, more))), ['unsafe maySee.referrer']);
  }
});

test('another organisation sees its own part alone', () => {
  assert.deepEqual(seeable('partner', {}), ['entry.corrected']);
  assert.deepEqual(seeable('partner', { when: ['toThem', 'told'] }), ['entry.corrected']);
  assert.equal(seeable('partner', { when: ['theirOwn'] }).length, eventTypes.length);
});

test('no machine reads what people said', () => {
  const found = faultsOf(changed(e, seenBy('system', { 'conversation.held': { when: ['theirOwn'] } })));
  assert.deepEqual(found, ['unsafe maySee.system.events.conversation.held']);
});

const risky: readonly (readonly [EventType, SeenEntry])[] = [
  ['concern.raised', {}],
  ['danger.reported', {}],
  ['information.received', { when: ['theirOwn', 'told'] }],
  ['information.shared', {}],
  ['wishes.overridden', { when: ['told'] }],
  ['access.restricted', { when: ['theirOwn'] }],
  ['access.opened', {}],
  ['consultation.recorded', {}],
];

for (const role of ['person', 'representative', 'advocate'] as const) {
  for (const [type, rule] of risky) {
    test(`a ${role} is not shown ${type} where it could put somebody at risk`, () =>
      assert.deepEqual(faultsOf(changed(e, seenBy(role, { [type]: rule }))), [`unsafe maySee.${role}.events.${type}`]));
  }
}

test('the person sees what they said, always', () => {
  const said = ['conversation.held', 'outcome.expressed', 'closure.explored', 'wishes.recorded'] as const;
  for (const type of said) {
    const path = `unsafe maySee.person.events.${type}`;
    assert.deepEqual(faultsOf(changed(e, seenBy('person', { [type]: undefined }))), [path]);
    assert.deepEqual(faultsOf(changed(e, seenBy('person', { [type]: { when: ['told'] } }))), [path]);
  }
});

test('only staff see everything', () => {
  for (const role of ['person', 'representative', 'advocate', 'referrer', 'partner', 'system'] as const) {
    const found = faultsOf(ours({ maySee: { ...e.maySee, [role]: 'everything' } }), e);
    assert.ok(found.includes(`unsafe maySee.${role}`), role);
    assert.ok(found.includes(`weaker maySee.${role}`), role);
  }
});

const wider: readonly (readonly [string, object, string])[] = [
  ['shows an advocate more events', seenBy('advocate', { 'risk.assessed': {} }), 'advocate.events.risk.assessed'],
  [
    'shows a field that is hidden',
    seenBy('advocate', { 'representative.named': {} }),
    'advocate.events.representative.named',
  ],
  [
    'shows something sooner',
    seenBy('partner', { 'enquiry.caused': { when: ['toThem', 'theirOwn'] } }),
    'partner.events.enquiry.caused',
  ],
  ['drops the condition', seenBy('system', {}, { who: true }), 'system'],
  [
    'shows who raised it',
    seenBy('advocate', { 'concern.raised': { hide: ['referrer.contact'] } }),
    'advocate.events.concern.raised',
  ],
  ['shows a partner the stage', seenBy('partner', {}, { stage: true }), 'partner'],
];

for (const [what, change, path] of wider) {
  test(`an overlay that ${what} is refused`, () => {
    const found = faultsOf(ours(change), e);
    assert.ok(found.includes(`weaker maySee.${path}`), found.join('\n'));
  });
}

test('an overlay that lifts a condition for representatives is refused', () => {
  const base = { ...e, ...seenBy('representative', { 'plan.agreed': { when: ['told'] } }) };
  assert.deepEqual(faultsOf(ours({}), base), ['weaker maySee.representative.events.plan.agreed']);
});

test('an overlay that names who raised a concern, where the base asks them first, is refused', () => {
  const own = { when: ['theirOwn' as const] };
  const base = { ...e, ...seenBy('partner', { 'concern.raised': { ...own, raisedBy: 'ifTheyAgreed' } }) };
  const change = { ...seenBy('partner', { 'concern.raised': own }), id: 'ours' };
  assert.deepEqual(faultsOf(changed(base, change), base), ['weaker maySee.partner.events.concern.raised']);
});

test('an overlay may show representatives and others less, and the person never', () => {
  assert.deepEqual(faultsOf(ours(seenBy('representative', { 'plan.agreed': undefined })), e), []);
  assert.deepEqual(faultsOf(ours(seenBy('representative', { 'plan.agreed': { hide: ['actions'] } })), e), []);
  for (const rule of [undefined, { hide: ['actions'] }, { when: ['told' as const] }]) {
    const found = faultsOf(ours(seenBy('person', { 'plan.agreed': rule })), e);
    assert.deepEqual(found, ['weaker maySee.person.events.plan.agreed']);
  }
  assert.deepEqual(faultsOf(ours(seenBy('person', {}, { stage: false })), e), ['weaker maySee.person.stage']);
});

test('under no pack that is accepted does the person’s voice reach whoever raised the concern', () => {
  const rule = fc.oneof(fc.constant({}), fc.record({ when: fc.subarray([...seenWhen.options], { minLength: 1 }) }));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...eventTypes), rule, { maxKeys: 4 }), (events) => {
      const read = readPolicy(changed(e, seenBy('referrer', events)));
      if (!read.ok) return;
      const said = givenPolicy(
        read.policy,
        ...journeys.heard,
        w('outcome.expressed', { outcomeId: 'o1', words: 'CANARY', saidBy: 'person' }, 'person'),
        w('risk.assessed', { asThePersonSeesIt: 'CANARY' }),
        w('outcome.reworked', { outcomeId: 'o1', words: 'CANARY', because: 'CANARY', personAgrees: 'yes' }),
        w('conversation.notHeld', { because: 'CANARY' }),
      ).case;
      assert.doesNotMatch(JSON.stringify(view(said, 'referrer')), /CANARY/);
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
