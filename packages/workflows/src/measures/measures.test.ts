import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Case } from '../case/case.js';
import { replay } from '../case/record.js';
import { add, empty, merge } from './measures.js';
import type { Measure } from './measures.js';
import { histories } from './histories.fixture.js';
import { countSlowly } from './oracle.fixture.js';

const RUNS = { seed: 20261123, numRuns: 150 };

const fold = (current: Case, start: Measure = empty): Measure =>
  current.entries.reduce((sum, event) => add(sum, event, current), start);

/** As a server does it: each event with the case that it made. */
const foldAsItHappened = (current: Case): Measure =>
  current.entries.reduce<Measure>(
    (sum, event, index) => add(sum, event, replay(current.entries.slice(0, index + 1))),
    empty,
  );

const foldFromBefore = (current: Case): Measure =>
  current.entries
    .slice(1)
    .reduce<Measure>(
      (sum, event, index) => add(sum, event, replay(current.entries.slice(0, index + 1))),
      add(empty, current.entries[0] as never, current),
    );

const flat = ({ counts }: Measure): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([table, cells]) =>
      Object.entries(cells).map(([cell, value]) => [
        `${table} / ${cell.replace(/\|number$/, '').replace('|', ' / ')}`,
        value,
      ]),
    ),
  );

const both = ['SG1f', ...['SG2a', 'SG2b', 'SG2c', 'SG2e', 'SG3a', 'SG4a'].flatMap((t) => [`${t} s42`, `${t} other`])];
const told = new Set([
  ...both,
  ...['concerns', 'conversations', 'daysToConversation', 'decisions', 'safetySteps', 'closings', 'closingReasons'],
  ...['secondLooks', 'support', 'experience outcomesMet', 'lessons'],
]);

const isTold = (key: string): boolean => {
  const [table = '', , column = ''] = key.split(' / ');
  return told.has(table) && (table !== 'support' || column === 'offered' || column === 'confirmed');
};

test('what was counted event by event is what a count of the whole record finds', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(histories, (cases) => {
      for (const current of cases) {
        const slow = countSlowly(current);
        const fast = Object.fromEntries(Object.entries(flat(fold(current))).filter(([key]) => isTold(key)));
        for (const key of Object.keys(slow)) met.add(key.split(' / ')[0] ?? '');
        assert.deepEqual(fast, slow);
      }
    }),
    RUNS,
  );
  assert.deepEqual(
    [...told].filter((table) => !met.has(table)),
    [],
    'every table was met',
  );
});

test('it does not matter which state of the case comes with an event', () => {
  fc.assert(
    fc.property(histories, ([current]) => {
      assert.ok(current);
      assert.deepEqual(foldAsItHappened(current), fold(current));
      assert.deepEqual(foldFromBefore(current), fold(current));
    }),
    { ...RUNS, numRuns: 40 },
  );
});

test('halves add up, however the events are dealt out', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat(2)), (cases, deal) => {
      const hands: [Measure, Measure, Measure] = [empty, empty, empty];
      let whole = empty;
      for (const current of cases) {
        for (const event of current.entries) {
          const hand = deal.next().value as 0 | 1 | 2;
          hands[hand] = add(hands[hand], event, current);
          whole = add(whole, event, current);
        }
      }
      const [a, b, c] = hands;
      assert.deepEqual(merge(merge(a, b), c), whole);
      assert.deepEqual(merge(a, merge(b, c)), whole);
      assert.deepEqual(merge(b, a), merge(a, b));
      assert.deepEqual(merge(a, empty), a);
      assert.deepEqual(merge(empty, a), a);
      assert.deepEqual(JSON.parse(JSON.stringify(whole)), whole);
    }),
    RUNS,
  );
});
