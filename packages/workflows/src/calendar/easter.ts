import { type DayNumber, dayNumber } from './days.js';

/** Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export const easterSunday = (year: number): DayNumber => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const monthAndDate = moon + weekday - 7 * shift + 114;
  return dayNumber(year, Math.floor(monthAndDate / 31), (monthAndDate % 31) + 1);
};
