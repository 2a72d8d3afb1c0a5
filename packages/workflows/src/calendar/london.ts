import { EngineError } from '../case/engine-error.js';
import { SUNDAY, dayOfNumber, lastWeekdayOf } from './days.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Both clock changes are at 01:00 UTC on the last Sunday of the month. */
const changeOf = (year: number, month: number): number => lastWeekdayOf(year, month, SUNDAY) * DAY_MS + HOUR_MS;

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
  const year = new Date(time).getUTCFullYear();
  const summer = time >= changeOf(year, 3) && time < changeOf(year, 10);
  return dayOfNumber(Math.floor((time + (summer ? HOUR_MS : 0)) / DAY_MS));
};
