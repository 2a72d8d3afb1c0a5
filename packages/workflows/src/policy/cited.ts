import type { Policy } from './policy.schema.js';

/** The provision behind several blockers, duties or prompts, by their codes. */
export const cited = (cites: string, ...codes: readonly string[]): NonNullable<Policy['wording']> =>
  Object.fromEntries(codes.map((code) => [code, { cites }]));
