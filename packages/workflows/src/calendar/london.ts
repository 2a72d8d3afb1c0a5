import { EngineError } from '../case/engine-error.js';
import { SUNDAY, dayOfNumber, lastWeekdayOf, numberOfDay } from './days.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Both clock changes are at 01:00 UTC on the last Sunday of the month. */
const changeOf = (year: number, month: number): number => lastWeekdayOf(year, month, SUNDAY) * DAY_MS + HOUR_MS;

const isSummer = (time: number): boolean => {
  const year = new Date(time).getUTCFullYear();
  return time >= changeOf(year, 3) && time < changeOf(year, 10);
};

/**
 * The day it is in London at an instant, `YYYY-MM-DD`: what a person there would write on a letter. By rule and not by the zone
 * data of whoever runs this, so that the same events give the same due day everywhere.
 *
 * Holds from 1996 (Summer Time Order 2002, and the orders before it).
 *
 * @param instant ISO 8601 with `Z` or an offset.
 * @throws {EngineError} `instant-unreadable` if it is none.
 */
export const londonDay = (instant: string): string => {
  const time = Date.parse(instant);
  if (Number.isNaN(time))
    throw new EngineError('instant-unreadable', 'An instant is written in ISO 8601 with its zone.');
  return dayOfNumber(Math.floor((time + (isSummer(time) ? HOUR_MS : 0)) / DAY_MS));
};

/**
 * The instant at which a day begins in London, ISO 8601 in UTC.
 *
 * @param later That many days later.
 * @throws {EngineError} `day-unreadable`
 */
export const startOfLondonDay = (day: string, later = 0): string => {
  const midnight = (numberOfDay(day) + later) * DAY_MS;
  return new Date(isSummer(midnight - HOUR_MS) ? midnight - HOUR_MS : midnight).toISOString();
};
