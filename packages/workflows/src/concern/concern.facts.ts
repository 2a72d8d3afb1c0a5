import type { Slice } from '../kit/slice.js';

export type ConcernFacts = {
  readonly raised: boolean;
  readonly carerKnown: boolean;
  readonly informationSharedAt: number;
};

export const concernSlice: Slice<ConcernFacts> = {
  empty: { raised: false, carerKnown: false, informationSharedAt: 0 },
  on: {
    'concern.raised': (facts, { data }) => ({
      ...facts,
      raised: true,
      carerKnown: facts.carerKnown || data.carerKnown === 'yes',
    }),
    'information.shared': (facts, { sequence }) => ({ ...facts, informationSharedAt: sequence }),
  },
};
