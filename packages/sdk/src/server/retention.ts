import type { CaseRow, Store } from '../store/port.js';
import type { Tenancy } from './tenants/tenancy.js';

/** So many cases are named at once: a manager decides on each of them. */
const AT_A_TIME = 100;

/** So many calendar years before a moment. From a 29 February it is a 28 February: nothing falls due a day early. */
export const yearsBefore = (now: Date, years: number): Date => {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - years);
  if (then.getUTCMonth() !== now.getUTCMonth()) then.setUTCDate(0);
  return then;
};

/** What an organisation set, and the closed cases that have been kept for longer. */
export type DueForErasure = { readonly years: number | undefined; readonly cases: readonly CaseRow[] };

/**
 * Closed cases whose words have been kept for as long as the organisation set (`closedCasesYears`), counted from the last entry of each.
 *
 * Personal data is kept no longer than it is needed (UK GDPR, Article 5(1)(e)), and councils' retention schedules name a number of years for
 * adult safeguarding records. Nothing here erases: whether a record is still needed (a review, a claim, an inquest, another open
 * case) is for a person to decide, and an erasure cannot be undone. So cases are named to managers, who erase each with `eraseWords`.
 */
export const dueForErasure = async (
  { store, tenancy }: { readonly store: Store; readonly tenancy: Tenancy },
  tenant: string,
  now: Date,
): Promise<DueForErasure> => {
  const { closedCasesYears: years } = await tenancy.settingsOf(tenant);
  if (years === undefined) return { years, cases: [] };
  const until = yearsBefore(now, years).toISOString();
  return { years, cases: await store.closedCases(tenant, { until, limit: AT_A_TIME }) };
};
