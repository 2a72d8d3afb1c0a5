import type { EventData } from '../case/events.js';
import type { Slice } from '../kit/slice.js';

export type Decision = EventData<'capacity.assessed'>['decision'];

export type CapacityFacts = {
  /** The last assessment for each decision. Nobody lacks capacity as such (Mental Capacity Act 2005 s1(2), s2(1)). */
  readonly lacks: Readonly<Partial<Record<Decision, boolean>>>;
  readonly inBestInterests: Readonly<Partial<Record<Decision, boolean>>>;
};

export const capacitySlice: Slice<CapacityFacts> = {
  empty: { lacks: {}, inBestInterests: {} },
  on: {
    'capacity.assessed': (facts, { data }) => ({
      ...facts,
      lacks: { ...facts.lacks, [data.decision]: data.conclusion === 'lacksCapacity' },
    }),
    'bestInterests.decided': (facts, { data }) => ({
      ...facts,
      inBestInterests: { ...facts.inBestInterests, [data.decision]: data.inBestInterests === 'yes' },
    }),
  },
  returned: ({ inBestInterests: { close: _, ...others }, ...facts }) => ({ ...facts, inBestInterests: others }),
  reopened: ({ inBestInterests: { close: _, ...others } }) => ({ lacks: {}, inBestInterests: others }),
};

/** The person lacks capacity to talk about whether there should be an enquiry. */
export const lacksCapacityToBeHeard = (facts: CapacityFacts): boolean =>
  facts.lacks.enquire === true || facts.lacks.other === true;

/** The person lacks capacity for some decision, as far as it was assessed. */
export const lacksAnyCapacity = (facts: CapacityFacts): boolean => Object.values(facts.lacks).includes(true);
