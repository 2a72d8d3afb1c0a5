import { eventTypes } from '@msp/workflows';
import { type Target, type Fuzzed, fuzz } from './support/fuzzing.js';
import { eventTarget, routeTargets } from './support/targets.js';

/** A hundred thousand bodies for each event type and for each route, ten thousand at a time. */
const RUNS = 10_000;
const ROUNDS = 10;

const targets: readonly (readonly [string, () => Target])[] = [
  ...eventTypes.map((type) => [type, () => eventTarget(type)] as const),
  ...Object.entries(routeTargets),
];

export const chunks = targets.length * ROUNDS;

export const run = async (chunk: number): Promise<string> => {
  const [name, target] = targets[chunk % targets.length] as (typeof targets)[number];
  const { cases, taken, slowestMs }: Fuzzed = await fuzz(target(), { seed: chunk, runs: RUNS });
  return `${name}: ${cases} requests, ${taken} taken and kept as given, no error of ours; the slowest took ${slowestMs.toFixed(0)} ms`;
};
