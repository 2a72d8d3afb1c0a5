import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventData } from '../case/events.js';
import { englandCareAct } from '../policy/england-care-act.js';
import { type Written, given, givenPolicy, journeys, written as w } from '../testing/index.js';
import { duties } from './duties-of-case.js';
import { enforcedDuties } from './duties.js';
import type { DutyCode, DutyStatus } from './duty.js';

const stands = (code: DutyCode, ...events: readonly Written[]): DutyStatus | undefined =>
  duties(given(...events).case).find((duty) => duty.code === code)?.status;

const { aConcern, acknowledged, allLimbsMet, otherEnquiry, statutoryEnquiry, underWay, stepDown, closed } = journeys;

const needsAdvocate = w('advocacy.considered', { difficulty: ['retain'], appropriatePerson: { exists: 'no' } });
const offer = (kind: 'careActAssessment' | 'carersAssessment' | 'informationAndAdvice', supportId = 's1') =>
  w('support.offered', { supportId, kind });
const accepted = w('support.accepted', { supportId: 's1' });
const declined = w('support.declined', { supportId: 's1', because: 'I have had enough of people' }, 'person');
const handedOver = w('support.handedOver', { supportId: 's1', to: 'Adult contact team' });
const died = w('threshold.decided', { route: 'redirected', ground: 'died', because: 'She died in hospital' });
const elsewhere = w('threshold.decided', {
  route: 'redirected',
  ground: 'elsewhere',
  to: 'Council B',
  because: 'She moved',
});
const lacksCapacity = w('capacity.assessed', {
  decision: 'assess',
  ableToDecide: { understand: 'no', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' },
  impairment: 'A stroke',
  supportGiven: ['Pictures'],
  conclusion: 'lacksCapacity',
});
const inInterests = w('bestInterests.decided', {
  decision: 'assess',
  inBestInterests: 'yes',
  who: ['Kim'],
  because: 'Safer',
});
const otherLimb = (answer: 'met' | 'notMet') =>
  w('threshold.limbAssessed', { limb: 'unableToProtect', answer, because: 'We asked again' });
const notAtRisk = w('threshold.limbAssessed', { limb: 'abuseOrRisk', answer: 'notMet', because: 'It was a mistake' });
const carer = w('concern.raised', { whatHappened: 'Her son is worn out.', carerKnown: 'yes' });
const othersAtRisk = w('risk.assessed', { othersAtRisk: { adults: 'no', children: 'yes' } });
const harm = w('risk.assessed', { seriousHarm: 'yes' });
const shared = w('information.shared', { to: 'Children’s services', ground: 'riskToChildren', personTold: 'yes' });
const learned = w('lesson.learned', { what: 'Ask sooner' });
const no = w('wishes.recorded', { about: 'act', answer: 'no' }, 'person');
const AN_OVERRIDE = {
  about: 'act',
  grounds: ['riskToAdults'],
  proportionate: 'Only this',
} satisfies EventData<'wishes.overridden'>;
const overridden = w('wishes.overridden', AN_OVERRIDE);
const explained = w('wishes.overridden', {
  about: 'act',
  grounds: ['riskToAdults'],
  proportionate: 'Only this',
  explained: { how: 'inPerson', at: '2026-03-02' },
});

const table: readonly (readonly [DutyCode, DutyStatus, string, readonly Written[]])[] = [
  ['enquire', 'doesNotArise', 'nothing is known yet', aConcern],
  ['enquire', 'arises', 'all points are met, whatever is decided', allLimbsMet],
  ['enquire', 'arises', 'the enquiry is under way', statutoryEnquiry],
  ['enquire', 'met', 'the enquiry is concluded', [...underWay, journeys.concluded]],
  ['enquire', 'doesNotArise', 'a point is not met', otherEnquiry],
  ['enquire', 'arises', 'by now all points are met', [...otherEnquiry, otherLimb('met')]],
  ['enquire', 'doesNotArise', 'the person died', [...allLimbsMet, died]],
  ['enquire', 'doesNotArise', 'another council answers it', [...allLimbsMet, elsewhere]],
  ['arrangeAdvocate', 'doesNotArise', 'there is no statutory enquiry', [...otherEnquiry, needsAdvocate]],
  ['arrangeAdvocate', 'arises', 'nobody has considered it', statutoryEnquiry],
  ['arrangeAdvocate', 'doesNotArise', 'the person can take part', [...statutoryEnquiry, journeys.advocateNotNeeded]],
  ['arrangeAdvocate', 'arises', 'one is needed', [...statutoryEnquiry, needsAdvocate, w('advocate.requested')]],
  [
    'arrangeAdvocate',
    'met',
    'one is there',
    [...statutoryEnquiry, needsAdvocate, w('advocate.appointed', { who: 'Sam' })],
  ],
  ['arrangeAssessmentAdvocate', 'doesNotArise', 'no assessment was asked for', statutoryEnquiry],
  ['arrangeAssessmentAdvocate', 'doesNotArise', 'it was only offered', [...acknowledged, offer('careActAssessment')]],
  ['arrangeAssessmentAdvocate', 'arises', 'it was accepted', [...acknowledged, offer('careActAssessment'), accepted]],
  [
    'arrangeAssessmentAdvocate',
    'arises',
    'it is handed over',
    [...acknowledged, offer('careActAssessment'), needsAdvocate, handedOver],
  ],
  [
    'arrangeAssessmentAdvocate',
    'doesNotArise',
    'it is other help',
    [...acknowledged, offer('carersAssessment'), accepted],
  ],
  ['assessNeeds', 'doesNotArise', 'needs are not known', acknowledged],
  ['assessNeeds', 'arises', 'the person has needs', allLimbsMet],
  ['assessNeeds', 'met', 'it was offered', [...allLimbsMet, offer('careActAssessment')]],
  [
    'assessNeeds',
    'arises',
    'the offer was withdrawn',
    [
      ...allLimbsMet,
      offer('careActAssessment'),
      w('support.withdrawn', { supportId: 's1', because: 'No team', insteadOffered: 'Advice', personTold: 'yes' }),
    ],
  ],
  ['assessDespiteRefusal', 'doesNotArise', 'nobody refused', [...allLimbsMet, offer('careActAssessment'), accepted]],
  ['assessDespiteRefusal', 'arises', 'refused, and at risk', [...allLimbsMet, offer('careActAssessment'), declined]],
  [
    'assessDespiteRefusal',
    'met',
    'handed over all the same',
    [...allLimbsMet, offer('careActAssessment'), declined, handedOver],
  ],
  [
    'assessDespiteRefusal',
    'doesNotArise',
    'refused, and not at risk',
    [...allLimbsMet, notAtRisk, offer('careActAssessment'), declined],
  ],
  [
    'assessDespiteRefusal',
    'doesNotArise',
    'refused, and the risk is gone',
    [...stepDown, offer('careActAssessment'), declined],
  ],
  [
    'assessDespiteRefusal',
    'arises',
    'refused without capacity, against their interests',
    [...stepDown, offer('careActAssessment'), declined, lacksCapacity, inInterests],
  ],
  [
    'assessDespiteRefusal',
    'doesNotArise',
    'refused without capacity, and nobody decided that it is in their interests',
    [...stepDown, offer('careActAssessment'), declined, lacksCapacity],
  ],
  [
    'assessDespiteRefusal',
    'doesNotArise',
    'a carer refused their own',
    [...allLimbsMet, offer('carersAssessment'), declined],
  ],
  ['assessCarer', 'doesNotArise', 'no carer is known', aConcern],
  ['assessCarer', 'arises', 'a carer is known', [...aConcern, carer]],
  ['assessCarer', 'met', 'it was offered', [...aConcern, carer, offer('carersAssessment')]],
  ['giveAdvice', 'arises', 'none was offered', aConcern],
  ['giveAdvice', 'met', 'it was offered', [...aConcern, offer('informationAndAdvice')]],
  ['involveThePerson', 'arises', 'nobody heard them', aConcern],
  ['involveThePerson', 'arises', 'heard, and not asked', journeys.heard],
  ['involveThePerson', 'met', 'heard and asked', [...journeys.heard, w('outcomes.asked', { result: 'noneExpressed' })]],
  [
    'involveThePerson',
    'met',
    'heard, and they said what they want',
    [...journeys.heard, w('outcome.expressed', { outcomeId: 'o1', words: 'My card back', saidBy: 'person' })],
  ],
  ['involveThePerson', 'doesNotArise', 'the person died', [...acknowledged, died]],
  ['explainOverride', 'doesNotArise', 'nobody went against a wish', aConcern],
  ['explainOverride', 'arises', 'not told', [...underWay, no, overridden]],
  ['explainOverride', 'met', 'told', [...underWay, no, overridden, explained]],
  [
    'explainOverride',
    'arises',
    'told about one wish and not about another',
    [...underWay, no, explained, w('wishes.overridden', { ...AN_OVERRIDE, about: 'enquire' })],
  ],
  [
    'arrangeAdvocate',
    'doesNotArise',
    'nobody else but a statutory enquiry owes one',
    [...otherEnquiry, w('advocate.requested')],
  ],
  [
    'assessDespiteRefusal',
    'met',
    'of two that were refused one is handed over',
    [
      ...allLimbsMet,
      offer('careActAssessment'),
      offer('careActAssessment', 's2'),
      declined,
      w('support.declined', { supportId: 's2', because: 'No' }, 'person'),
      handedOver,
    ],
  ],
  [
    'assessDespiteRefusal',
    'arises',
    'one is refused, another not answered',
    [...allLimbsMet, offer('careActAssessment'), offer('careActAssessment', 's2'), declined],
  ],
  ['shareForSafety', 'doesNotArise', 'nobody else is at risk', aConcern],
  ['shareForSafety', 'arises', 'a child is at risk', [...aConcern, othersAtRisk]],
  ['shareForSafety', 'met', 'it was shared', [...aConcern, othersAtRisk, shared]],
  ['considerReview', 'doesNotArise', 'nobody came to harm', aConcern],
  ['considerReview', 'arises', 'serious harm', [...aConcern, harm]],
  ['considerReview', 'arises', 'the person died', [...acknowledged, died]],
  ['considerReview', 'met', 'it was looked at', [...aConcern, harm, learned]],
];

for (const [code, status, when, events] of table) {
  test(`${code} ${status} where ${when}`, () => assert.equal(stands(code, ...events), status));
}

const meetsIt = (code: DutyCode, ...events: readonly Written[]): readonly string[] | undefined =>
  enforcedDuties(given(...events).case).find((duty) => duty.code === code)?.metBy;

test('a duty that has to be met before a case closes says what meets it', () => {
  assert.deepEqual(meetsIt('enquire', ...statutoryEnquiry), ['closure.reconsidered', 'enquiry.concluded']);
  assert.deepEqual(meetsIt('enquire', ...otherEnquiry, otherLimb('met')), [
    'closure.reconsidered',
    'threshold.decided',
    'enquiry.concluded',
  ]);
  assert.deepEqual(meetsIt('arrangeAdvocate', ...statutoryEnquiry), ['advocacy.considered']);
  assert.deepEqual(meetsIt('arrangeAdvocate', ...statutoryEnquiry, needsAdvocate), [
    'advocate.requested',
    'advocate.appointed',
  ]);
  assert.deepEqual(meetsIt('explainOverride', ...underWay, no, overridden), ['wishes.overridden']);
});

test('every duty is always listed once, in one order, with a sentence and its law', () => {
  const orders = [aConcern, statutoryEnquiry, stepDown, closed].map((events) => {
    const list = duties(given(...events).case);
    for (const { because, cites } of list) assert.ok(because.endsWith('.') && cites.length > 5);
    return list.map(({ code }) => code).join();
  });
  assert.equal(new Set(orders).size, 1);
  assert.equal(orders[0]?.split(',').length, 11);
});

test('enquire, share, act and assess are four decisions: a no about one says nothing of the others', () => {
  const before = duties(given(...allLimbsMet).case);
  const refused = (['enquire', 'share', 'act', 'assess'] as const).map((about) =>
    w('wishes.recorded', { about, answer: 'no' }, 'person'),
  );
  assert.deepEqual(duties(given(...allLimbsMet, ...refused).case), before);
});

test('another nation’s pack cites its own law', () => {
  const policy = { ...englandCareAct, wording: { enquire: { cites: 'SSWBA 2014 s126' } } };
  const list = duties(givenPolicy(policy, ...statutoryEnquiry).case);
  assert.equal(list.find(({ code }) => code === 'enquire')?.cites, 'SSWBA 2014 s126');
});

test('with a time, a duty that arises says by when it should be seen to', () => {
  const { case: current } = given(...acknowledged);
  const involve = (now: string) => duties(current, now).find(({ code }) => code === 'involveThePerson');
  assert.equal(involve('2026-03-03T12:00:00Z')?.passed, false);
  assert.equal(involve('2026-06-03T12:00:00Z')?.passed, true);
  assert.equal(involve('2026-06-03T12:00:00Z')?.due, '2026-03-09');
  assert.deepEqual(
    duties(current).flatMap((duty) => ['due', 'passed', 'provisional'].filter((name) => name in duty)),
    [],
    'without a time nothing is dated',
  );
  const done = duties(given(...journeys.underWay).case, '2026-06-03T12:00:00Z');
  assert.ok(done.every(({ status, due }) => status === 'arises' || due === undefined));
});
