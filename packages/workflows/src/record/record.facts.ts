import type { Slice } from '../kit/slice.js';

/** Who may see a case whose access is restricted: ids of people, roles or organisations. `null`: it is not restricted. */
export type RecordFacts = { readonly openTo: readonly string[] | null };

export const recordSlice: Slice<RecordFacts> = {
  empty: { openTo: null },
  on: {
    'access.restricted': (_, { data, by }) => ({ openTo: [...data.to, by.id] }),
    'access.opened': (facts, { data }) => ({ openTo: facts.openTo && [...facts.openTo, ...data.to] }),
  },
};
