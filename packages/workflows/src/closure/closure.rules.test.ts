import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventData } from '../case/events.js';
import { given, journeys, people, written as w } from '../testing/index.js';

type Explored = EventData<'closure.explored'>;

const asked = w('closure.requested', { words: 'I would like this to stop now.' }, 'person');
const exploring = [...journeys.underWay, journeys.concluded, asked];

const conversation = { with: ['person'], how: 'inPerson', freeToSpeak: 'yes' } as const;
const exploration = (more: Partial<Explored> = {}): Explored => ({
  conversation: { ...conversation, with: ['person'] },
  reasons: ['tooMuchProcess'],
  alternativesOffered: ['prevention'],
  wayBackGiven: 'yes',
  ...more,
});
const explored = (more: Partial<Explored> = {}) => w('closure.explored', exploration(more));
const attempt = (how: 'phone' | 'inPerson') => ({ at: '2026-03-02', how });

test('why the person wants to close is talked about in private', () => {
  given(...exploring)
    .when('closure.explored', exploration({ conversation: { ...conversation, with: ['person'], freeToSpeak: 'no' } }))
    .thenRefused('conversation-not-private');
});

test('somebody else’s refusal is never the adult’s', () => {
  given(...exploring)
    .when('closure.explored', exploration({ conversation: { ...conversation, with: ['representative'] } }))
    .thenRefused('person-not-heard');
});

const lacksCapacity = w('capacity.assessed', {
  decision: 'close',
  ableToDecide: { understand: 'no', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' },
  impairment: 'A stroke',
  supportGiven: ['Pictures'],
  conclusion: 'lacksCapacity',
});
const conflicted = w('representative.named', { who: 'Ray', standing: 'family', conflicted: 'yes' });
const without = (who: 'representative' | 'advocate', attempts: Explored['attempts'] = undefined) =>
  exploration({ conversation: { ...conversation, with: [who] }, ...(attempts ? { attempts } : {}) });

test('somebody else speaks for a person who cannot decide this, or was tried and not reached: never one with a conflict', () => {
  const tried = [attempt('phone'), attempt('inPerson'), attempt('phone')];
  const before = given(...exploring);
  before.when('closure.explored', without('advocate')).thenRefused('person-not-heard');
  before.when('closure.explored', without('representative', tried)).thenAccepted();
  before.when('closure.explored', without('representative', tried.slice(1))).thenRefused('person-not-heard');
  const unable = given(...exploring, lacksCapacity);
  unable.when('closure.explored', without('representative')).thenAccepted();
  unable.when('closure.explored', without('advocate')).thenAccepted();
  const torn = given(...exploring, lacksCapacity, conflicted);
  torn.when('closure.explored', without('representative')).thenRefused('person-not-heard');
  torn.when('closure.explored', without('representative', tried)).thenRefused('person-not-heard');
  torn.when('closure.explored', without('advocate')).thenAccepted();
});

test('others who are at risk ask for a second look, whatever the reasons; others who are not do not', () => {
  const risk = (children: 'yes' | 'no') => w('risk.assessed', { othersAtRisk: { adults: 'no', children } });
  given(...exploring, explored(), risk('yes'))
    .when('closure.agreed')
    .thenRefused('second-look-needed');
  given(...exploring, explored(), risk('no'))
    .when('closure.agreed')
    .thenAccepted();
  given(...exploring, explored(), risk('yes'), risk('no'))
    .when('closure.agreed')
    .thenAccepted();
});

test('an approval counts for what was known when it was given', () => {
  const risk = w('risk.assessed', { othersAtRisk: { adults: 'no', children: 'yes' } });
  const approved = w('closure.approved', { because: 'Rang her' }, { ...people.manager, id: 'another' });
  given(...exploring, explored(), risk, approved)
    .when('closure.agreed')
    .thenAccepted();
  given(...exploring, explored(), approved, risk)
    .when('closure.agreed')
    .thenRefused('second-look-needed');
});

test('having capacity and wanting to exit is not a reason', () => {
  given(...exploring)
    .when('closure.explored', exploration({ reasons: [] }))
    .thenRefused('reason-missing');
});

test('a person who cannot be reached is tried three times, in more than one way', () => {
  const { conversation: _, ...unreached } = exploration({ reasons: [] });
  const before = given(...exploring);
  before.when('closure.explored', unreached).thenRefused('attempts-too-few');
  before
    .when('closure.explored', { ...unreached, attempts: [attempt('phone'), attempt('phone'), attempt('phone')] })
    .thenRefused('attempts-too-few');
  before
    .when('closure.explored', { ...unreached, attempts: [attempt('phone'), attempt('inPerson'), attempt('phone')] })
    .thenAccepted();
});

test('closing is not agreed before it was explored', () => {
  given(...exploring)
    .when('closure.agreed')
    .thenRefused('wrong-stage', 'closure-not-explored');
});

test('a wish to stop that comes early does not settle the test', () => {
  given(...journeys.heard, asked, explored())
    .when('closure.agreed')
    .thenRefused('threshold-undecided');
});

test('a statutory enquiry is concluded before closing is agreed', () => {
  const early = given(...journeys.underWay, asked, explored());
  early.when('closure.agreed').thenRefused('enquiry-not-concluded');
  given(...journeys.underWay, asked, explored(), journeys.concluded)
    .when('closure.agreed')
    .thenAccepted();
});

test('what a smaller enquiry concluded does not conclude the statutory one that it became', () => {
  given(
    ...journeys.otherEnquiry,
    journeys.concluded,
    w('threshold.limbAssessed', { limb: 'unableToProtect', answer: 'met', because: 'Now known' }),
    w('threshold.decided', { route: 'statutoryEnquiry', because: 'Now met' }),
    asked,
    explored(),
  )
    .when('closure.agreed')
    .thenRefused('enquiry-not-concluded');
});

test('on another route, all points met by now means deciding again', () => {
  given(
    ...journeys.otherEnquiry,
    w('threshold.limbAssessed', { limb: 'unableToProtect', answer: 'met', because: 'Now known' }),
    asked,
    explored(),
  )
    .when('closure.agreed')
    .thenRefused('duty-to-enquire');
});

for (const reason of ['afraidOfConsequences', 'pressureFromSomeone', 'dependsOnThem'] as const) {
  test(`${reason} asks for a second look, by a manager who did not explore it`, () => {
    const before = given(...exploring, w('closure.explored', exploration({ reasons: [reason] }), 'manager'));
    before.when('closure.agreed').thenRefused('second-look-needed');
    const by = (id: string) => w('closure.approved', { because: 'Rang her' }, { ...people.manager, id });
    given(...exploring, w('closure.explored', exploration({ reasons: [reason] }), 'manager'), by('manager-1'))
      .when('closure.agreed')
      .thenRefused('second-look-needed');
    given(...exploring, w('closure.explored', exploration({ reasons: [reason] }), 'manager'), by('manager-2'))
      .when('closure.agreed')
      .thenAccepted();
  });
}

test('a conversation of which nobody knows whether it was private asks for a second look', () => {
  given(...exploring, explored({ conversation: { ...conversation, with: ['person'], freeToSpeak: 'notKnown' } }))
    .when('closure.agreed')
    .thenRefused('second-look-needed');
});

test('others at risk, or a person who disagrees with closing, ask for a second look, also after an approval', () => {
  const approved = [...exploring, explored(), w('closure.approved', { because: 'Read it' })];
  const others = w('risk.assessed', { othersAtRisk: { adults: 'no', children: 'yes' } });
  const disagrees = w('disagreement.recorded', { about: 'closing', words: 'Not yet' });
  given(...approved)
    .when('closure.agreed')
    .thenAccepted();
  given(...approved, others)
    .when('closure.agreed')
    .thenRefused('second-look-needed');
  given(...approved, disagrees)
    .when('closure.agreed')
    .thenRefused('second-look-needed');
});

const lacks = w('capacity.assessed', {
  decision: 'close',
  ableToDecide: { understand: 'no', retain: 'no', useOrWeigh: 'no', communicate: 'no' },
  impairment: 'Brain injury',
  supportGiven: ['Time'],
  conclusion: 'lacksCapacity',
});
const advocateHeard = w('conversation.held', { with: ['advocate'], how: 'phone', freeToSpeak: 'yes' });
const best = w('bestInterests.decided', { decision: 'close', inBestInterests: 'yes', who: ['son'], because: 'Home' });

test('closing for somebody who lacks capacity for it is a best-interests decision that hears who speaks for them', () => {
  given(...exploring, lacks, explored())
    .when('closure.agreed')
    .thenRefused('best-interests-missing');
  given(...exploring, lacks, explored(), best)
    .when('closure.agreed')
    .thenRefused('best-interests-missing');
  given(...journeys.underWay, journeys.concluded, advocateHeard, asked, lacks, explored(), best)
    .when('closure.agreed')
    .thenRefused('best-interests-missing');
  given(...exploring, lacks, explored(), advocateHeard, best)
    .when('closure.agreed')
    .thenAccepted();
});

test('an advocate who is owed takes part in closing', () => {
  const difficulty = w('advocacy.considered', { difficulty: ['retain'], appropriatePerson: { exists: 'no' } });
  given(...exploring, difficulty)
    .when('closure.explored', exploration())
    .thenRefused('advocate-owed');
  given(...exploring, difficulty, w('advocate.requested'))
    .when('closure.explored', exploration())
    .thenRefused('advocate-owed');
  given(...exploring, difficulty, w('advocate.requested'), w('advocate.appointed', { who: 'A' }))
    .when('closure.explored', exploration())
    .thenAccepted();
});

const override = (more: Partial<EventData<'wishes.overridden'>> = {}) =>
  w('wishes.overridden', { about: 'act', grounds: ['riskToAdults'], proportionate: 'Only her grandson', ...more });

test('going on although the person asked to stop needs a lawful ground since then, and an explanation', () => {
  const overridden = { because: 'Her grandson is at risk' } as const;
  const told = override({ explained: { how: 'inPerson', at: '2026-03-02T09:00:00Z' } });
  given(...journeys.underWay, told, asked, explored())
    .when('closure.overridden', overridden)
    .thenRefused('wishes-not-overridden');
  given(...journeys.underWay, asked, explored(), override({ grounds: [] }))
    .when('closure.overridden', overridden)
    .thenRefused('wishes-not-overridden');
  given(...journeys.underWay, asked, explored(), override())
    .when('closure.overridden', overridden)
    .thenRefused('override-not-explained');
  given(...journeys.underWay, asked, explored(), told)
    .when('closure.overridden', overridden)
    .thenAccepted();
  given(...journeys.underWay, w('closure.requested', { wishOf: 'team' }), explored())
    .when('closure.overridden', overridden)
    .thenAccepted();
});

test('reconsidering returns to where the case was and voids what was explored', () => {
  const due = given(...journeys.underWay, w('checkIn.fellDue'), asked, explored(), w('closure.reconsidered')).case;
  assert.deepEqual(due.state.journey, { active: { checkIns: 'due' } });
  given(...journeys.underWay, asked, explored(), w('closure.reconsidered'), asked)
    .when('closure.agreed')
    .thenRefusedAmongOthers('closure-not-explored');
});

test('the review asks after outcomes, risk and safety at the end', () => {
  given(...journeys.reviewing)
    .when('review.completed')
    .thenRefused('outcome-not-reviewed', 'risk-not-reviewed', 'end-safety-missing');
});

test('an outcome that comes up during the review is answered first', () => {
  given(...journeys.reviewing, w('outcome.expressed', { outcomeId: 'o2', words: 'A key safe', saidBy: 'person' }))
    .when('review.completed')
    .thenRefusedAmongOthers('outcome-unanswered');
});

test('how safe somebody feels at a check-in does not say how safe they feel at the end', () => {
  const [, , , ...before] = [...journeys.stepDown].reverse();
  const reviewed = [...before.reverse(), w('risk.reviewed', { result: 'removed' })];
  given(...reviewed, w('safety.rated', { moment: 'checkIn', rating: 5 }))
    .when('review.completed')
    .thenRefused('end-safety-missing');
  given(...reviewed, w('safety.rated', { moment: 'end', words: 'I lock my door now.' }))
    .when('review.completed')
    .thenAccepted();
});

test('only a disagreement about closing asks for a second look at closing', () => {
  const disagrees = (about: EventData<'disagreement.recorded'>['about']) =>
    given(...exploring, explored(), w('disagreement.recorded', { about, words: 'No.' }, 'person')).when(
      'closure.agreed',
    );
  disagrees('closing').thenRefused('second-look-needed');
  disagrees('plan').thenAccepted();
});

test('a wish to close that somebody else has, or the team, is not the person’s, whoever writes it down', () => {
  const wish = (wishOf?: 'person' | 'somebodyElse' | 'team', by: 'person' | 'practitioner' = 'person') =>
    given(...journeys.underWay, w('closure.requested', wishOf ? { wishOf } : {}, by)).case.facts.closure
      .requestedByPerson;
  assert.deepEqual([wish(), wish('person'), wish('somebodyElse'), wish('team')], [true, true, false, false]);
  assert.deepEqual([wish(undefined, 'practitioner'), wish('person', 'practitioner')], [false, true]);
});

test('a conversation about closing counts as hearing the person; reaching nobody does not', () => {
  const heardAt = (data: Explored) => given(...exploring, w('closure.explored', data)).case.facts.voice.personHeardAt;
  assert.equal(heardAt(exploration()), exploring.length + 1);
  const tried = [attempt('phone'), attempt('inPerson'), attempt('phone')];
  const { conversation: _, ...unreached } = exploration({ reasons: [], attempts: tried });
  assert.ok(heardAt(unreached) < exploring.length);
});
