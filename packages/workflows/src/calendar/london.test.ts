import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOfNumber, numberOfDay } from './days.js';
import { londonDay, startOfLondonDay } from './london.js';

const zoned = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const HOUR = 3_600_000;

test('the day is the one that the zone’s own data gives, at any instant since 1996', () => {
  const instants = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2080, 0, 1) });
  fc.assert(
    fc.property(instants, (time) => {
      assert.equal(londonDay(new Date(time).toISOString()), zoned.format(time));
    }),
    { numRuns: 2_000 },
  );
});

test('every night of thirty years, just before and at midnight of either time', () => {
  for (let midnight = Date.UTC(1996, 0, 1); midnight < Date.UTC(2040, 0, 1); midnight += 24 * HOUR) {
    for (const time of [midnight - HOUR - 1, midnight - HOUR, midnight - 1, midnight]) {
      assert.equal(londonDay(new Date(time).toISOString()), zoned.format(time));
    }
  }
});

test('the nights on which the clocks change', () => {
  assert.equal(londonDay('2026-03-28T23:59:59Z'), '2026-03-28');
  assert.equal(londonDay('2026-03-29T23:00:00Z'), '2026-03-30');
  assert.equal(londonDay('2026-10-24T23:00:00Z'), '2026-10-25');
  assert.equal(londonDay('2026-10-25T23:59:59Z'), '2026-10-25');
});

test('an instant of another zone is a day in London', () => {
  assert.equal(londonDay('2026-06-30T20:30:00-05:00'), '2026-07-01');
  assert.equal(londonDay('2028-02-29T23:30:00Z'), '2028-02-29');
});

test('what is no instant is refused without being repeated', () => {
  for (const text of ['', 'yesterday', '2026-13-01T00:00:00Z']) {
    assert.throws(() => londonDay(text), { name: 'EngineError', code: 'instant-unreadable', message: /^An instant/ });
  }
});

test('a day begins at the first instant that is that day', () => {
  for (let number = numberOfDay('2024-01-01'); number < numberOfDay('2030-01-01'); number += 1) {
    const start = startOfLondonDay(dayOfNumber(number));
    assert.equal(londonDay(start), dayOfNumber(number));
    assert.equal(londonDay(new Date(Date.parse(start) - 1).toISOString()), dayOfNumber(number - 1));
    assert.equal(startOfLondonDay(dayOfNumber(number - 1), 1), start);
  }
});
