import type { ChartNode } from '../case/chart.types.js';

const keep = { actions: 'keep' };
const recorded = { target: 'waiting' };

/** The enquiry and the plan are under way; the person is asked from time to time whether it makes a difference. */
export const checkInsStates = {
  initial: 'waiting',
  on: { 'checkIn.scheduled': keep, 'checkIn.missed': keep },
  states: {
    waiting: { on: { 'checkIn.recorded': keep, 'checkIn.fellDue': { target: 'due' } } },
    due: { on: { 'checkIn.recorded': recorded, 'checkIn.wentOverdue': { target: 'overdue' } } },
    overdue: { on: { 'checkIn.recorded': recorded } },
    whereItWas: { type: 'history', history: 'deep', target: 'waiting' },
  },
} satisfies ChartNode;
