import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { view } from '../case/view.js';
import { givenPolicy, journeys, people } from '../testing/index.js';
import { englandCareAct } from './england-care-act.js';
import { type Policy, policySchema } from './policy.schema.js';
import type { SeenBySome } from './views.schema.js';

const packWith = (events: SeenBySome['events'], who = false): Policy => ({
  ...englandCareAct,
  maySee: { ...englandCareAct.maySee, person: { stage: true, who, events } },
});

const fits = (events: object): boolean => z.safeParse(policySchema, packWith(events)).success;

test('England’s rules on who sees what fit the schema', () => {
  assert.ok(z.safeParse(policySchema, englandCareAct).success);
});

test('a pack that would hide a field that does not exist is refused: it would be shown to everybody', () => {
  assert.ok(fits({ 'concern.raised': { hide: ['referrer', 'referrer.contact', 'whoIsTheRisk'] } }));
  assert.ok(fits({ 'safety.rated': { hide: ['words'] } }));
  for (const path of ['refferer', 'referrer.phone', 'whatHappened.x', 'toString', 'referrer.contact.x', '']) {
    assert.ok(!fits({ 'concern.raised': { hide: [path] } }), path);
  }
});

test('a pack names events, conditions and rules that exist', () => {
  assert.ok(fits({ 'wishes.overridden': { when: ['explained'] } }));
  assert.ok(!fits({ 'wishes.forgotten': {} }));
  assert.ok(!fits({ 'wishes.overridden': { when: ['always'] } }));
  assert.ok(!fits({ 'wishes.overridden': { when: [] } }));
  assert.ok(!fits({ 'concern.raised': { raisedBy: 'everybody' } }));
});

test('a pack may let a role see who recorded an entry, but never who asked to stay unknown', () => {
  const { case: current } = givenPolicy(
    packWith({ 'concern.raised': { raisedBy: 'ifTheyAgreed' }, 'conversation.held': {} }, true),
    ...journeys.heard,
  );
  const [concern, talk] = view(current, 'person', people.person).entries;
  assert.deepEqual(concern?.by, { role: 'referrer' });
  assert.deepEqual(talk?.by, people.practitioner);
});
