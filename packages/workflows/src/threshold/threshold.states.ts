import type { ChartNode } from '../case/chart.types.js';

/** The three-point test (Care Act s42(1)). Each point may be looked at again while the case is in this stage. */
export const thresholdStates = {
  on: { 'threshold.limbAssessed': { actions: 'keep' } },
} satisfies ChartNode;
