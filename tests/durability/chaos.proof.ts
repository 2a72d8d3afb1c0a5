import assert from 'node:assert/strict';
import { memoryStore } from '@msp/sdk/store/memory';
import { postgresStore } from '@msp/sdk/store/postgres';
import { seed } from './support/chance.js';
import { type ChaosOptions, type Outcome, sendThroughChaos } from './support/chaos.js';
import type { Plan } from './support/chaos-proxy.js';
import { Database } from './support/database.js';
import { hopeful, withoutIdempotency } from './support/faults.js';
import { standingAlone } from './support/kept-in-database.js';
import { faultNames } from './support/network-faults.js';

/** Ten thousand submissions, five hundred at a time, each fifth part over PostgreSQL; before them each planted fault is found. */
const ROUNDS = 20;
const SUBMISSIONS = 500;
const EVERY_SO_MANY_ON_POSTGRES = 5;

const few = { submissions: 100, patienceMs: 500 };

/** So bad that the client often gives up: with the request kept, or without. */
const mostlyLost: Plan = (_key, _attempt, chance) =>
  chance.pick([
    'closed before delivery',
    'reset before delivery',
    'closed after delivery',
    'reset after delivery',
    'none',
  ]);

const faulty: readonly (() => Promise<string>)[] = [
  async () => {
    const store = withoutIdempotency(memoryStore());
    const { acknowledged, doubled } = await sendThroughChaos({ store, name: 'no-idempotency', ...few });
    assert.ok(doubled > 0, 'a server that does not know a retry was not found out');
    return `planted fault “a server without idempotency” found: of ${acknowledged} acknowledged, ${doubled} doubled`;
  },
  async () => {
    const sent = { store: memoryStore(), name: 'hopeful', through: hopeful, plan: mostlyLost, ...few };
    const { acknowledged, lost, falseReceipts } = await sendThroughChaos(sent);
    assert.ok(lost > 0 && falseReceipts > lost, 'a client that takes silence for a yes was not found out');
    return `planted fault “a client that takes silence for a yes” found: of ${acknowledged} acknowledged, ${lost} lost, ${falseReceipts} false receipts`;
  },
];

export const chunks = faulty.length + ROUNDS;

const overMemory = (sent: Omit<ChaosOptions, 'store' | 'patienceMs'>): Promise<Outcome> =>
  sendThroughChaos({ ...sent, store: memoryStore(), patienceMs: 1_000 });

const overPostgres = async (sent: Omit<ChaosOptions, 'store' | 'patienceMs'>): Promise<Outcome> => {
  const database = await Database.start();
  const store = postgresStore({ connectionString: database.connectionString });
  try {
    const outcome = await sendThroughChaos({ ...sent, store, patienceMs: 1_500 });
    assert.deepEqual(await standingAlone(database, sent.name), []);
    return outcome;
  } finally {
    await store.close();
    await database.remove();
  }
};

export const run = async (chunk: number): Promise<string> => {
  const plant = faulty[chunk];
  if (plant) return plant();
  const round = chunk - faulty.length;
  const isOnPostgres = round % EVERY_SO_MANY_ON_POSTGRES === EVERY_SO_MANY_ON_POSTGRES - 1;
  const sent = { name: `round-${round}`, submissions: SUBMISSIONS };
  const { acknowledged, failed, met, ...found } = await (isOnPostgres ? overPostgres(sent) : overMemory(sent));
  assert.deepEqual(found, { lost: 0, doubled: 0, falseReceipts: 0, damaged: 0, complaints: [] });
  assert.equal(acknowledged + failed, SUBMISSIONS);
  assert.ok(acknowledged > SUBMISSIONS / 5 && failed > 0, `${acknowledged} acknowledged, ${failed} failed`);
  for (const name of faultNames) assert.ok(met.has(name), `“${name}” never happened`);
  const attempts = [...met.values()].reduce((sum, count) => sum + count, 0);
  return `seed ${seed}, ${isOnPostgres ? 'PostgreSQL' : 'memory'}: ${SUBMISSIONS} submissions in ${attempts} attempts, ${acknowledged} acknowledged, ${failed} visibly failed, lost 0, doubled 0, false receipts 0`;
};
