import type { ChartNode } from '../case/chart.types.js';

const needed = { guard: 'needsAdvocate', target: 'needed' };
const notNeeded = { guard: 'needsNoAdvocate', target: 'notNeeded' };
const requested = { guard: 'isOpen', target: 'requested' };
const appointed = { guard: 'isOpen', target: 'appointed' };
const unavailable = { guard: 'isOpen', target: 'unavailable' };

/** A correction puts the region where the corrected record says it stands. */
const corrected = ['NotConsidered', 'NotNeeded', 'Needed', 'Requested', 'Appointed', 'Unavailable'].map((state) => ({
  guard: `correctsAdvocacyTo${state}`,
  target: state.charAt(0).toLowerCase() + state.slice(1),
}));

const always = {
  'advocate.requested': requested,
  'advocate.appointed': appointed,
  'entry.corrected': corrected,
  'case.reopened': { guard: 'isClosed', target: 'notConsidered' },
  'danger.reported': { guard: 'isClosed', target: 'notConsidered' },
};

/**
 * An independent advocate (Care Act s68). Considered again, a need that is being answered stays answered: an advocate who is
 * there is not taken away because somebody asked the question once more.
 */
export const advocacyStates = {
  initial: 'notConsidered',
  states: {
    notConsidered: { on: { ...always, 'advocacy.considered': [needed, notNeeded] } },
    notNeeded: { on: { ...always, 'advocacy.considered': [needed, notNeeded] } },
    needed: { on: { ...always, 'advocacy.considered': [needed, notNeeded] } },
    requested: { on: { ...always, 'advocacy.considered': [notNeeded], 'advocate.unavailable': unavailable } },
    appointed: { on: { ...always, 'advocacy.considered': [notNeeded], 'advocate.unavailable': unavailable } },
    unavailable: { on: { ...always, 'advocacy.considered': [notNeeded] } },
  },
} satisfies ChartNode;
