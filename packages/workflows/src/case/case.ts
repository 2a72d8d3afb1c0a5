import { englandCareAct } from '../policy/england-care-act.js';
import type { Policy } from '../policy/policy.schema.js';
import type { CaseEvent } from './events.js';
import { type Facts, noFacts } from './facts.js';
import { type CaseState, type Place, initialPlace } from './step.js';

/**
 * One case: a plain, JSON-serialisable value. `entries` is the record as it was written, oldest first; `facts` and `state` are
 * what it amounts to now. Nothing in it is ever changed: recording gives a new case.
 */
export type Case = Place & {
  readonly id: string;
  /** The pack in force. */
  readonly policy: Policy;
  readonly facts: Facts;
  readonly entries: readonly CaseEvent[];
  /** Ids of the entries that moved the journey: these cannot be struck out. */
  readonly moved: readonly string[];
  /** Sequence of the entry that last opened the case again; 0 if none did. */
  readonly reopenedAt: number;
};

/** A new case in which nothing is recorded yet. Its first event is `concern.raised`. */
export const openCase = ({ id, policy = englandCareAct }: { id: string; policy?: Policy }): Case => ({
  id,
  policy,
  ...initialPlace,
  facts: noFacts,
  entries: [],
  moved: [],
  reopenedAt: 0,
});

/** The stage a case is in, as folders, elements and measures name it. */
export type Stage = 'concern' | 'threshold' | 'outcomes' | 'check-ins' | 'closure' | 'step-down' | 'closed';

export const stageOf = ({ state }: { readonly state: CaseState }): Stage => {
  const { journey } = state;
  if (journey === 'stepDown') return 'step-down';
  if (typeof journey === 'string') return journey;
  if ('closure' in journey) return 'closure';
  if (journey.active === 'threshold') return 'threshold';
  return 'outcomes' in journey.active ? 'outcomes' : 'check-ins';
};
