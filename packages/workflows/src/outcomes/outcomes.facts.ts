import { own } from '../kit/own.js';
import type { Slice } from '../kit/slice.js';

export type OutcomeStatus = 'expressed' | 'agreed' | 'reworked' | 'disputed' | 'declined' | 'withdrawn';

export type OutcomeFacts = {
  readonly status: OutcomeStatus;
  readonly wordedAt: number;
  readonly reviewedAt: number;
};

export type OutcomesFacts = {
  readonly asked: boolean;
  readonly outcomes: Readonly<Record<string, OutcomeFacts>>;
};

const change = (facts: OutcomesFacts, id: string, to: Partial<OutcomeFacts>): OutcomesFacts => {
  const outcome = own(facts.outcomes, id);
  return outcome ? { ...facts, outcomes: { ...facts.outcomes, [id]: { ...outcome, ...to } } } : facts;
};

const forgetReviews = (facts: OutcomesFacts): OutcomesFacts => ({
  ...facts,
  outcomes: Object.fromEntries(
    Object.entries(facts.outcomes).map(([id, outcome]) => [id, { ...outcome, reviewedAt: 0 }]),
  ),
});

export const outcomesSlice: Slice<OutcomesFacts> = {
  empty: { asked: false, outcomes: {} },
  on: {
    'outcomes.asked': (facts) => ({ ...facts, asked: true }),
    'outcome.expressed': (facts, { data, sequence }) => ({
      ...facts,
      outcomes: { ...facts.outcomes, [data.outcomeId]: { status: 'expressed', wordedAt: sequence, reviewedAt: 0 } },
    }),
    'outcome.agreed': (facts, { data }) => change(facts, data.outcomeId, { status: 'agreed' }),
    'outcome.reworked': (facts, { data, sequence }) =>
      change(facts, data.outcomeId, {
        status: data.personAgrees === 'no' ? 'disputed' : 'reworked',
        wordedAt: sequence,
      }),
    'outcome.declined': (facts, { data }) => change(facts, data.outcomeId, { status: 'declined' }),
    'outcome.withdrawn': (facts, { data }) => change(facts, data.outcomeId, { status: 'withdrawn' }),
    'outcome.reviewed': (facts, { data, sequence }) => change(facts, data.outcomeId, { reviewedAt: sequence }),
  },
  returned: forgetReviews,
  reopened: (facts) => ({ ...forgetReviews(facts), asked: false }),
};

/** Expressed, and neither agreed, reworked with the person, declined with a reason nor withdrawn. */
export const isUnanswered = ({ status }: OutcomeFacts): boolean => status === 'expressed' || status === 'disputed';

/** Agreed or reworked, and not reviewed since it was last worded. */
export const isUnreviewed = ({ status, wordedAt, reviewedAt }: OutcomeFacts): boolean =>
  (status === 'agreed' || status === 'reworked') && reviewedAt < wordedAt;
