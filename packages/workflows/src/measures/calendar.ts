const DAY = 86_400_000;

/** Whole days of 24 hours from one instant to another (milliseconds). Nothing takes less than no time. */
export const daysBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / DAY));

/** The day of an instant (milliseconds) in UTC, `YYYY-MM-DD`. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/**
 * The same day of the month, so many calendar months later; the last day of that month where it has no such day: six months
 * after 31 August is 28 February, or 29 in a leap year.
 */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth.getUTCDate())));
  return dayOf(moved.getTime());
};
