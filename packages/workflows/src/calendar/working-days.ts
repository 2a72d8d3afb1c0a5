import { EngineError } from '../case/engine-error.js';
import { type CalendarName, published } from './bank-holidays.data.js';
import { byRule } from './bank-holidays.rule.js';
import { type DayNumber, dayOfNumber, isWeekend, numberOfDay, yearOf } from './days.js';

/** Some twenty years: beyond that nobody counts working days, and a slip of a digit should not keep a machine busy. */
const MOST_WORKING_DAYS = 5_000;

const known = new Map<string, ReadonlySet<DayNumber>>();

const isPublished = (calendar: CalendarName, year: number): boolean => published[calendar][year] !== undefined;

const holidaysOf = (calendar: CalendarName, year: number): ReadonlySet<DayNumber> => {
  const key = `${calendar} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const days = published[calendar][year]?.split(' ').map((monthAndDate) => numberOfDay(`${year}-${monthAndDate}`));
  const holidays = new Set(days ?? byRule(calendar, year));
  known.set(key, holidays);
  return holidays;
};

const works = (calendar: CalendarName, number: DayNumber): boolean =>
  !isWeekend(number) && !holidaysOf(calendar, yearOf(number)).has(number);

/**
 * Is this a day on which the council works: no weekend and no bank holiday?
 *
 * @throws {EngineError} `day-unreadable`
 */
export const isWorkingDay = (calendar: CalendarName, day: string): boolean => works(calendar, numberOfDay(day));

/** A day counted out. `provisional` where it rests on a year whose bank holidays are not published in this version. */
export type Counted = { readonly day: string; readonly provisional: boolean };

/**
 * The day that is so many working days after (or, with a negative number, before) a day. The day itself is not counted: one
 * working day after a Friday is Monday. With 0 it is the day itself or, if that is no working day, the next one that is.
 *
 * @param n Whole working days, at most 5,000 either way.
 * @throws {EngineError} `day-unreadable`, or `working-days-out-of-range`
 */
export const addWorkingDays = (calendar: CalendarName, day: string, n: number): Counted => {
  if (!Number.isInteger(n) || Math.abs(n) > MOST_WORKING_DAYS) {
    throw new EngineError(
      'working-days-out-of-range',
      `Working days are a whole number, at most ${MOST_WORKING_DAYS}.`,
    );
  }
  const from = numberOfDay(day);
  const step = n < 0 ? -1 : 1;
  let reached = from;
  for (let left = Math.abs(n); left > 0;) {
    reached += step;
    if (works(calendar, reached)) left -= 1;
  }
  while (!works(calendar, reached)) reached += 1;
  const provisional = [from, reached].some((number) => !isPublished(calendar, yearOf(number)));
  return { day: dayOfNumber(reached), provisional };
};

/**
 * How many working days lie between two days: the first is not counted, the last is. Negative where the last comes first.
 *
 * @throws {EngineError} `day-unreadable`
 */
export const workingDaysBetween = (calendar: CalendarName, from: string, to: string): number => {
  const [start, end] = [numberOfDay(from), numberOfDay(to)];
  const step = end < start ? -1 : 1;
  let count = 0;
  for (let number = start; number !== end;) {
    number += step;
    if (works(calendar, number)) count += step;
  }
  return count;
};
