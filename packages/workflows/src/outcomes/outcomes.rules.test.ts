import { test } from 'node:test';
import { given, journeys, written as w } from '../testing/index.js';

const plan = { actions: [{ what: 'Bank visit', who: 'practitioner-1', by: '2026-03-20' }] };
const expressed = w('outcome.expressed', { outcomeId: 'o1', words: 'My card', saidBy: 'person' });
const asked = w('outcomes.asked', { result: 'expressed' });
const listening = journeys.statutoryEnquiry;

test('nobody plans before asking the person what they want', () => {
  given(...listening)
    .when('plan.agreed', plan)
    .thenRefused('wrong-stage', 'outcomes-not-asked');
});

test('an answer that the person disagrees with is no answer', () => {
  const reworked = (personAgrees: 'yes' | 'no' | 'cannotSay') =>
    w('outcome.reworked', { outcomeId: 'o1', words: 'Card and help', because: 'Bills', personAgrees });
  given(...listening, asked, expressed)
    .when('plan.agreed', plan)
    .thenRefused('outcome-unanswered');
  given(...listening, asked, expressed, reworked('no'))
    .when('plan.agreed', plan)
    .thenRefused('outcome-unanswered');
  given(...listening, asked, expressed, reworked('yes'))
    .when('plan.agreed', plan)
    .thenAccepted();
  given(
    ...listening,
    asked,
    expressed,
    w('outcome.declined', { outcomeId: 'o1', because: 'Cannot', insteadOffered: 'Plan' }),
  )
    .when('plan.agreed', plan)
    .thenAccepted();
  given(...listening, asked, expressed, w('outcome.withdrawn', { outcomeId: 'o1' }, 'person'))
    .when('plan.agreed', plan)
    .thenAccepted();
});

const difficulty = w('advocacy.considered', { difficulty: ['retain'], appropriatePerson: { exists: 'no' } });

test('an advocate who is owed is there before the person is asked, or asked for when it cannot wait', () => {
  given(...listening, difficulty)
    .when('outcomes.asked', { result: 'expressed' })
    .thenRefused('advocate-owed');
  given(...listening, difficulty)
    .when('outcomes.asked', { result: 'notAsked', because: 'Asleep' })
    .thenRefused('advocate-owed');
  given(...listening, difficulty, w('advocate.requested'))
    .when('outcomes.asked', { result: 'notAsked', because: 'Asleep' })
    .thenAccepted();
  given(...listening, asked, difficulty, w('advocate.requested'))
    .when('plan.agreed', plan)
    .thenRefused('advocate-owed');
  given(...listening, asked, difficulty, w('advocate.requested'))
    .when('plan.agreed', { ...plan, urgent: 'yes' })
    .thenAccepted();
});

test('a paid carer, or somebody with a conflict of interest, is no appropriate person', () => {
  const considered = (person: { paid?: 'yes' | 'no'; conflicted?: 'yes' | 'no'; personAgrees?: 'yes' | 'no' }) =>
    w('advocacy.considered', {
      difficulty: ['retain'],
      appropriatePerson: { exists: 'yes', paid: 'no', conflicted: 'no', personAgrees: 'yes', ...person },
    });
  const ask = { result: 'expressed' } as const;
  given(...listening, considered({}))
    .when('outcomes.asked', ask)
    .thenAccepted();
  given(...listening, considered({ paid: 'yes' }))
    .when('outcomes.asked', ask)
    .thenRefused('advocate-owed');
  given(...listening, considered({ conflicted: 'yes' }))
    .when('outcomes.asked', ask)
    .thenRefused('advocate-owed');
  given(...listening, considered({ personAgrees: 'no' }))
    .when('outcomes.asked', ask)
    .thenRefused('advocate-owed');
});

const no = (about: 'enquire' | 'act' | 'share') => w('wishes.recorded', { about, answer: 'no' }, 'person');
const yes = w('wishes.recorded', { about: 'act', answer: 'yes' }, 'person');
const override = (about: 'act' | 'share', explained: boolean) =>
  w('wishes.overridden', {
    about,
    grounds: ['riskToChildren'],
    proportionate: 'Only what is needed',
    ...(explained ? { explained: { how: 'inPerson', at: '2026-03-02T09:00:00Z' } as const } : {}),
  });

test('acting against a wish needs a lawful ground and an explanation, and stands until the wish changes', () => {
  const ready = [...listening, asked, no('act')];
  given(...ready)
    .when('plan.agreed', plan)
    .thenRefused('wishes-not-overridden');
  given(...ready, override('act', false))
    .when('plan.agreed', plan)
    .thenRefused('override-not-explained');
  given(...ready, override('act', true))
    .when('plan.agreed', plan)
    .thenAccepted();
  given(...ready, override('act', true), no('act'))
    .when('plan.agreed', plan)
    .thenAccepted();
  given(...ready, override('act', true), yes, no('act'))
    .when('plan.agreed', plan)
    .thenRefused('wishes-not-overridden');
});

test('sharing against a wish needs the same', () => {
  const shared = { to: 'police', ground: 'seriousCrime', personTold: 'yes' } as const;
  const ready = [...journeys.heard, no('share')];
  given(...ready)
    .when('information.shared', shared)
    .thenRefused('wishes-not-overridden');
  given(...ready)
    .when('information.requested', { from: 'gp', about: 'share' })
    .thenRefused('wishes-not-overridden');
  given(...ready)
    .when('information.requested', { from: 'gp' })
    .thenAccepted();
  given(...ready, override('share', true))
    .when('information.shared', shared)
    .thenAccepted();
});

test('a part of the enquiry that somebody else makes is reported before it is concluded', () => {
  const caused = w('enquiry.caused', { enquiryId: 'e1', to: 'Home care', about: 'Night visits' });
  const data = { result: 'riskIdentified', actionTaken: 'yes' } as const;
  given(...journeys.underWay, caused)
    .when('enquiry.concluded', data)
    .thenRefused('enquiry-report-missing');
  given(...journeys.underWay, caused, w('enquiry.reported', { enquiryId: 'e1', found: 'Two missed', enough: 'no' }))
    .when('enquiry.concluded', data)
    .thenAccepted();
  given(...journeys.heard, w('closure.requested', {}, 'person'))
    .when('enquiry.concluded', data)
    .thenRefused('threshold-undecided');
});
