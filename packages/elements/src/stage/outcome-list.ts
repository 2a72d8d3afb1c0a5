import type { EventData } from '@msp/workflows';
import type { Reading } from './readings.js';

export type OutcomeStatus = 'expressed' | 'agreed' | 'reworked' | 'disputed' | 'declined' | 'withdrawn';

/** One thing that the person asked for, as the record reads now. */
export type Outcome = {
  readonly id: string;
  readonly words: string;
  /** As it was said at first, where it was put differently since. */
  readonly firstWords?: string | undefined;
  readonly saidBy: EventData<'outcome.expressed'>['saidBy'];
  readonly at: string;
  readonly howWeWillKnow?: string | undefined;
  readonly status: OutcomeStatus;
  readonly because?: string | undefined;
  readonly insteadOffered?: string | undefined;
  readonly review?: (EventData<'outcome.reviewed'> & { readonly sequence: number }) | undefined;
};

function next(outcome: Outcome, { type, data, sequence }: Reading): Outcome {
  switch (type) {
    case 'outcome.agreed':
      return { ...outcome, status: 'agreed', because: undefined, insteadOffered: undefined };
    case 'outcome.reworked':
      return {
        ...outcome,
        status: data.personAgrees === 'no' ? 'disputed' : 'reworked',
        words: data.words,
        firstWords: outcome.firstWords ?? outcome.words,
        because: data.because,
        insteadOffered: undefined,
        review: undefined,
      };
    case 'outcome.declined':
      return { ...outcome, status: 'declined', because: data.because, insteadOffered: data.insteadOffered };
    case 'outcome.withdrawn':
      return { ...outcome, status: 'withdrawn', because: data.because, insteadOffered: undefined };
    case 'outcome.reviewed':
      return { ...outcome, review: { ...data, sequence } };
    default:
      return outcome;
  }
}

const notReviewed = (outcome: Outcome): Outcome => ({ ...outcome, review: undefined });

/**
 * What the person asked for, in the order in which they said it. How it went is void after coming back from closing, and in a
 * case that was opened again (`since`).
 */
export function outcomesOf(list: readonly Reading[], since = 0): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const reading of list) {
    const { type, data, at } = reading;
    if (type === 'outcome.expressed') {
      const { outcomeId: id, words, saidBy, howWeWillKnow } = data;
      outcomes.set(id, { id, words, saidBy, howWeWillKnow, at, status: 'expressed' });
    } else if (type === 'closure.reconsidered' || type === 'closure.overridden') {
      for (const [id, outcome] of outcomes) outcomes.set(id, notReviewed(outcome));
    } else if ('outcomeId' in data) {
      const outcome = outcomes.get(data.outcomeId);
      if (outcome) outcomes.set(outcome.id, next(outcome, reading));
    }
  }
  return [...outcomes.values()].map((outcome) =>
    outcome.review && outcome.review.sequence <= since ? notReviewed(outcome) : outcome,
  );
}

/** It waits for an answer. Whether that stands in the way of anything is the engine's to say. */
export const isUnanswered = ({ status }: Outcome): boolean => status === 'expressed' || status === 'disputed';
