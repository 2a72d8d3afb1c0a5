import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scotlandASP } from '../policy/scotland-asp.js';
import { englandCareAct } from '../policy/england-care-act.js';
import { givenPolicy, journeys, written as w } from '../testing/index.js';
import type { EventData } from './events.js';
import { asksNothingAtClosing, isAdult, isAdvocateOwed } from './read.js';

type Adult = NonNullable<EventData<'concern.raised'>['adult']>;

const aged = (adult: Adult, policy = englandCareAct) =>
  givenPolicy(policy, w('concern.raised', { whatHappened: 'x', adult })).case;

test('who is an adult is told by the birth date on that day, else by the age, else by the band', () => {
  const born = aged({ dateOfBirth: '2008-06-15' });
  assert.equal(isAdult(born), false, 'on the day of the concern, 2 March 2026');
  assert.equal(isAdult(born, '2026-06-14T12:00:00Z'), false);
  assert.equal(isAdult(born, '2026-06-15T12:00:00Z'), true);
  assert.equal(isAdult(aged({ dateOfBirth: '2008-03-02' })), true);
  assert.equal(isAdult(aged({})), undefined);
  assert.equal(isAdult(aged({ ageBand: 'notKnown' })), undefined);
  assert.equal(isAdult(aged({ ageBand: 'under18' })), false);
  assert.equal(isAdult(aged({ ageBand: '18-64' })), true);
});

test('where adulthood begins at 16, “under 18” does not say', () => {
  assert.equal(isAdult(aged({ ageBand: 'under18' }, scotlandASP)), undefined);
  assert.equal(isAdult(aged({ dateOfBirth: '2010-03-02' }, scotlandASP)), true);
  assert.equal(isAdult(aged({ dateOfBirth: '2010-03-03' }, scotlandASP)), false);
});

const redirected = (ground: 'died' | 'duplicate' | 'elsewhere') =>
  givenPolicy(
    englandCareAct,
    ...journeys.heard,
    w('threshold.decided', {
      route: 'redirected',
      ground,
      because: 'x',
      ...(ground === 'died' ? {} : { to: 'Somebody there' }),
    }),
  ).case;

test('nothing is asked of the dead, or twice; whoever lives elsewhere is asked', () => {
  assert.equal(asksNothingAtClosing(redirected('died')), true);
  assert.equal(asksNothingAtClosing(redirected('duplicate')), true);
  assert.equal(asksNothingAtClosing(redirected('elsewhere')), false);
  const { case: enquiry } = givenPolicy(englandCareAct, ...journeys.underWay);
  const ground = { ...enquiry.facts, threshold: { ...enquiry.facts.threshold, ground: 'died' as const } };
  assert.equal(asksNothingAtClosing({ ...enquiry, facts: ground }), false, 'a ground counts on its route alone');
});

test('an advocate is owed on a statutory enquiry alone, where one is needed, until one is appointed', () => {
  const needed = w('advocacy.considered', { difficulty: ['retain'], appropriatePerson: { exists: 'no' } });
  const owed = (...events: ReturnType<typeof w>[]) => isAdvocateOwed(givenPolicy(englandCareAct, ...events).case);
  assert.equal(owed(...journeys.statutoryEnquiry), false);
  assert.equal(owed(...journeys.statutoryEnquiry, needed), true);
  assert.equal(owed(...journeys.statutoryEnquiry, needed, w('advocate.requested')), true);
  assert.equal(owed(...journeys.statutoryEnquiry, needed, w('advocate.appointed', { who: 'Sam' })), false);
  assert.equal(owed(...journeys.otherEnquiry, needed), false);
});
