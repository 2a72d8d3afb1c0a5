import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '@msp/sdk/store/memory';
import { postgresStore } from '@msp/sdk/store/postgres';
import { withDatabase } from './support/database.js';
import { careless, unhurried } from './support/slips.js';
import { tryWriters } from './support/writers.js';

describe('several people who write in one case at the same moment', () => {
  it('lose nothing and keep nothing twice in PostgreSQL', () =>
    withDatabase(async ({ pool }) => {
      const { kept, conflicts } = await tryWriters(postgresStore({ pool }), { from: 1, histories: 6, atOnce: 6 });
      assert.ok(kept > 15 && conflicts > 3, `${kept} events, ${conflicts} conflicts: too few to mean anything`);
    }));

  it('lose nothing and keep nothing twice in memory', async () => {
    const { kept, conflicts } = await tryWriters(unhurried(memoryStore(), 1), { from: 1, histories: 12 });
    assert.ok(kept > 30 && conflicts > 8, `${kept} events, ${conflicts} conflicts: too few to mean anything`);
  });

  for (const [slip, make] of Object.entries(careless))
    it(`would be noticed to lose something where ${slip}`, async () => {
      const store = make(unhurried(memoryStore(), 2));
      await assert.rejects(tryWriters(store, { from: 1, histories: 6 }), { code: 'ERR_ASSERTION' });
    });
});
