import type { CaseEvent } from '@msp/workflows';

/** What a careful developer would write by hand for this one life of a case, and nothing else: the limit. */
export type Reduced = {
  readonly stage: string;
  readonly heard: boolean;
  readonly limbs: Readonly<Record<string, string>>;
  readonly route: string | null;
  readonly outcomes: Readonly<Record<string, { readonly words: string; readonly status: string }>>;
  readonly concluded: boolean;
  readonly explored: boolean;
  readonly count: number;
};

export const nothing: Reduced = {
  stage: 'none',
  heard: false,
  limbs: {},
  route: null,
  outcomes: {},
  concluded: false,
  explored: false,
  count: 0,
};

/** The next state, or `undefined` if the event is refused. */
export const reduce = (state: Reduced, event: CaseEvent): Reduced | undefined => {
  const count = state.count + 1;
  switch (event.type) {
    case 'concern.raised':
      return state.stage === 'none' ? { ...state, stage: 'concern', count } : undefined;
    case 'concern.acknowledged':
      return state.stage === 'concern' ? { ...state, stage: 'threshold', count } : undefined;
    case 'conversation.held':
      return { ...state, heard: state.heard || event.data.freeToSpeak !== 'no', count };
    case 'threshold.limbAssessed':
      return { ...state, limbs: { ...state.limbs, [event.data.limb]: event.data.answer }, count };
    case 'threshold.decided':
      return state.stage === 'threshold' && state.heard && Object.values(state.limbs).length === 3
        ? { ...state, stage: 'outcomes', route: event.data.route, count }
        : undefined;
    case 'outcome.expressed': {
      const outcome = { words: event.data.words, status: 'expressed' };
      return { ...state, outcomes: { ...state.outcomes, [event.data.outcomeId]: outcome }, count };
    }
    case 'outcome.agreed': {
      const before = state.outcomes[event.data.outcomeId];
      if (!before) return undefined;
      const outcome = { ...before, status: 'agreed' };
      return { ...state, outcomes: { ...state.outcomes, [event.data.outcomeId]: outcome }, count };
    }
    case 'enquiry.concluded':
      return state.route === null ? undefined : { ...state, concluded: true, count };
    case 'closure.requested':
      return { ...state, stage: 'closure', count };
    case 'closure.explored':
      return state.stage === 'closure' && event.data.reasons.length > 0
        ? { ...state, explored: true, count }
        : undefined;
    case 'closure.agreed':
      return state.explored && state.concluded ? { ...state, stage: 'review', count } : undefined;
    default:
      return undefined;
  }
};
