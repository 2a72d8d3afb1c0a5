import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, faultsOf } from './damage.fixture.js';
import { englandCareAct as e } from './england-care-act.js';
import { larkshireCouncil as l } from './larkshire.js';
import { overlay } from './overlay.js';
import { readPolicy } from './read-policy.js';
import { scotlandASP } from './scotland-asp.js';
import { walesSSWBA } from './wales-sswba.js';

const against = (change: object): string[] => faultsOf(changed(l, change), e);

test('the law’s points, routes and grounds keep the law’s words, questions and citations', () => {
  for (const list of ['limbs', 'routes', 'redirectionGrounds', 'overrideGrounds'] as const) {
    const other = (field: string): object => ({
      [list]: l[list].map((one, at) => (at ? one : { ...one, [field]: 'x' })),
    });
    assert.deepEqual(against(other('words')), [`weaker ${list}.0`]);
    assert.deepEqual(against(other('cites')), [`weaker ${list}.0`]);
  }
  const uncited = l.limbs.map(({ cites: _, ...limb }) => limb);
  assert.deepEqual(against({ limbs: uncited }), ['weaker limbs.0', 'weaker limbs.1', 'weaker limbs.2']);
  const turned = l.limbs.map((limb, at) => (at === 1 ? { ...limb, plain: 'Do they agree to help?' } : limb));
  assert.deepEqual(against({ limbs: turned }), ['weaker limbs.1']);
});

test('the points of the test are asked in the order of the law', () => {
  assert.deepEqual(against({ limbs: l.limbs.toReversed() }), ['weaker limbs']);
});

test('a council words what the engine says, and does not cite its own policy as the law', () => {
  const message = { ...l.wording, 'duty-to-enquire': { message: 'We look into it, because the law says so.' } };
  assert.deepEqual(against({ wording: message }), []);
  const cites = { ...l.wording, 'duty-to-enquire': { cites: 'Council policy' } };
  assert.deepEqual(against({ wording: cites }), ['weaker wording.duty-to-enquire.cites']);
  assert.ok(
    faultsOf(changed(walesSSWBA, { id: 'ours', wording: {} }), walesSSWBA).includes('weaker wording.enquire.cites'),
  );
});

test('an overlay’s own words still stand on the law of its nation', () => {
  for (const base of [walesSSWBA, scotlandASP]) {
    const ours = overlay(base, {
      id: 'ours',
      version: '1',
      name: 'Ours',
      wording: { 'person-not-heard': { message: 'Go and see them.' }, 'agree-adjustments': { message: 'Say why.' } },
    });
    const cites = base.wording?.['person-not-heard']?.cites;
    assert.ok(cites);
    assert.deepEqual(ours.wording?.['person-not-heard'], { message: 'Go and see them.', cites });
    assert.deepEqual(ours.wording?.['agree-adjustments'], { message: 'Say why.' });
    assert.equal(readPolicy(ours, { base }).ok, true);
  }
});

test('an overlay of an overlay names each second look once', () => {
  const again = overlay(l, { id: 'lane', version: '1', name: 'Lane', secondLookOn: ['statutoryEnquiry', 'noEnquiry'] });
  assert.deepEqual(again.secondLookOn, ['statutoryEnquiry', 'noEnquiry']);
  assert.deepEqual(faultsOf(again, l), []);
});

test('a pack that differs from its base has a name or version of its own', () => {
  assert.deepEqual(against({ id: e.id, version: e.version }), ['weaker id']);
  assert.deepEqual(against({ id: e.id, version: '2' }), []);
  assert.deepEqual(against({ version: e.version }), []);
  assert.deepEqual(faultsOf(changed(e, {}), e), []);
});

test('working days are those of the base', () => {
  assert.deepEqual(against({ calendar: 'scotland' }), ['weaker calendar']);
});
