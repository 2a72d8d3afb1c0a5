import assert from 'node:assert/strict';
import { chanceFor, seed } from './support/chance.js';
import { type Crash, type Found, type TrialOptions, endure } from './support/crashes.js';
import { Database } from './support/database.js';
import { type PlantedFault, plantedFaults } from './support/faults.js';

/** Fifty rounds of ten crashes, half of them of the server and half of PostgreSQL; before them each planted fault is found. */
const ROUNDS = 50;
export const chunks = plantedFaults.length + ROUNDS;

const CONCERNS_PER_CRASH = 42;

const planned: readonly Crash[] = [
  { target: 'server', moment: 'any' },
  { target: 'server', moment: 'any' },
  { target: 'server', moment: 'before-commit' },
  { target: 'server', moment: 'after-commit' },
  { target: 'server', moment: 'after-commit' },
  { target: 'everything', moment: 'any' },
  { target: 'everything', moment: 'after-commit' },
  { target: 'postmaster', moment: 'any' },
  { target: 'postmaster', moment: 'before-commit' },
  { target: 'backend', moment: 'any' },
];

const atAnyMoment = planned.map(({ target }): Crash => ({ target, moment: 'any' }));

/** How each fault is brought to light, and what it then costs. */
const exposure: Record<PlantedFault, { readonly crash: Crash; readonly costs: 'lost' | 'doubled' }> = {
  'answers-early': { crash: { target: 'server', moment: 'any' }, costs: 'lost' },
  'no-idempotency': { crash: { target: 'server', moment: 'after-commit' }, costs: 'doubled' },
  'asynchronous-commit': { crash: { target: 'everything', moment: 'after-commit' }, costs: 'lost' },
};

const onNewDatabase = async (
  crashes: readonly Crash[],
  options: Omit<TrialOptions, 'database' | 'writers' | 'concernsPerCrash'>,
): Promise<Found> => {
  const database = await Database.start();
  try {
    // What is not flushed at COMMIT is not flushed by chance soon after it either.
    if (options.fault === 'asynchronous-commit') await database.slowLogWriter();
    return await endure(crashes, { database, writers: 12, concernsPerCrash: CONCERNS_PER_CRASH, ...options });
  } finally {
    await database.remove();
  }
};

const findFault = async (fault: PlantedFault): Promise<string> => {
  const { crash, costs } = exposure[fault];
  const found = await onNewDatabase([crash], { name: fault, fault, plain: true });
  assert.ok(found[costs] > 0, `the planted fault “${fault}” was not found`);
  return `planted fault “${fault}” found: of ${found.concerns} acknowledged, ${found.lost} lost, ${found.doubled} doubled`;
};

const tally = (crashes: readonly Crash[]): string => {
  const counts = new Map<string, number>();
  for (const { target } of crashes) counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts].map(([target, count]) => `${target} ${count}`).join(', ');
};

export const run = async (chunk: number): Promise<string> => {
  const fault = plantedFaults[chunk];
  if (fault) return findFault(fault);
  const round = chunk - plantedFaults.length;
  const ownPool = round % 2 === 1;
  const name = `round-${round}`;
  const crashes = chanceFor(name, 'crashes').shuffled(ownPool ? atAnyMoment : planned);
  const { concerns, events, ...found } = await onNewDatabase(crashes, { name, ownPool });
  assert.deepEqual(found, { lost: 0, doubled: 0, falseReceipts: 0, damaged: 0, alone: [], complaints: [], falls: 0 });
  assert.ok(concerns >= crashes.length * CONCERNS_PER_CRASH, `only ${concerns} concerns were acknowledged`);
  return `seed ${seed}, ${crashes.length} kill -9 (${tally(crashes)}): ${concerns} concerns and ${events} events acknowledged, lost 0, doubled 0, without audit 0, without answer 0`;
};
