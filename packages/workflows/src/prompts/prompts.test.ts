import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCase } from '../case/case.js';
import { englandCareAct } from '../policy/england-care-act.js';
import { type Written, CASE_ID, given, givenPolicy, journeys, written as w } from '../testing/index.js';
import { type PromptCode, promptCodes } from './prompt.js';
import { prompts } from './prompts.js';

const shown = (...events: readonly Written[]): PromptCode[] => prompts(given(...events).case).map(({ code }) => code);

const { aConcern, acknowledged, heard, underWay, reviewing, stepDown, closed } = journeys;

const raised = (data: Extract<Written, readonly ['concern.raised', ...unknown[]]>[1] | object): Written =>
  w('concern.raised', { whatHappened: 'He takes her card.', ...data });

const talk = (data: object = {}): Written =>
  w('conversation.held', { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', ...data });

const checkIn = (data: object): Written =>
  w('checkIn.recorded', { makingADifference: 'yes', stillTheseOutcomes: 'yes', carryOn: 'yes', ...data });

const explored = (data: object): Written =>
  w('closure.explored', {
    conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes' },
    reasons: ['dependsOnThem'],
    alternativesOffered: [],
    wayBackGiven: 'yes',
    ...data,
  });

const stop = w('closure.requested', {}, 'person');
const lacksCapacity = w('capacity.assessed', {
  decision: 'other',
  ableToDecide: { understand: 'no', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' },
  impairment: 'Dementia',
  supportGiven: ['Pictures'],
  conclusion: 'lacksCapacity',
});
const offer = (kind: 'careActAssessment' | 'carersAssessment') => w('support.offered', { supportId: 's1', kind });
const hard = w('advocacy.considered', { difficulty: ['retain'], appropriatePerson: { exists: 'no' } });
const sayingIt = w('advocacy.considered', { difficulty: ['communicate'], appropriatePerson: { exists: 'no' } });
const othersAtRisk = w('risk.assessed', { othersAtRisk: { adults: 'yes', children: 'no' } });
const shared = w('information.shared', { to: 'Police', ground: 'riskToAdults', personTold: 'yes' });
const learned = w('lesson.learned', { what: 'Ask sooner' });
const asked = w('information.requested', { from: 'Children’s services' });
const remains = w('risk.reviewed', { result: 'remains' });

/** A prompt is shown after these, and not any more after the answer. */
const table: readonly (readonly [PromptCode, readonly Written[], Written])[] = [
  ['speak-with-the-person', aConcern, talk()],
  ['words-missing', [...acknowledged, talk()], talk({ words: 'I am fine.' })],
  ['words-missing', [...acknowledged, talk()], talk({ observed: 'She turned to the wall.' })],
  [
    'words-missing',
    [...acknowledged, talk()],
    w('wishes.recorded', { about: 'act', answer: 'no', words: 'Leave him' }),
  ],
  ['words-missing', [...acknowledged, talk()], w('safety.rated', { moment: 'start', words: 'Not very' })],
  ['words-missing', [...acknowledged, talk()], w('closure.requested', { words: 'Stop' }, 'person')],
  ['words-missing', [...acknowledged, talk()], w('closure.requested', { words: 'Stop', wishOf: 'person' })],
  [
    'words-missing',
    [...acknowledged, talk()],
    w('outcome.expressed', { outcomeId: 'o1', words: 'My card', saidBy: 'person' }),
  ],
  ['words-missing', [...acknowledged, talk(), stop], explored({ words: 'Too many people.' })],
  ['ask-what-they-want', heard, w('outcomes.asked', { result: 'noneExpressed' })],
  ['ask-what-they-want', heard, w('outcome.expressed', { outcomeId: 'o1', words: 'My card', saidBy: 'person' })],
  ['ask-how-safe', heard, w('safety.rated', { moment: 'start', rating: 2 })],
  ['ask-wishes', heard, w('wishes.recorded', { about: 'enquire', answer: 'unsure' })],
  ['safe-contact-unknown', [raised({})], talk()],
  ['safe-contact-unknown', [raised({})], raised({ adult: { safeContact: 'Mornings' } })],
  ['agree-adjustments', [raised({ adult: { communication: 'Signs' } })], w('adjustment.agreed', { what: 'Signer' })],
  ['agree-adjustments', [...aConcern, sayingIt], w('adjustment.agreed', {})],
  ['consider-advocate', heard, journeys.advocateNotNeeded],
  ['consider-capacity-for-this-decision', [...aConcern, hard], lacksCapacity],
  ['consider-capacity-for-this-decision', [...heard, stop, explored({ understands: 'unsure' })], lacksCapacity],
  ['consider-capacity-for-this-decision', [...heard, stop, explored({ understands: 'no' })], lacksCapacity],
  ['share-for-safety', [...aConcern, othersAtRisk], shared],
  ['seen-before', [...aConcern, raised({})], w('case.linked', { linkedCaseId: 'earlier' })],
  ['transition-16-to-25', [raised({ adult: { dateOfBirth: '2006-03-02' } })], asked],
  [
    'transition-16-to-25',
    [raised({ adult: { dateOfBirth: '2000-03-03' } })],
    w('meeting.held', { kind: 'planning', personThere: 'yes' }),
  ],
  ['liberty-safeguards', [raised({ location: 'careHomeNursing' }), lacksCapacity], asked],
  ['check-in-not-planned', underWay, w('checkIn.scheduled', { due: '2026-04-01' })],
  ['check-in-not-planned', [...underWay, checkIn({})], checkIn({ nextDue: '2026-04-01' })],
  [
    'check-in-not-planned',
    [...underWay, w('checkIn.scheduled', { due: '2026-04-01' }), w('checkIn.missed', {})],
    checkIn({ nextDue: '2026-04-01' }),
  ],
  ['check-in-makes-no-difference', [...underWay, checkIn({ makingADifference: 'no' })], w('outcomes.reopened', {})],
  ['check-in-makes-no-difference', [...underWay, checkIn({ makingADifference: 'no' })], checkIn({})],
  ['person-may-want-to-stop', [...underWay, checkIn({ carryOn: 'no' })], stop],
  ['offer-carers-assessment', [raised({ carerKnown: 'yes' })], offer('carersAssessment')],
  ['support-fits-reason', [...heard, stop, explored({})], offer('careActAssessment')],
  ['plan-review-not-dated', [...reviewing, remains], w('plan.reviewed', { nextDate: '2026-06-01' })],
  ['tell-the-referrer', journeys.noEnquiry, w('feedback.given', {})],
  ['learn-from-this', stepDown, learned],
  ['learn-from-this', [...heard, stop], learned],
  ['learn-from-this', closed, learned],
];

for (const [code, before, answer] of table) {
  test(`${code} is shown until ${answer[0]} answers it`, () => {
    assert.ok(shown(...before).includes(code), `not shown: ${shown(...before).join()}`);
    assert.ok(!shown(...before, answer).includes(code), 'still shown');
  });
}

test('every prompt there is is in the table', () => {
  assert.deepEqual([...new Set(table.map(([code]) => code))].sort(), [...promptCodes].sort());
});

/** A prompt is not shown where it would be wrong to ask. */
const not: readonly (readonly [PromptCode, string, readonly Written[]])[] = [
  ['words-missing', 'nobody was heard at all', aConcern],
  ['words-missing', 'the person raised it themselves', [raised({ aboutSelf: 'yes' }), talk()]],
  ['tell-the-referrer', 'nothing is decided', heard],
  [
    'tell-the-referrer',
    'the person raised it themselves',
    [raised({ aboutSelf: 'yes' }), ...journeys.noEnquiry.slice(1)],
  ],
  ['seen-before', 'this is the first concern', aConcern],
  ['transition-16-to-25', 'the person is 26', [raised({ adult: { dateOfBirth: '2000-03-02' } })]],
  ['transition-16-to-25', 'the person is 15', [raised({ adult: { dateOfBirth: '2010-03-03' } })]],
  ['liberty-safeguards', 'the person lives at home', [raised({ location: 'ownHome' }), lacksCapacity]],
  ['liberty-safeguards', 'nothing says that they cannot decide', [raised({ location: 'careHomeNursing' })]],
  ['consider-capacity-for-this-decision', 'only saying it is hard', [...aConcern, sayingIt]],
  ['check-in-not-planned', 'there is no plan yet', journeys.statutoryEnquiry],
  ['person-may-want-to-stop', 'closing is being talked about', [...underWay, checkIn({ carryOn: 'no' }), stop]],
  ['support-fits-reason', 'no reason points to help', [...heard, stop, explored({ reasons: ['privacy'] })]],
  ['plan-review-not-dated', 'the risk is reduced', [...reviewing, w('risk.reviewed', { result: 'reduced' })]],
  ['learn-from-this', 'nothing is ending', underWay],
];

for (const [code, when, events] of not) {
  test(`${code} is not shown where ${when}`, () => assert.ok(!shown(...events).includes(code)));
}

test('somebody else’s wish to stop is not the person’s words', () => {
  const theirs = w('closure.requested', { words: 'She has had enough', wishOf: 'somebodyElse' });
  assert.ok(shown(...acknowledged, talk(), theirs).includes('words-missing'));
  const heardOther = w('outcome.expressed', { outcomeId: 'o1', words: 'Peace', saidBy: 'representative' });
  assert.ok(shown(...acknowledged, talk(), heardOther).includes('words-missing'));
  const withAdvocate = talk({ with: ['advocate'], words: 'She wants peace' });
  assert.ok(shown(...acknowledged, talk(), withAdvocate).includes('words-missing'));
});

test('the dead are not asked', () => {
  const died = w('threshold.decided', { route: 'redirected', ground: 'died', because: 'She died' });
  const codes = shown(...acknowledged, died);
  for (const code of ['speak-with-the-person', 'ask-what-they-want', 'ask-how-safe', 'consider-advocate'] as const) {
    assert.ok(!codes.includes(code), code);
  }
  assert.ok(codes.includes('learn-from-this') && codes.includes('tell-the-referrer'));
});

test('after closing only what can still be recorded is prompted', () => {
  assert.deepEqual(shown(...closed), ['tell-the-referrer', 'learn-from-this']);
  assert.deepEqual(prompts(openCase({ id: CASE_ID })), []);
});

test('opened again, the person is asked afresh', () => {
  const again = w('case.reopened', { because: 'He is back' });
  const safe = w('safety.rated', { moment: 'start', rating: 2 });
  assert.ok(!shown(...heard, safe).includes('ask-how-safe'));
  const codes = shown(...closed, again);
  for (const code of ['speak-with-the-person', 'ask-how-safe', 'consider-advocate'] as const) {
    assert.ok(codes.includes(code), code);
  }
});

test('each prompt is a sentence with its law and the event that answers it, in the pack’s words', () => {
  const wording = { 'ask-how-safe': { message: 'How safe do they feel?' } };
  const list = prompts(givenPolicy({ ...englandCareAct, wording }, ...heard).case);
  for (const { message, cites } of list) assert.ok(/[.?]$/.test(message) && cites.length > 5);
  assert.deepEqual(
    list.find(({ code }) => code === 'ask-how-safe'),
    {
      code: 'ask-how-safe',
      event: 'safety.rated',
      message: 'How safe do they feel?',
      cites: 'Care and Support Statutory Guidance 14',
    },
  );
});
