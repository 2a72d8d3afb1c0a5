import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Part, caseParts, episodeParts } from './cells.js';
import { emptyEpisode, foldEpisode } from './episode.js';
import { buildEvent, type Written, written as w } from '../testing/index.js';
import { toEntry } from '../case/correct.js';
import type { CaseEvent } from '../case/events.js';

/** What an episode of these entries adds to one table. The rules judged each elsewhere: here any order is possible. */
const cellsOf = (table: string, ...entries: readonly Written[]): string[] => {
  const episode = entries.reduce((before, [type, data, by], index) => {
    const event = buildEvent({ number: index, type, data: data as never, ...(by ? { by } : {}) }) as CaseEvent;
    return foldEpisode(before, toEntry(event, index + 1), Date.parse(event.at));
  }, emptyEpisode);
  const said: string[] = [];
  for (const { emit } of [...episodeParts, ...caseParts] as Part[])
    emit(episode, (code, row, column) => {
      if (code === table) said.push(column === 'number' ? row : `${row} ${column}`);
    });
  return said;
};

const offered = w('support.offered', { supportId: 's1', kind: 'housing' });
const accepted = w('support.accepted', { supportId: 's1' });
const handedOver = w('support.handedOver', { supportId: 's1', to: 'Team' });
const confirmed = w('support.confirmed', { supportId: 's1' });

test('an offer is counted with its answer and with what became of it', () => {
  const support = (...entries: readonly Written[]) => cellsOf('support', offered, ...entries);
  assert.deepEqual(support(), ['housing offered']);
  assert.deepEqual(support(w('support.declined', { supportId: 's1', because: 'No' })), [
    'housing offered',
    'housing declined',
  ]);
  assert.deepEqual(support(w('support.declined', { supportId: 's1', because: 'Out', noReply: 'yes' })), [
    'housing offered',
    'housing noReply',
  ]);
  assert.deepEqual(
    support(accepted, handedOver, confirmed, w('support.refused', { supportId: 's1', because: 'Full' })),
    ['housing offered', 'housing accepted', 'housing refused'],
  );
  assert.deepEqual(support(handedOver, confirmed), ['housing offered', 'housing handedOver', 'housing confirmed']);
  const withdrawn = w('support.withdrawn', {
    supportId: 's1',
    because: 'Gone',
    insteadOffered: 'Advice',
    personTold: 'yes',
  });
  assert.deepEqual(support(withdrawn), ['housing offered', 'housing withdrawn']);
  assert.deepEqual(cellsOf('support', accepted), []);
});

const decided = w('threshold.decided', { route: 'statutoryEnquiry', because: 'Met' });
const concluded = w('enquiry.concluded', { result: 'riskIdentified', actionTaken: 'yes' });
const asked = w('outcomes.asked', { result: 'expressed' });
const wants = (outcomeId: string) => w('outcome.expressed', { outcomeId, words: 'W', saidBy: 'person' });

type Result = 'achieved' | 'partlyAchieved' | 'notAchieved';

const review = (outcomeId: string, result: Result, view: 'person' | 'practitioner' | 'advocate' = 'person') =>
  w('outcome.reviewed', { outcomeId, result, view });

test('outcomes were achieved fully, partly or not, by the person’s own view where they gave it', () => {
  const achieved = (...entries: readonly Written[]) =>
    cellsOf('SG4a achieved s42', decided, asked, wants('a'), wants('b'), ...entries, concluded);
  assert.deepEqual(achieved(review('a', 'achieved'), review('b', 'achieved')), ['achieved']);
  assert.deepEqual(achieved(review('a', 'notAchieved'), review('b', 'notAchieved')), ['notAchieved']);
  assert.deepEqual(achieved(review('a', 'achieved'), review('b', 'notAchieved')), ['partlyAchieved']);
  assert.deepEqual(achieved(review('a', 'achieved')), []);
  assert.deepEqual(achieved(review('a', 'achieved'), w('outcome.withdrawn', { outcomeId: 'b' })), ['achieved']);
  const declined = w('outcome.declined', { outcomeId: 'b', because: 'B', insteadOffered: 'I' });
  assert.deepEqual(achieved(review('a', 'achieved'), declined), ['partlyAchieved']);
  const worker = review('a', 'achieved', 'practitioner');
  assert.deepEqual(achieved(review('a', 'notAchieved'), worker, review('b', 'notAchieved')), ['notAchieved']);
  assert.deepEqual(achieved(worker, review('a', 'notAchieved', 'advocate'), review('b', 'notAchieved')), [
    'notAchieved',
  ]);
  const reworded = w('outcome.reworked', { outcomeId: 'b', words: 'W', because: 'B', personAgrees: 'yes' });
  assert.deepEqual(achieved(review('a', 'achieved'), review('b', 'achieved'), reworded), []);
  assert.deepEqual(cellsOf('SG4a achieved s42', decided, wants('a'), review('a', 'achieved'), concluded), []);
  assert.deepEqual(cellsOf('SG4a s42', decided, concluded), ['notRecorded']);
});

test('an enquiry that became statutory counts once, and is concluded only afterwards', () => {
  const other = w('threshold.decided', { route: 'otherEnquiry', because: 'Fits' });
  assert.deepEqual(cellsOf('SG1f', other, decided), ['s42']);
  assert.deepEqual(cellsOf('SG2c other', other, concluded), ['riskIdentified yes']);
  assert.deepEqual(cellsOf('SG2c other', other, concluded, decided), []);
  assert.deepEqual(cellsOf('SG2c s42', other, concluded, decided), []);
  assert.deepEqual(cellsOf('SG2c s42', other, concluded, decided, concluded), ['riskIdentified yes']);
  assert.deepEqual(cellsOf('SG2c s42', concluded), []);
});

test('of two reviews by the same view the later stands', () => {
  const entries = [decided, asked, wants('a'), review('a', 'achieved'), review('a', 'notAchieved'), concluded];
  assert.deepEqual(cellsOf('SG4a achieved s42', ...entries), ['notAchieved']);
});

test('coming back from closure voids the end rating and the review of risk', () => {
  const ratings = [w('safety.rated', { moment: 'start', rating: 1 }), w('safety.rated', { moment: 'end', rating: 5 })];
  assert.deepEqual(cellsOf('safetyChange', ...ratings, w('closure.reconsidered')), []);
  assert.deepEqual(cellsOf('safetySteps', ...ratings), ['4']);
  const reviewed = [decided, concluded, w('risk.reviewed', { result: 'removed' })];
  assert.deepEqual(cellsOf('SG2e s42', ...reviewed), ['removed']);
  for (const back of [w('closure.reconsidered'), w('closure.overridden', { because: 'B' }), w('closure.requested')])
    assert.deepEqual(cellsOf('SG2e s42', ...reviewed, back), []);
});

test('what is known of the risk takes the place of not knowing, whichever came first', () => {
  const raised = (types: ('physical' | 'notKnown')[], sourceOfRisk: 'knownToPerson' | 'notKnown') =>
    w('concern.raised', { whatHappened: 'W', types, sourceOfRisk });
  const [vague, sure] = [raised(['notKnown'], 'notKnown'), raised(['physical'], 'knownToPerson')];
  assert.deepEqual(cellsOf('SG2a s42', vague, sure, decided, concluded), ['physical knownToPerson']);
  assert.deepEqual(cellsOf('SG2a s42', sure, vague, decided, concluded), ['physical knownToPerson']);
  assert.deepEqual(cellsOf('SG2a s42', vague, decided, concluded), ['notKnown notKnown']);
});

test('what a person wanted is counted by its last answer', () => {
  const answer = (personAgrees: 'yes' | 'no' | 'cannotSay') =>
    cellsOf('outcomes', wants('a'), w('outcome.reworked', { outcomeId: 'a', words: 'W', because: 'B', personAgrees }));
  assert.deepEqual(answer('no'), ['disputed']);
  assert.deepEqual(answer('cannotSay'), ['reworked']);
  assert.deepEqual(cellsOf('outcomes', wants('a'), w('outcome.agreed', { outcomeId: 'a' })), ['agreed']);
});

test('an advocate is owed in a statutory enquiry, and counts while there is one', () => {
  const need = w('advocacy.considered', { difficulty: ['retain'], appropriatePerson: { exists: 'no' } });
  const appointed = w('advocate.appointed', { who: 'A' });
  assert.deepEqual(cellsOf('advocacy', need), []);
  assert.deepEqual(cellsOf('advocacy', decided), ['notConsidered']);
  assert.deepEqual(cellsOf('advocacy', decided, need), ['owedAndNotProvided']);
  assert.deepEqual(cellsOf('advocacy', decided, need, appointed), ['owedAndProvided']);
  const gone = w('advocate.unavailable', { because: 'Ill' });
  assert.deepEqual(cellsOf('advocacy', decided, need, appointed, gone), ['owedAndNotProvided']);
});

test('support for a person who lacks capacity is an advocate, family or a friend without a conflict', () => {
  const lacks = w('capacity.assessed', {
    decision: 'act',
    ableToDecide: { understand: 'no', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' },
    supportGiven: [],
    conclusion: 'lacksCapacity',
  });
  const named = (conflicted: 'yes' | 'no') => w('representative.named', { who: 'R', standing: 'family', conflicted });
  const support = (...entries: readonly Written[]) => cellsOf('SG3a support s42', decided, ...entries, concluded);
  assert.deepEqual(support(lacks), ['notSupported']);
  assert.deepEqual(support(lacks, named('no')), ['supported']);
  assert.deepEqual(support(lacks, named('yes')), ['notSupported']);
  assert.deepEqual(support(lacks, w('advocate.appointed', { who: 'A' })), ['supported']);
  assert.deepEqual(support(named('no')), []);
});

test('why a case closed: the reasons in force, nobody reached, or nobody asked', () => {
  const end = w('case.closed', { because: 'Done' });
  const explore = (...reasons: ('privacy' | 'feelsSafe')[]) =>
    w('closure.explored', { reasons, alternativesOffered: [], wayBackGiven: 'yes' });
  assert.deepEqual(cellsOf('closingReasons', end), ['notExplored']);
  assert.deepEqual(cellsOf('closingReasons', explore(), end), ['notReached']);
  assert.deepEqual(cellsOf('closingReasons', explore('privacy', 'feelsSafe', 'privacy'), end), [
    'feelsSafe',
    'privacy',
  ]);
  assert.deepEqual(cellsOf('closingReasons', explore('privacy'), w('closure.reconsidered'), end), ['notExplored']);
  const approved = w('closure.approved', { because: 'B' }, 'manager');
  assert.deepEqual(cellsOf('secondLooks', explore('privacy'), approved), ['byAnother']);
  const byManager = w(
    'closure.explored',
    { reasons: ['privacy'], alternativesOffered: [], wayBackGiven: 'yes' },
    'manager',
  );
  assert.deepEqual(cellsOf('secondLooks', byManager, approved), ['sameHand']);
});

test('nobody can be heard before they died, and a duplicate is decided elsewhere', () => {
  for (const ground of ['died', 'duplicate'] as const)
    assert.deepEqual(cellsOf('decisions', w('threshold.decided', { route: 'redirected', ground, because: 'B' })), []);
  const elsewhere = w('threshold.decided', { route: 'redirected', ground: 'elsewhere', because: 'B' });
  assert.deepEqual(cellsOf('decisions', elsewhere), ['withoutConversation']);
});
