import type { ChartNode } from '../case/chart.types.js';

/** Immediate danger, beside whatever stage the case is in. */
export const dangerStates = {
  initial: 'none',
  states: {
    none: {
      on: {
        'danger.reported': { target: 'immediate' },
        'concern.raised': { guard: 'saysDanger', target: 'immediate' },
        'entry.corrected': { guard: 'saysDanger', target: 'immediate' },
      },
    },
    immediate: {
      on: {
        'danger.eased': { guard: 'isOpen', target: 'none' },
        'entry.corrected': { guard: 'saysNoDanger', target: 'none' },
      },
    },
  },
} satisfies ChartNode;
