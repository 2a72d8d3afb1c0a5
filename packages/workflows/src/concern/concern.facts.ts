import type { EventData } from '../case/events.js';
import type { Slice } from '../kit/slice.js';

export type ConcernFacts = {
  readonly raised: boolean;
  readonly carerKnown: boolean;
  readonly informationSharedAt: number;
  /** In whole years when the concern was raised, where the date of birth is known. */
  readonly age: number | null;
  readonly dateOfBirth: string | null;
  readonly ageBand: NonNullable<NonNullable<EventData<'concern.raised'>['adult']>['ageBand']> | null;
};

/** Whole years from a date of birth to a time. */
export const yearsBetween = (born: string, at: string): number =>
  Number(at.slice(0, 4)) - Number(born.slice(0, 4)) - (at.slice(5, 10) < born.slice(5, 10) ? 1 : 0);

export const concernSlice: Slice<ConcernFacts> = {
  empty: { raised: false, carerKnown: false, informationSharedAt: 0, age: null, dateOfBirth: null, ageBand: null },
  on: {
    'concern.raised': (facts, { data, at }) => ({
      ...facts,
      raised: true,
      carerKnown: facts.carerKnown || data.carerKnown === 'yes',
      age: data.adult?.dateOfBirth === undefined ? facts.age : yearsBetween(data.adult.dateOfBirth, at),
      dateOfBirth: data.adult?.dateOfBirth ?? facts.dateOfBirth,
      ageBand: data.adult?.ageBand ?? facts.ageBand,
    }),
    'information.shared': (facts, { sequence }) => ({ ...facts, informationSharedAt: sequence }),
  },
};
