import { closureSlices } from './closure.slices.js';
import { outcomesSlices } from './outcomes.slices.js';
import { type Slice, slice } from './slice.js';
import { wayOutAndBack } from './spine.js';
import { stepDownSlices } from './step-down.slices.js';
import { thresholdSlices } from './threshold.slices.js';

const theWholeWay: Slice = { ...slice('the whole way, out of it and back', wayOutAndBack), ways: true };

/** Every walk of the proof. */
export const slices: readonly Slice[] = [
  theWholeWay,
  ...thresholdSlices,
  ...outcomesSlices,
  ...closureSlices,
  ...stepDownSlices,
];
