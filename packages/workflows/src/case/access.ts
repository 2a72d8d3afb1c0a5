import type { Entry } from '../kit/slice.js';
import type { Role } from './events.js';

/** Who is looking: an opaque id, as in `by.id`, and their organisation, as in `by.organisation`. */
export type Who = { readonly id: string; readonly organisation?: string };

/** A restriction in force: from which entry on, and for whom the case stays open. */
export type Restriction = { readonly since: number; readonly to: readonly string[] };

/** The last restriction, with whoever made it, and whoever it was opened to since. Takes the record as it reads now. */
export const restrictionIn = (entries: readonly Entry[]): Restriction | undefined => {
  let restriction: Restriction | undefined;
  for (const { type, sequence, data, by } of entries) {
    if (type === 'access.restricted') {
      restriction = { since: restriction?.since ?? sequence, to: [...data.to, by.id] };
    }
    if (type === 'access.opened' && restriction) restriction = { ...restriction, to: [...restriction.to, ...data.to] };
  }
  return restriction;
};

/** People are named by id, by organisation or by role. Where it is not known who looks, only their role can name them. */
export const names = ({ to }: Restriction, role: Role, who: Who | undefined): boolean =>
  to.includes(role) ||
  (who !== undefined && (to.includes(who.id) || (who.organisation !== undefined && to.includes(who.organisation))));
