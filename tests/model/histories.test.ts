import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tryHistories } from './support/histories.js';

test('whatever people try to record, in whatever order, the case stays whole', () => {
  const { histories, recorded, closed } = tryHistories(20261123, 300);
  assert.ok(recorded > histories * 20, `only ${recorded} events were recorded: too few to mean anything`);
  assert.ok(closed > 0, 'no history reached its end');
});
