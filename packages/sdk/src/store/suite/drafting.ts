import assert from 'node:assert/strict';
import type { Behaviour } from './behaviour.js';
import { aDraft, newTenant } from './sample.js';

const BEFORE = '2026-03-10T17:59:59.999Z';
const AFTER = aDraft.expiresAt;

/** What somebody began to write is kept for a while, and then it is gone. */
export const drafting: readonly Behaviour[] = [
  {
    title: 'gives back a draft until it expires, to its tenant alone',
    check: async ({ store }) => {
      const tenant = newTenant();
      await store.saveDraft(tenant, 'draft-1', aDraft);
      assert.deepEqual(await store.readDraft(tenant, 'draft-1', BEFORE), aDraft);
      assert.equal(await store.readDraft(tenant, 'draft-1', AFTER), undefined);
      assert.equal(await store.readDraft(tenant, 'draft-2', BEFORE), undefined);
      assert.equal(await store.readDraft(newTenant(), 'draft-1', BEFORE), undefined);
    },
  },
  {
    title: 'keeps the newest of what was saved under one id',
    check: async ({ store }) => {
      const tenant = newTenant();
      const newer = { words: 'more of it \u{1F499}', expiresAt: '2026-03-12T18:00:00.000Z' };
      await store.saveDraft(tenant, 'draft-1', aDraft);
      await store.saveDraft(tenant, 'draft-1', { ...newer, expiresAt: '2026-03-12T19:00:00+01:00' });
      assert.deepEqual(await store.readDraft(tenant, 'draft-1', AFTER), newer);
    },
  },
  {
    title: 'removes a draft for good, and those that have expired, of that tenant alone',
    check: async ({ store }) => {
      const [tenant, other] = [newTenant(), newTenant()];
      await store.saveDraft(tenant, 'draft-1', aDraft);
      await store.saveDraft(tenant, 'draft-2', aDraft);
      await store.saveDraft(tenant, 'draft-3', { ...aDraft, expiresAt: '2026-03-11T18:00:00.000Z' });
      await store.saveDraft(other, 'draft-1', aDraft);
      assert.equal(await store.dropDraft(tenant, 'draft-1'), true);
      assert.equal(await store.dropDraft(tenant, 'draft-1'), false);
      assert.equal(await store.dropExpiredDrafts(tenant, BEFORE), 0);
      assert.equal(await store.dropExpiredDrafts(tenant, AFTER), 1);
      assert.equal(await store.dropExpiredDrafts(tenant, AFTER), 0);
      assert.equal(await store.dropDraft(tenant, 'draft-2'), false);
      assert.ok(await store.readDraft(tenant, 'draft-3', AFTER));
      assert.deepEqual(await store.readDraft(other, 'draft-1', BEFORE), aDraft);
    },
  },
  {
    title: 'refuses a draft that cannot be kept, without repeating it',
    check: async ({ store }) => {
      for (const words of ['canary\u0000', '']) {
        await assert.rejects(store.saveDraft(newTenant(), 'draft-1', { ...aDraft, words }), (error: unknown) => {
          assert.doesNotMatch(String(error), /canary/);
          return true;
        });
      }
      await assert.rejects(store.saveDraft(newTenant(), '', aDraft), { name: 'StoreError', code: 'bad-append' });
      await assert.rejects(store.saveDraft(newTenant(), 'd', { ...aDraft, expiresAt: 'soon' }), { code: 'bad-append' });
    },
  },
];
