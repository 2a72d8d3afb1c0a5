import { closurePromises } from './closure.promises.js';
import { outcomesPromises } from './outcomes.promises.js';
import type { Promised } from './promise.js';
import { stepDownPromises } from './step-down.promises.js';
import { thresholdPromises } from './threshold.promises.js';

/** Everything that the engine promises, each watched on every path. */
export const promises: readonly Promised[] = [
  ...thresholdPromises,
  ...outcomesPromises,
  ...closurePromises,
  ...stepDownPromises,
];
