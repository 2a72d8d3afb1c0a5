import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, daysBetween } from './calendar.js';
import { spreadOf } from './histogram.js';
import { bucketOf, closingCode, follow, linkCode } from './ledger.js';

test('months are calendar months, to the last day of a shorter one', () => {
  assert.equal(addMonths('2026-08-31', 6), '2027-02-28');
  assert.equal(addMonths('2027-08-31', 6), '2028-02-29');
  assert.equal(addMonths('2028-02-29', 12), '2029-02-28');
  assert.equal(addMonths('2026-12-15', 6), '2027-06-15');
  assert.equal(daysBetween(0, 86_399_999), 0);
  assert.equal(daysBetween(0, 86_400_000), 1);
  assert.equal(daysBetween(86_400_000, 0), 0);
});

test('a linked case counts for the last closing before it, and the first return stands', () => {
  const closing = (closedOn: string, reopenedOn: string | null) =>
    closingCode('a', { closedOn, reopenedOn, supported: 'takenUp', reasons: ['privacy'] });
  const returnsOf = (...codes: string[]) =>
    follow({ x: Object.fromEntries(codes.map((code) => [code, 1])) })
      .map(({ closedOn, returnedOn }) => `${closedOn} ${returnedOn}`)
      .sort();
  const [early, late] = [closing('2026-01-01', '2026-03-01'), closing('2026-05-01', null)];
  const link = (day: string) => linkCode('a', day);
  assert.deepEqual(returnsOf(late, early, link('2026-06-01')), ['2026-01-01 2026-03-01', '2026-05-01 2026-06-01']);
  assert.deepEqual(returnsOf(early, late, link('2026-06-01')), ['2026-01-01 2026-03-01', '2026-05-01 2026-06-01']);
  assert.deepEqual(returnsOf(late, link('2026-07-01'), link('2026-06-01')), ['2026-05-01 2026-06-01']);
  assert.deepEqual(returnsOf(early, link('2026-02-01')), ['2026-01-01 2026-02-01']);
  assert.deepEqual(returnsOf(early, link('2026-04-01')), ['2026-01-01 2026-03-01']);
  assert.deepEqual(returnsOf(late, link('2026-05-01')), ['2026-05-01 2026-05-01']);
  assert.deepEqual(returnsOf(late, link('2026-04-01')), ['2026-05-01 null']);
  assert.deepEqual(returnsOf(late, linkCode('b', '2026-06-01')), ['2026-05-01 null']);
});

test('a median is read from exact counts', () => {
  assert.deepEqual(spreadOf({}), { number: 0, lower: null, median: null, upper: null });
  const four = { '30|number': 1, '2|number': 1, '10|number': 1, '-1|number': 1 };
  assert.deepEqual(spreadOf(four), { number: 4, lower: -1, median: 2, upper: 10 });
  assert.equal(spreadOf({ '1|number': 3, '9|number': 2 }).median, 1);
});

test('a code is the same in every version: measures that were stored are merged with those of later', () => {
  const closing = { closedOn: '2026-08-31', reopenedOn: null, supported: 'takenUp', reasons: ['a', 'b'] } as never;
  assert.equal(closingCode('case-1', closing), 'c0976aabf7b496519/2026-08-31//takenUp/a,b');
  assert.equal(linkCode('', '2026-12-01'), 'l811c9dc52f0b4c47/2026-12-01');
  assert.equal(bucketOf(closingCode('case-1', closing)), '09');
});
