import type { Fault } from './always.js';

/** What a walk saw, and what does not hold there. */
export type Walked = {
  readonly states: number;
  readonly edges: number;
  /** Refusals that it met, as `event code`. */
  readonly refused: readonly string[];
  readonly faults: readonly Fault[];
};
