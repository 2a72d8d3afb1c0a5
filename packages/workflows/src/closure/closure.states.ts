import type { ChartNode } from '../case/chart.types.js';

const keep = { actions: 'keep' };

/** A wish to stop that comes early must not trap the case: the test and the enquiry can still be finished. */
const unfinished = { 'threshold.limbAssessed': keep, 'enquiry.concluded': keep };

/** Why does the person want to close? A conversation, then a decision, then looking back. */
export const closureStates = {
  initial: 'exploring',
  states: {
    exploring: { on: { ...unfinished, 'closure.explored': { target: 'deciding' } } },
    deciding: { on: { ...unfinished, 'closure.approved': keep, 'closure.agreed': { target: 'reviewing' } } },
    reviewing: { on: { 'outcome.reviewed': keep, 'risk.reviewed': keep } },
  },
} satisfies ChartNode;
