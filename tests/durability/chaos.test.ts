import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from '@msp/sdk/store/memory';
import { anyFault, sendThroughChaos } from './support/chaos.js';
import type { Plan } from './support/chaos-proxy.js';
import { hopeful, withoutIdempotency } from './support/faults.js';
import { faultNames } from './support/network-faults.js';

const patienceMs = 800;

test('through whatever a network does, a submission is kept exactly once or visibly failed', async () => {
  let begun = 0;
  const eachInTurn: Plan = (key, attempt, chance) =>
    attempt > 1 ? anyFault(key, attempt, chance) : (faultNames[(begun += 1) % faultNames.length] ?? 'none');
  const sent = { store: memoryStore(), name: 'chaos', submissions: 60, patienceMs, plan: eachInTurn };
  const { acknowledged, failed, met, ...found } = await sendThroughChaos(sent);
  assert.deepEqual(found, { lost: 0, doubled: 0, falseReceipts: 0, damaged: 0, complaints: [] });
  assert.equal(acknowledged + failed, sent.submissions);
  assert.ok(acknowledged > 10, `only ${acknowledged} were acknowledged`);
  assert.deepEqual(
    faultNames.filter((name) => !met.has(name)),
    [],
    'not every fault was met',
  );
});

test('a server that does not know a retry is found out: what was sent once is kept twice', async () => {
  const { doubled } = await sendThroughChaos({
    ...{ store: withoutIdempotency(memoryStore()), name: 'forgetful', submissions: 5, patienceMs },
    plan: (_key, attempt) => (attempt === 1 ? 'closed after delivery' : 'none'),
  });
  assert.ok(doubled > 0);
});

test('a client that takes silence for a yes is found out: its receipts are for nothing', async () => {
  const { lost, falseReceipts } = await sendThroughChaos({
    ...{ store: memoryStore(), name: 'hopeful', submissions: 5, patienceMs, through: hopeful },
    plan: () => 'reset before delivery',
  });
  assert.ok(lost > 0 && falseReceipts > 0);
});
