import { addMonths } from './calendar.js';
import type { Followed } from './ledger.js';

/** When a person came back to safeguarding after a closing. */
export type Return = 'within6Months' | 'within12Months' | 'notWithin12Months';

/** Six calendar months are within six; the next day is not. */
export const returnAfter = ({ closedOn, returnedOn }: Pick<Followed, 'closedOn' | 'returnedOn'>): Return => {
  if (returnedOn === null || returnedOn > addMonths(closedOn, 12)) return 'notWithin12Months';
  return returnedOn <= addMonths(closedOn, 6) ? 'within6Months' : 'within12Months';
};

/** The closings that twelve months have passed since: the others may still come back, and would make a rate look too good. */
export const isFollowed = ({ closedOn }: Pick<Followed, 'closedOn'>, asOf: string | undefined): boolean =>
  asOf === undefined || addMonths(closedOn, 12) <= asOf;
