import type { EventData } from '../case/events.js';
import type { Slice } from '../kit/slice.js';

type OthersAtRisk = NonNullable<EventData<'concern.raised'>['othersAtRisk']>;

export type DangerFacts = {
  readonly othersAtRisk: OthersAtRisk;
  /** When it became known that somebody else is at risk. */
  readonly othersAtRiskAt: number;
  readonly seriousHarm: boolean;
};

const atRisk = (others: OthersAtRisk): boolean => others.adults === 'yes' || others.children === 'yes';

/** A further concern can only add: it never takes back that somebody is at risk. */
const worse = <T extends string>(before: T, now: T): T =>
  before === 'yes' ? before : now === 'notKnown' ? before : now;

export const dangerSlice: Slice<DangerFacts> = {
  empty: { othersAtRisk: { adults: 'notKnown', children: 'notKnown' }, othersAtRiskAt: 0, seriousHarm: false },
  on: {
    'concern.raised': (facts, { data, sequence }) => {
      if (!data.othersAtRisk) return facts;
      const othersAtRisk: OthersAtRisk = {
        adults: worse(facts.othersAtRisk.adults, data.othersAtRisk.adults),
        children: worse(facts.othersAtRisk.children, data.othersAtRisk.children),
      };
      return { ...facts, othersAtRisk, othersAtRiskAt: atRisk(data.othersAtRisk) ? sequence : facts.othersAtRiskAt };
    },
    'risk.assessed': (facts, { data, sequence }) => ({
      othersAtRisk: data.othersAtRisk ?? facts.othersAtRisk,
      othersAtRiskAt: data.othersAtRisk && atRisk(data.othersAtRisk) ? sequence : facts.othersAtRiskAt,
      seriousHarm: data.seriousHarm ? data.seriousHarm === 'yes' : facts.seriousHarm,
    }),
  },
};

export const othersAreAtRisk = (facts: DangerFacts): boolean => atRisk(facts.othersAtRisk);
