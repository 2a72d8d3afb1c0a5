import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { memoryStore } from '@msp/sdk/store/memory';
import { type Pool, postgresStore } from '@msp/sdk/store/postgres';
import { withDatabase } from './support/database.js';
import { tryAtStore, tryOverHttp } from './support/histories.js';
import { forgetfulMethods, forgetting, rewrites, rewriting } from './support/leaks.js';

const { tenantStays, roleStays, whereForgets } = rewrites;

describe('twenty people of three organisations at work at the same moment', () => {
  let pool: Pool;
  let stop: () => void;
  let stopped: Promise<void>;

  before(
    () =>
      new Promise<void>((ready, failed) => {
        stopped = withDatabase(async (database) => {
          ({ pool } = database);
          const work = new Promise<void>((done) => (stop = done));
          ready();
          await work;
        });
        stopped.catch(failed);
      }),
  );
  after(async () => {
    stop();
    await stopped;
  });

  it('are each answered as if theirs were the only organisation', async () => {
    const store = postgresStore({ pool });
    assert.ok((await tryOverHttp(store, { from: 1, histories: 1 })) > 200);
    await tryAtStore(store, { from: 3, histories: 2 });
  });

  it('stay apart when every statement forgets to say whose rows it wants: the database itself refuses', async () => {
    const store = postgresStore({ pool: rewriting(pool, whereForgets) });
    await tryAtStore(store, { from: 5, histories: 1 });
  });

  it('are noticed to be mixed up when a tenant stays set on a connection', async () => {
    const store = postgresStore({ pool: rewriting(pool, tenantStays) });
    await assert.rejects(tryOverHttp(store, { from: 6, histories: 1, length: 1 }));
    await assert.rejects(tryAtStore(store, { from: 7, histories: 1, length: 2 }));
  });

  it('are noticed to be mixed up when neither statements nor the role keep them apart', async () => {
    const store = postgresStore({ pool: rewriting(pool, roleStays, whereForgets) });
    await assert.rejects(tryAtStore(store, { from: 8, histories: 1, length: 4 }), { code: 'ERR_ASSERTION' });
    await assert.rejects(tryOverHttp(store, { from: 9, histories: 1, length: 1 }));
  });

  it('are not let in while the role passes row-level security, though every answer is still right', async () => {
    const store = postgresStore({ pool: rewriting(pool, roleStays) });
    assert.deepEqual(await store.ready(), { ok: false, reason: 'unsafe-role' });
    assert.deepEqual(await postgresStore({ pool }).ready(), { ok: true });
  });
});

describe('a store that forgets whose rows it may touch', () => {
  it('is none of ours: the memory store keeps organisations apart', async () => {
    await tryAtStore(memoryStore(), { from: 20, histories: 3 });
  });

  for (const method of forgetfulMethods)
    it(`is noticed in ${method}`, async () => {
      const store = forgetting(method, memoryStore());
      await assert.rejects(tryAtStore(store, { from: 20, histories: 3 }), { code: 'ERR_ASSERTION' });
    });

  for (const method of ['readCase', 'listCases', 'findAnswer'])
    it(`is noticed over HTTP in ${method}`, async () => {
      const store = forgetting(method, memoryStore());
      await assert.rejects(tryOverHttp(store, { from: 30, histories: 1, length: 1 }));
    });
});
