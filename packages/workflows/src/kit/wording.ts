import type { Policy } from '../policy/policy.schema.js';
import { own } from './own.js';

/** A sentence for people and the provision behind it. */
export type Said = { readonly message: string; readonly cites: string };

/** What a pack says instead for this code: other nations cite other law, and councils have words of their own. */
export const inWordsOf = ({ wording = {} }: Policy, code: string, { message, cites }: Said): Said => {
  const other = own(wording, code);
  return { message: other?.message ?? message, cites: other?.cites ?? cites };
};
