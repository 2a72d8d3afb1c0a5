import type { ChartNode } from '../case/chart.types.js';

/** What the person wants: first listening, then agreeing what will be done about it. */
export const outcomesStates = {
  initial: 'listening',
  on: {},
  states: {
    listening: { on: { 'outcomes.asked': { target: 'agreeing', actions: 'keepAsked' } } },
    agreeing: {},
  },
} satisfies ChartNode;
