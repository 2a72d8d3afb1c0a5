import { EngineError } from '../case/engine-error.js';

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1 January 1970. Whole numbers: no zone, no summer time and no leap second can come between two of them. */
export type DayNumber = number;

const FIRST = Date.parse('0000-01-01T00:00:00Z') / DAY_MS;
const LAST = Date.parse('9999-12-31T00:00:00Z') / DAY_MS;

/** The day as it is written, `YYYY-MM-DD`: days compare as their texts do. Beyond four digits of a year, the outermost day. */
export const dayOfNumber = (number: DayNumber): string =>
  new Date(Math.min(Math.max(number, FIRST), LAST) * DAY_MS).toISOString().slice(0, 10);

/** @throws {EngineError} `day-unreadable` if the calendar has no such day. */
export const numberOfDay = (day: string): DayNumber => {
  const number = SHAPE.test(day) ? Date.parse(`${day}T00:00:00Z`) / DAY_MS : NaN;
  // A day such as 31 April may be read as the next one: writing it back shows it.
  if (Number.isNaN(number) || dayOfNumber(number) !== day) {
    throw new EngineError('day-unreadable', 'A day is written YYYY-MM-DD and is one that the calendar has.');
  }
  return number;
};

export const dayNumber = (year: number, month: number, date: number): DayNumber =>
  Date.UTC(year, month - 1, date) / DAY_MS;

export const yearOf = (number: DayNumber): number => new Date(number * DAY_MS).getUTCFullYear();

const THURSDAY = 4; // 1 January 1970
export const SUNDAY = 0;
export const MONDAY = 1;
const SATURDAY = 6;

export const weekdayOf = (number: DayNumber): number => (((number + THURSDAY) % 7) + 7) % 7;

export const isWeekend = (number: DayNumber): boolean => weekdayOf(number) === SATURDAY || weekdayOf(number) === SUNDAY;

/** The first such weekday on this day or after it. */
export const weekdayFrom = (number: DayNumber, weekday: number): DayNumber =>
  number + ((weekday - weekdayOf(number) + 7) % 7);

/** The last such weekday of a month. */
export const lastWeekdayOf = (year: number, month: number, weekday: number): DayNumber =>
  weekdayFrom(dayNumber(year, month + 1, 1) - 7, weekday);
