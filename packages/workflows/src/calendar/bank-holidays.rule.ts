import type { CalendarName } from './bank-holidays.data.js';
import { type DayNumber, MONDAY, dayNumber, isWeekend, lastWeekdayOf, weekdayFrom } from './days.js';
import { easterSunday } from './easter.js';

/** A holiday on a weekend moves to the next weekday that is not a holiday of its own. */
const withSubstitutes = (days: readonly DayNumber[]): DayNumber[] => {
  const kept = days.filter((day) => !isWeekend(day));
  for (const day of days.filter(isWeekend)) {
    let substitute = day;
    while (isWeekend(substitute) || kept.includes(substitute)) substitute += 1;
    kept.push(substitute);
  }
  return kept.sort((a, b) => a - b);
};

const firstMonday = (year: number, month: number): DayNumber => weekdayFrom(dayNumber(year, month, 1), MONDAY);

/**
 * What the bank holidays of a year are by rule (Banking and Financial Dealings Act 1971 sch. 1, the St Andrew's Day Bank Holiday
 * (Scotland) Act 2007, and the proclamations of every year). A proclamation may add or move a day: the rule cannot know.
 */
export const byRule = (calendar: CalendarName, year: number): DayNumber[] => {
  const goodFriday = easterSunday(year) - 2;
  const common = [
    dayNumber(year, 1, 1),
    goodFriday,
    firstMonday(year, 5),
    lastWeekdayOf(year, 5, MONDAY),
    dayNumber(year, 12, 25),
    dayNumber(year, 12, 26),
  ];
  return withSubstitutes(
    calendar === 'scotland'
      ? [...common, dayNumber(year, 1, 2), firstMonday(year, 8), dayNumber(year, 11, 30)]
      : [...common, easterSunday(year) + 1, lastWeekdayOf(year, 8, MONDAY)],
  );
};
