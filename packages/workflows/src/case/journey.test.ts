import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, journeys, written as w } from '../testing/index.js';
import { stageOf } from './case.js';

test('a worry goes the whole way to a good ending', () => {
  const { case: ended } = given(...journeys.closed);
  assert.equal(stageOf(ended), 'closed');
  assert.deepEqual(ended.state, { journey: 'closed', danger: 'none', advocacy: 'notNeeded', voice: 'heard' });
});

test('nothing is recorded before a concern', () => {
  given()
    .when('conversation.held', { with: ['person'], how: 'phone', freeToSpeak: 'yes' })
    .thenRefused('no-concern');
});

test('the plan does not wait behind unanswered outcomes', () => {
  given(
    ...journeys.statutoryEnquiry,
    w('outcomes.asked', { result: 'expressed' }),
    w('outcome.expressed', { outcomeId: 'o1', words: 'My card', saidBy: 'person' }),
  )
    .when('plan.agreed', { actions: [] })
    .thenRefused('outcome-unanswered');
});
