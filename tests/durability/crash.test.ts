import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createMspClient } from '@msp/sdk';
import { type Crash, endure } from './support/crashes.js';
import { Database } from './support/database.js';
import { keptInDatabase } from './support/kept-in-database.js';
import { ServerProcess } from './support/server-process.js';
import { tokenFor } from './support/tokens.js';

let database: Database;

before(async () => {
  database = await Database.start();
});

after(() => database.remove());

const few = { writers: 6, concernsPerCrash: 12 };

test('whatever is killed under load, and when, every acknowledged concern and event is there exactly once', async () => {
  const crashes: Crash[] = [
    { target: 'server', moment: 'after-commit' },
    { target: 'everything', moment: 'after-commit' },
    { target: 'backend', moment: 'any' },
    { target: 'server', moment: 'before-commit' },
  ];
  const { concerns, events, ...found } = await endure(crashes, { ...few, database, name: 'sound' });
  assert.deepEqual(found, { lost: 0, doubled: 0, falseReceipts: 0, damaged: 0, alone: [], complaints: [], falls: 0 });
  assert.ok(concerns >= 48 && events > 0, `only ${concerns} concerns and ${events} events were acknowledged`);
});

test('a server that answers before it has committed is found out: what it acknowledged is lost', async () => {
  const found = await endure([{ target: 'server', moment: 'any' }], {
    ...few,
    database,
    name: 'early',
    fault: 'answers-early',
  });
  assert.ok(found.lost > 0);
});

test('a server that does not know a retry is found out: what was sent once is kept twice', async () => {
  const found = await endure([{ target: 'server', moment: 'after-commit' }], {
    ...few,
    database,
    name: 'forgetful',
    plain: true,
    fault: 'no-idempotency',
  });
  assert.ok(found.doubled > 0);
});

test('over a database that may lose what it accepts, nothing is acknowledged and nothing kept', async () => {
  const sender = { tenant: 'unsafe', subject: 'unsafe-1', role: 'referrer' } as const;
  const connectionString = `${database.connectionString}?options=${encodeURIComponent('-c synchronous_commit=off')}`;
  const server = new ServerProcess({ connectionString, ownPool: true, fault: undefined });
  await server.start();
  try {
    const client = createMspClient({ endpoint: server.address, token: await tokenFor(sender), attempts: 1 });
    const sent = client.raiseConcern(
      { whatHappened: 'He takes her bank card.' },
      { idempotencyKey: 'unsafe-concern-1' },
    );
    await assert.rejects(sent, { code: 'unavailable' });
    assert.deepEqual(await keptInDatabase(database, sender.tenant), []);
  } finally {
    await server.kill();
  }
});
