import { test } from 'node:test';
import { given, journeys, written as w } from '../testing/index.js';

const end = { because: 'What she wanted is in place' } as const;
const offer = (kind: 'careActAssessment' | 'housing' | 'police' | 'carersAssessment', id = 's1') =>
  w('support.offered', { supportId: id, kind });
const declined = w('support.declined', { supportId: 's1', because: 'I manage' }, 'person');
const accepted = w('support.accepted', { supportId: 's1' }, 'person');
const handedOver = w('support.handedOver', { supportId: 's1', to: 'Adult contact team' });

const notOffered = w('support.notOffered', { because: 'Has all she wants' });

test('a case does not close before other help was considered', () => {
  given(...journeys.stepDown)
    .when('case.closed', end)
    .thenRefused('support-not-considered');
  given(...journeys.stepDown, notOffered)
    .when('case.closed', end)
    .thenAccepted();
});

test('an offer is answered, and what was accepted is handed over', () => {
  const offered = [...journeys.stepDown, offer('housing')];
  given(...offered)
    .when('case.closed', end)
    .thenRefused('offer-unanswered');
  given(...offered, accepted)
    .when('case.closed', end)
    .thenRefused('handover-missing');
  given(...offered, accepted, handedOver)
    .when('case.closed', end)
    .thenAccepted();
  given(...offered, declined)
    .when('case.closed', end)
    .thenAccepted();
});

test('a hand-over that the service refuses is none, until the support is withdrawn or taken elsewhere', () => {
  const refused = [
    ...journeys.stepDown,
    offer('housing'),
    accepted,
    handedOver,
    w('support.refused', { supportId: 's1', because: 'Full' }),
  ];
  const withdrawn = w('support.withdrawn', {
    supportId: 's1',
    because: 'Nobody',
    insteadOffered: 'Visits',
    personTold: 'yes',
  });
  given(...refused)
    .when('case.closed', end)
    .thenRefused('handover-missing');
  given(...refused, handedOver)
    .when('case.closed', end)
    .thenAccepted();
  given(...refused, withdrawn)
    .when('case.closed', end)
    .thenAccepted();
});

test('what is not the person’s to accept only has to be handed over', () => {
  given(...journeys.stepDown, offer('police'))
    .when('case.closed', end)
    .thenRefused('offer-unanswered');
  given(...journeys.stepDown, offer('police'), handedOver)
    .when('case.closed', end)
    .thenAccepted();
});

const stillAtRisk = [
  ...journeys.reviewing,
  w('outcome.reviewed', { outcomeId: 'o1', result: 'partlyAchieved', view: 'person' }),
  w('risk.reviewed', { result: 'remains' }),
  w('safety.rated', { moment: 'end', notSaidBecause: 'Did not want to' }),
  w('review.completed'),
];

test('saying no to an assessment does not end the duty while the person is at risk', () => {
  given(...stillAtRisk, offer('careActAssessment'), declined)
    .when('case.closed', end)
    .thenRefused('assessment-still-owed');
  given(...stillAtRisk, offer('careActAssessment'), declined, handedOver)
    .when('case.closed', end)
    .thenAccepted();
  given(...journeys.stepDown, offer('careActAssessment'), declined)
    .when('case.closed', end)
    .thenAccepted();
});

test('nobody reached is no refusal: the assessment stays owed', () => {
  const noReply = w('support.declined', { supportId: 's1', because: 'No answer', noReply: 'yes' });
  given(...stillAtRisk, offer('careActAssessment'), noReply)
    .when('case.closed', end)
    .thenRefused('assessment-still-owed');
});

test('it also stays owed to a person who cannot decide about it, in their best interests', () => {
  const lacks = w('capacity.assessed', {
    decision: 'assess',
    ableToDecide: { understand: 'no', retain: 'no', useOrWeigh: 'no', communicate: 'no' },
    impairment: 'Brain injury',
    supportGiven: ['Time'],
    conclusion: 'lacksCapacity',
  });
  const best = w('bestInterests.decided', {
    decision: 'assess',
    inBestInterests: 'yes',
    who: ['son'],
    because: 'Care',
  });
  given(...journeys.stepDown, lacks, best, offer('careActAssessment'), declined)
    .when('case.closed', end)
    .thenRefused('assessment-still-owed');
});

test('a carer may always say no to a carer’s assessment', () => {
  given(...stillAtRisk, offer('carersAssessment'), declined)
    .when('case.closed', end)
    .thenAccepted();
});

test('an assessment that is owed is never withdrawn', () => {
  given(...stillAtRisk, offer('careActAssessment'), declined)
    .when('support.withdrawn', { supportId: 's1', because: 'Full', insteadOffered: 'Leaflet', personTold: 'yes' })
    .thenRefused('assessment-still-owed');
});

const elsewhere = w('threshold.decided', {
  route: 'redirected',
  because: 'Moved',
  ground: 'elsewhere',
  to: 'Council B',
});

test('a case passed to another council closes once somebody there has it', () => {
  given(...journeys.heard, elsewhere, notOffered)
    .when('case.closed', end)
    .thenRefused('transfer-not-accepted');
  given(...journeys.heard, elsewhere, notOffered, w('transfer.accepted', { by: 'Council B' }))
    .when('case.closed', end)
    .thenAccepted();
});

test('nobody is asked to answer for the dead', () => {
  given(
    ...journeys.heard,
    w('outcome.expressed', { outcomeId: 'o1', words: 'My card', saidBy: 'person' }),
    w('threshold.decided', { route: 'redirected', because: 'Died', ground: 'died' }),
  )
    .when('case.closed', end)
    .thenAccepted();
});

test('no case closes while somebody is in immediate danger', () => {
  const danger = w('danger.reported', { what: 'He is at the door' });
  given(...journeys.stepDown, notOffered, danger)
    .when('case.closed', end)
    .thenRefused('danger-immediate');
  given(...journeys.stepDown, notOffered, danger, w('danger.eased'))
    .when('case.closed', end)
    .thenAccepted();
});

test('an outcome that comes up in step-down is answered and, after an enquiry, looked back at', () => {
  const late = w('outcome.expressed', { outcomeId: 'o2', words: 'A key safe', saidBy: 'person' });
  given(...journeys.stepDown, notOffered, late)
    .when('case.closed', end)
    .thenRefused('outcome-unanswered');
  given(...journeys.stepDown, notOffered, late, w('outcome.agreed', { outcomeId: 'o2' }))
    .when('case.closed', end)
    .thenRefused('outcome-not-reviewed');
  given(...journeys.noEnquiry, notOffered, late, w('outcome.agreed', { outcomeId: 'o2' }))
    .when('case.closed', end)
    .thenAccepted();
});

test('nobody considered an advocate: the duty stands', () => {
  const [_advocacy, ...agreed] = journeys.outcomeAgreed;
  const reviewed = journeys.stepDown.slice(journeys.underWay.length);
  given(...journeys.statutoryEnquiry, ...agreed, journeys.planAgreed, ...reviewed, notOffered)
    .when('case.closed', end)
    .thenRefused('duty-outstanding');
});

test('an override is explained before the case closes', () => {
  const unexplained = w('wishes.overridden', {
    about: 'share',
    grounds: ['seriousCrime'],
    proportionate: 'Police only',
  });
  const explained = w('wishes.overridden', {
    about: 'share',
    grounds: ['seriousCrime'],
    proportionate: 'Police only',
    notExplainedBecause: 'Not safe',
  });
  given(...journeys.stepDown, notOffered, unexplained)
    .when('case.closed', end)
    .thenRefused('duty-outstanding');
  given(...journeys.stepDown, notOffered, unexplained, explained)
    .when('case.closed', end)
    .thenAccepted();
});
