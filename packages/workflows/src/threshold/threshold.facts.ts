import type { EventData } from '../case/events.js';
import type { Slice } from '../kit/slice.js';

export type LimbAnswer = EventData<'threshold.limbAssessed'>['answer'];
export type Route = EventData<'threshold.decided'>['route'];
export type Ground = NonNullable<EventData<'threshold.decided'>['ground']>;

export type ThresholdFacts = {
  readonly limbs: Readonly<Record<string, LimbAnswer | undefined>>;
  readonly ground: Ground | null;
};

const empty: ThresholdFacts = { limbs: {}, ground: null };

export const thresholdSlice: Slice<ThresholdFacts> = {
  empty,
  on: {
    'threshold.limbAssessed': (facts, { data }) => ({ ...facts, limbs: { ...facts.limbs, [data.limb]: data.answer } }),
    'threshold.decided': (facts, { data }) => ({
      ...facts,
      ground: data.route === 'redirected' ? (data.ground ?? null) : null,
    }),
  },
  reopened: () => empty,
};
