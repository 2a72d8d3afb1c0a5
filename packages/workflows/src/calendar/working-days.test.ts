import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CalendarName, published } from './bank-holidays.data.js';
import { byRule } from './bank-holidays.rule.js';
import { dayOfNumber, isWeekend, numberOfDay } from './days.js';
import { easterSunday } from './easter.js';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.js';

const calendars: readonly CalendarName[] = ['england-and-wales', 'scotland'];
const calendar = fc.constantFrom(...calendars);
const days = fc
  .integer({ min: numberOfDay('2000-01-01'), max: numberOfDay('2060-12-31') })
  .map((number) => dayOfNumber(number));

/** What proclamations changed: in the table beside the rule (+), or in place of a day of the rule (-). */
const proclaimed: Readonly<Record<CalendarName, Readonly<Record<number, readonly string[]>>>> = {
  'england-and-wales': {
    2020: ['+05-08', '-05-04'],
    2022: ['+06-02', '+06-03', '+09-19', '-05-30'],
    2023: ['+05-08'],
  },
  scotland: {
    2020: ['+05-08', '-05-04'],
    2022: ['+06-02', '+06-03', '+09-19', '-05-30'],
    2023: ['+05-08'],
    2026: ['+06-15'],
  },
};

for (const name of calendars) {
  for (const [year, table] of Object.entries(published[name])) {
    test(`the rule gives the bank holidays of ${year} (${name}) but for what was proclaimed`, () => {
      const listed = table.split(' ');
      const computed = byRule(name, Number(year)).map((number) => dayOfNumber(number).slice(5));
      const differs = [
        ...listed.filter((day) => !computed.includes(day)).map((day) => `+${day}`),
        ...computed.filter((day) => !listed.includes(day)).map((day) => `-${day}`),
      ];
      assert.deepEqual(differs, proclaimed[name][Number(year)] ?? []);
    });
  }
}

test('Easter falls where the church has it', () => {
  const sundays = ['1818-03-22', '1961-04-02', '2000-04-23', '2008-03-23', '2038-04-25', '2049-04-18', '2076-04-19'];
  for (const day of sundays) assert.equal(dayOfNumber(easterSunday(Number(day.slice(0, 4)))), day);
});

test('no bank holiday of the rule is on a weekend or twice the same day', () => {
  for (let year = 1990; year <= 2190; year += 1) {
    for (const name of calendars) {
      const holidays = byRule(name, year);
      assert.equal(holidays.filter(isWeekend).length, 0);
      assert.equal(new Set(holidays).size, name === 'scotland' ? 9 : 8);
    }
  }
});

test('counting out and counting back agree, whichever way, and the day reached is worked', () => {
  fc.assert(
    fc.property(calendar, days, fc.integer({ min: -300, max: 300 }), (name, day, n) => {
      fc.pre(n !== 0);
      const reached = addWorkingDays(name, day, n).day;
      assert.equal(workingDaysBetween(name, day, reached), n);
      assert.ok(isWorkingDay(name, reached));
    }),
  );
});

test('a further working day is always a later day, and there is none between', () => {
  fc.assert(
    fc.property(calendar, days, fc.nat(40), (name, day, n) => {
      const [one, next] = [addWorkingDays(name, day, n + 1).day, addWorkingDays(name, day, n + 2).day];
      assert.ok(one > day && next > one);
      for (let number = numberOfDay(one) + 1; number < numberOfDay(next); number += 1) {
        assert.equal(isWorkingDay(name, dayOfNumber(number)), false);
      }
    }),
  );
});

test('no working days from a working day is that day; from a holiday, the next day that is worked', () => {
  assert.deepEqual(addWorkingDays('england-and-wales', '2026-11-23', 0), { day: '2026-11-23', provisional: false });
  assert.equal(addWorkingDays('england-and-wales', '2026-12-25', 0).day, '2026-12-29');
  assert.equal(workingDaysBetween('england-and-wales', '2026-12-29', '2026-12-25'), 0);
});

test('weekends, Easter and a leap day', () => {
  assert.equal(addWorkingDays('england-and-wales', '2026-11-20', 1).day, '2026-11-23');
  assert.equal(addWorkingDays('england-and-wales', '2026-04-02', 1).day, '2026-04-07');
  assert.equal(addWorkingDays('scotland', '2026-04-02', 1).day, '2026-04-06');
  assert.equal(addWorkingDays('scotland', '2026-06-12', 1).day, '2026-06-16');
  assert.equal(addWorkingDays('england-and-wales', '2024-02-28', 1).day, '2024-02-29');
  assert.equal(addWorkingDays('england-and-wales', '2023-02-28', 1).day, '2023-03-01');
});

test('what rests on years whose holidays are not published says so', () => {
  const provisional = (day: string, n: number) => addWorkingDays('england-and-wales', day, n).provisional;
  assert.equal(provisional('2027-12-20', 2), false);
  assert.equal(provisional('2027-12-30', 5), true);
  assert.equal(provisional('2028-01-05', -5), true);
  assert.equal(provisional('2019-01-02', -1), true);
  assert.equal(addWorkingDays('england-and-wales', '2027-12-31', 1).day, '2028-01-04');
});

test('a day at the end of time stays the last day', () => {
  assert.equal(addWorkingDays('england-and-wales', '9999-12-31', 3).day, '9999-12-31');
  assert.equal(addWorkingDays('england-and-wales', '0000-01-03', -3).day, '0000-01-01');
});

test('what is no day, or no number of days, is refused without being repeated', () => {
  for (const day of ['2026-02-29', '2026-4-1', '23.11.2026', '2026-13-01', '2026-11-23T09:00:00Z', '']) {
    assert.throws(() => isWorkingDay('scotland', day), {
      name: 'EngineError',
      code: 'day-unreadable',
      message: /^A day/,
    });
  }
  for (const n of [0.5, NaN, 5_001, -5_001]) {
    assert.throws(() => addWorkingDays('scotland', '2026-11-23', n), { code: 'working-days-out-of-range' });
  }
  assert.equal(
    workingDaysBetween('scotland', '2026-11-23', addWorkingDays('scotland', '2026-11-23', 5_000).day),
    5_000,
  );
});
