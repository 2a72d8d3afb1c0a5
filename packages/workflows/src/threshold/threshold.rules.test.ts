import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventData } from '../case/events.js';
import { blockers } from '../case/judge.js';
import { englandCareAct } from '../policy/england-care-act.js';
import { buildEvent, given, givenPolicy, journeys, written as w } from '../testing/index.js';

const met = (limb: 'needs' | 'abuseOrRisk' | 'unableToProtect') =>
  w('threshold.limbAssessed', { limb, answer: 'met', because: 'Seen at home' });
const unclear = w('threshold.limbAssessed', { limb: 'needs', answer: 'unclear', because: 'Nobody knows' });
const notMet = w('threshold.limbAssessed', { limb: 'unableToProtect', answer: 'notMet', because: 'She can' });

const statutory = { route: 'statutoryEnquiry', because: 'Test' } as const;
const none = { route: 'noEnquiry', because: 'Test' } as const;
const other = { route: 'otherEnquiry', because: 'Test' } as const;
const died = { route: 'redirected', because: 'Test', ground: 'died' } as const;
const prison = { route: 'redirected', because: 'Test', ground: 'prison', to: 'HMP Example' } as const;

test('every point of the test is answered before it is decided', () => {
  given(...journeys.heard, met('needs'))
    .when('threshold.decided', none)
    .thenRefused('limb-not-assessed');
});

test('a point that is unclear is found out first', () => {
  given(...journeys.heard, unclear, met('abuseOrRisk'), met('unableToProtect'))
    .when('threshold.decided', none)
    .thenRefused('limb-unclear');
});

test('one point that is not met settles the test', () => {
  given(...journeys.heard, unclear, notMet)
    .when('threshold.decided', none)
    .thenAccepted();
});

test('a statutory enquiry needs all three points', () => {
  given(...journeys.notAllLimbsMet)
    .when('threshold.decided', statutory)
    .thenRefused('limbs-not-met');
});

test('with all three points met the enquiry is not optional, whatever the person consents to', () => {
  const all = given(...journeys.allLimbsMet, w('wishes.recorded', { about: 'enquire', answer: 'no' }));
  all.when('threshold.decided', none).thenRefused('duty-to-enquire');
  all.when('threshold.decided', other).thenRefused('duty-to-enquire');
  all.when('threshold.decided', statutory).thenAccepted();
});

test('an enquiry that is under way is not ended by deciding again', () => {
  given(...journeys.otherEnquiry)
    .when('threshold.decided', none)
    .thenRefused('enquiry-under-way');
});

test('another enquiry may become a statutory one', () => {
  given(...journeys.otherEnquiry, met('unableToProtect'))
    .when('threshold.decided', statutory)
    .thenAccepted();
});

test('nobody’s concern is passed on without a reason and somebody to take it', () => {
  const before = given(...journeys.heard);
  before.when('threshold.decided', { route: 'redirected', because: 'Test' }).thenRefused('no-redirection-ground');
  before
    .when('threshold.decided', { route: 'redirected', because: 'Test', ground: 'elsewhere' })
    .thenRefused('no-redirection-ground');
  before.when('threshold.decided', died).thenAccepted();
  before.when('threshold.decided', prison).thenAccepted();
});

test('passing on an enquiry that is under way is for a manager, unless the person has died', () => {
  const enquiry = given(...journeys.underWay);
  enquiry.when('threshold.decided', prison).thenRefused('second-look-needed');
  enquiry.when('threshold.decided', prison, 'manager').thenAccepted();
  enquiry.when('threshold.decided', died).thenAccepted();
});

test('nothing is decided about a person whom nobody has spoken with', () => {
  const unheard = given(...journeys.acknowledged, notMet);
  unheard.when('threshold.decided', none).thenRefused('person-not-heard');
  unheard.when('threshold.decided', prison).thenRefused('person-not-heard');
  unheard.when('threshold.decided', died).thenAccepted();
});

const talk = (who: 'person' | 'representative' | 'advocate', freeToSpeak: 'yes' | 'no' | 'notKnown') =>
  w('conversation.held', { with: [who], how: 'inPerson', freeToSpeak });

const lacksCapacity = w('capacity.assessed', {
  decision: 'enquire',
  ableToDecide: { understand: 'no', retain: 'no', useOrWeigh: 'no', communicate: 'yes' },
  impairment: 'Dementia',
  supportGiven: ['Photographs'],
  conclusion: 'lacksCapacity',
});
const notReached = w('conversation.notHeld', { because: 'Nobody answered' });
const named = (conflicted: 'yes' | 'no') =>
  w('representative.named', { who: 'daughter', standing: 'family', conflicted });

const start = [...journeys.acknowledged, notMet];

test('a conversation while somebody listens does not count', () => {
  given(...start, talk('person', 'no'))
    .when('threshold.decided', none)
    .thenRefused('person-not-heard');
  given(...start, talk('person', 'notKnown'))
    .when('threshold.decided', none)
    .thenAccepted();
});

test('what the reporter said about the person does not count', () => {
  given(
    w('concern.raised', { whatHappened: 'Shouting', spokenWithPerson: 'yes', saidAndWants: 'Help' }),
    w('concern.acknowledged'),
    notMet,
  )
    .when('threshold.decided', none)
    .thenRefused('person-not-heard');
});

test('somebody else speaks for the person only if they cannot speak for themselves', () => {
  given(...start, talk('representative', 'yes'))
    .when('threshold.decided', none)
    .thenRefused('person-not-heard');
  given(...start, lacksCapacity, talk('representative', 'yes'))
    .when('threshold.decided', none)
    .thenAccepted();
  given(...start, lacksCapacity, talk('advocate', 'yes'))
    .when('threshold.decided', none)
    .thenAccepted();
});

test('a representative with a conflict of interest never counts', () => {
  given(...start, lacksCapacity, named('yes'), talk('representative', 'yes'))
    .when('threshold.decided', none)
    .thenRefused('person-not-heard');
  given(...start, lacksCapacity, named('yes'), talk('representative', 'yes'), named('no'))
    .when('threshold.decided', none)
    .thenAccepted();
});

test('the reason why nobody could speak with the person is enough to decide', () => {
  given(...start, notReached)
    .when('threshold.decided', none)
    .thenAccepted();
});

test('the test is not decided before the concern is acknowledged', () => {
  given(...journeys.aConcern)
    .when('threshold.decided', died)
    .thenRefused('wrong-stage');
});

test('lacking capacity is recorded with the whole test', () => {
  const data: EventData<'capacity.assessed'> = {
    decision: 'enquire',
    ableToDecide: { understand: 'no', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' },
    impairment: 'Dementia',
    supportGiven: ['Pictures'],
    conclusion: 'lacksCapacity',
  };
  const able = { understand: 'yes', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' } as const;
  const before = given(...journeys.heard);
  const { impairment: _, ...withoutImpairment } = data;
  before.when('capacity.assessed', { ...data, supportGiven: [] }).thenRefused('capacity-test-incomplete');
  before.when('capacity.assessed', { ...data, ableToDecide: able }).thenRefused('capacity-test-incomplete');
  before.when('capacity.assessed', withoutImpairment).thenRefused('capacity-test-incomplete');
  before.when('capacity.assessed', data).thenAccepted();
});

test('under a pack that gives no provision for a ground, the pack itself is cited', () => {
  const redirectionGrounds = englandCareAct.redirectionGrounds.map(({ code, words }) => ({ code, words }));
  const raised = w('concern.raised', { whatHappened: 'x', adult: { dateOfBirth: '1940-01-01' } });
  const { case: current } = givenPolicy({ ...englandCareAct, redirectionGrounds }, raised, w('concern.acknowledged'));
  const data = { ground: 'under18', route: 'redirected', to: 'Children’s services', because: 'Age' } as const;
  const found = blockers(current, buildEvent({ number: 3, type: 'threshold.decided', data }));
  assert.equal(found.find(({ code }) => code === 'no-redirection-ground')?.cites, englandCareAct.name);
});
