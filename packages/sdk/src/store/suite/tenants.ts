import assert from 'node:assert/strict';
import type { Behaviour } from './behaviour.js';
import { newTenant } from './sample.js';

/** What belongs to an organisation itself. */
export const tenants: readonly Behaviour[] = [
  {
    title: 'keeps the first key of a name, whoever makes another at the same moment, for that tenant alone',
    check: async ({ store }) => {
      const [tenant, other] = [newTenant(), newTenant()];
      assert.equal(await store.readTenantKey(tenant, 'index'), undefined);
      const made = ['one', 'two', 'three', 'four', 'five'];
      const kept = await Promise.all(made.map((wrapped) => store.keepTenantKey(tenant, 'index', wrapped)));
      assert.equal(new Set(kept).size, 1);
      assert.ok(made.includes(kept[0] ?? ''));
      assert.equal(await store.readTenantKey(tenant, 'index'), kept[0]);
      assert.equal(await store.keepTenantKey(tenant, 'index', 'six'), kept[0]);
      assert.equal(await store.keepTenantKey(tenant, 'tokens', 'seven'), 'seven');
      assert.equal(await store.readTenantKey(other, 'index'), undefined);
      assert.equal(await store.keepTenantKey(other, 'index', 'eight'), 'eight');
    },
  },
  {
    title: 'keeps settings of a tenant, the newest of which count, and lets nobody overwrite what they did not see',
    check: async ({ store }) => {
      const tenant = newTenant();
      assert.equal(await store.readSettings(tenant), undefined);
      const save = (expectedVersion: number, words: string): Promise<boolean> =>
        store.saveSettings(tenant, { expectedVersion, words, subject: 'manager-1' });
      assert.equal(await save(1, 'too far'), false);
      const first = await Promise.all(['a', 'b', 'c'].map((words) => save(0, words)));
      assert.equal(first.filter(Boolean).length, 1);
      assert.equal(await save(1, 'second'), true);
      assert.equal(await save(1, 'late'), false);
      assert.deepEqual(await store.readSettings(tenant), { version: 2, words: 'second' });
      assert.equal(await store.readSettings(newTenant()), undefined);
    },
  },
];
