import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseEvent } from '../case/events.js';
import { openCase } from '../case/case.js';
import { type Written, buildEvent, written as w } from '../testing/index.js';
import { add, empty } from './measures.js';
import { closingsOf, tallyOf } from './tally.js';

const DAY = 86_400_000;

/** Entries a day apart: the first on 2 March. */
const dayByDay = (...entries: readonly Written[]): CaseEvent[] =>
  entries.map(([type, data], index) => {
    const at = new Date(Date.UTC(2026, 2, 2 + index)).toISOString();
    return buildEvent({ number: index + 1, type, data: data as never, at }) as CaseEvent;
  });

const concern = w('concern.raised', { whatHappened: 'W' });
const closed = w('case.closed', { because: 'B' });
const reopened = w('case.reopened', { because: 'B' });
const outcome = w('outcome.expressed', { outcomeId: 'o1', words: 'W', saidBy: 'person' });
const reviewed = w('outcome.reviewed', { outcomeId: 'o1', result: 'achieved', view: 'person' });
const spoken = w('conversation.held', { with: ['person'], how: 'phone', freeToSpeak: 'yes' });

test('a case that is opened again starts anew, with the outcomes that were wanted but not their reviews', () => {
  for (const opens of [reopened, w('danger.reported', { what: 'W' })]) {
    const { past, now } = tallyOf(dayByDay(concern, outcome, reviewed, spoken, closed, opens), 6);
    assert.equal(past[0]?.reopenedOn, '2026-03-07');
    assert.equal(past[0].episode.outcomes['o1']?.result, 'achieved');
    assert.equal(now.outcomes['o1']?.result, null);
    assert.equal(now.heardAt, null);
    assert.equal(now.concern.at, Date.UTC(2026, 2, 2) + 5 * DAY);
  }
});

test('danger in an open case opens nothing again', () => {
  assert.deepEqual(tallyOf(dayByDay(concern, w('danger.reported', { what: 'W' })), 2).past, []);
});

test('each closing says whether support was taken up', () => {
  const offered = w('support.offered', { supportId: 's1', kind: 'police' });
  const supported = (...entries: readonly Written[]) => {
    const events = dayByDay(concern, ...entries, closed);
    return closingsOf(tallyOf(events, events.length)).map((closing) => closing.supported);
  };
  const accepted = w('support.accepted', { supportId: 's1' });
  const withdrawn = w('support.withdrawn', { supportId: 's1', because: 'B', insteadOffered: 'I', personTold: 'yes' });
  assert.deepEqual(supported(), ['notOffered']);
  assert.deepEqual(supported(offered), ['notTakenUp']);
  assert.deepEqual(supported(offered, accepted), ['takenUp']);
  assert.deepEqual(supported(offered, w('support.handedOver', { supportId: 's1', to: 'T' })), ['takenUp']);
  assert.deepEqual(supported(offered, accepted, withdrawn), ['notTakenUp']);
});

test('what is remembered of one history is never told of another', () => {
  const [first, met, missed, last] = dayByDay(
    concern,
    spoken,
    w('conversation.notHeld', { because: 'B' }),
    w('lesson.learned'),
  ) as [CaseEvent, CaseEvent, CaseEvent, CaseEvent];
  assert.notEqual(tallyOf([first, met, last], 3).now.heardAt, null);
  assert.equal(tallyOf([first, missed, last], 3).now.heardAt, null);
});

test('a correction of what was said before the case was opened again corrects what was counted then', () => {
  const events = dayByDay(concern, spoken, closed, reopened);
  const [, conversation] = events as [CaseEvent, CaseEvent];
  events.push(
    buildEvent({ number: 5, type: 'entry.corrected', data: { entryId: conversation.id, because: 'Another case' } }),
  );
  const count = (length: number) => {
    const current = { ...openCase({ id: 'a' }), entries: events.slice(0, length) };
    return current.entries.reduce((sum, event) => add(sum, event, current), empty).counts['conversations'];
  };
  assert.deepEqual(count(4), { 'held|number': 1, 'notYet|number': 1 });
  assert.deepEqual(count(5), { 'notYet|number': 2 });
});

test('a decision in the same moment as a conversation was made after it', () => {
  const [said, decided] = dayByDay(spoken, w('plan.agreed', { actions: [] })) as [CaseEvent, CaseEvent];
  const events = [said, { ...decided, at: said.at }];
  const current = { ...openCase({ id: 'a' }), entries: events };
  const { counts } = events.reduce((sum, event) => add(sum, event, current), empty);
  assert.deepEqual(counts['decisions'], { 'afterConversation|number': 1 });
});
