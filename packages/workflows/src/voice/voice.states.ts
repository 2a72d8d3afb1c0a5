import type { ChartNode } from '../case/chart.types.js';

const heard = { guard: 'saysHeard', target: 'heard' };
const unheard = { guard: 'saysUnheard', target: 'unheard' };

/** Whether the person was heard: in a conversation that counts, since the case was opened. */
export const voiceStates = {
  initial: 'unheard',
  states: {
    unheard: {
      on: {
        'conversation.held': heard,
        'closure.explored': heard,
        'conversation.notHeld': heard,
        'capacity.assessed': heard,
        'representative.named': heard,
        'entry.corrected': heard,
      },
    },
    heard: {
      on: {
        'conversation.held': unheard,
        'capacity.assessed': unheard,
        'representative.named': unheard,
        'entry.corrected': unheard,
        'case.reopened': { guard: 'isClosed', target: 'unheard' },
        'danger.reported': { guard: 'isClosed', target: 'unheard' },
      },
    },
  },
} satisfies ChartNode;
