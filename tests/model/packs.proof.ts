import assert from 'node:assert/strict';
import { type Policy, englandCareAct, larkshireCouncil, prove, scotlandASP, walesSSWBA } from '@msp/workflows';

const packs: readonly Policy[] = [englandCareAct, walesSSWBA, scotlandASP, larkshireCouncil];

/** Every pack that is shipped, over every path. */
export const chunks = packs.length;

export const run = (chunk: number): string => {
  const policy = packs[chunk] as Policy;
  const { states, edges, faults } = prove(policy);
  assert.deepEqual(faults, []);
  return `${policy.name}: ${states} states, ${edges} edges, no fault`;
};
