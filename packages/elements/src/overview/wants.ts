import type { CaseView } from '@msp/workflows';
import { readings } from '../stage/readings.js';

type Answer = 'expressed' | 'agreed' | 'reworked' | 'disputed' | 'declined' | 'withdrawn';

/** Something that the person wants: their words as they stand, what was answered, and what came of it. */
export type Want = {
  readonly id: string;
  readonly words: string;
  readonly firstWords: string;
  readonly saidBy: string;
  readonly at: string;
  readonly how: string | undefined;
  readonly answer: Answer;
  readonly because: string | undefined;
  readonly insteadOffered: string | undefined;
  readonly result: string | undefined;
};

/** Everything that was wanted, in the order in which it came up, from the entries that this view shows. */
export const wantsIn = (view: CaseView | undefined): Want[] => {
  const wants = new Map<string, Want>();
  const change = (id: string, to: Partial<Want>): void => {
    const want = wants.get(id);
    if (want) wants.set(id, { ...want, ...to });
  };
  for (const { type, data, at } of readings(view)) {
    switch (type) {
      case 'outcome.expressed':
        wants.set(data.outcomeId, {
          id: data.outcomeId,
          words: data.words,
          firstWords: data.words,
          saidBy: data.saidBy,
          at,
          how: data.howWeWillKnow,
          answer: 'expressed',
          because: undefined,
          insteadOffered: undefined,
          result: undefined,
        });
        break;
      case 'outcome.agreed':
        change(data.outcomeId, { answer: 'agreed' });
        break;
      case 'outcome.reworked':
        change(data.outcomeId, {
          answer: data.personAgrees === 'no' ? 'disputed' : 'reworked',
          words: data.words,
          because: data.because,
          result: undefined,
        });
        break;
      case 'outcome.declined':
        change(data.outcomeId, { answer: 'declined', because: data.because, insteadOffered: data.insteadOffered });
        break;
      case 'outcome.withdrawn':
        change(data.outcomeId, { answer: 'withdrawn' });
        break;
      case 'outcome.reviewed':
        change(data.outcomeId, { result: data.result });
        break;
    }
  }
  return [...wants.values()];
};
