import assert from 'node:assert/strict';
import type { Behaviour } from './behaviour.js';
import { aDraft, append, newCaseId, newTenant } from './sample.js';

export const apart: readonly Behaviour[] = [
  {
    title: 'shows a tenant nothing of another: no case, no list, no answer',
    check: async ({ store }) => {
      const [ours, theirs, caseId] = [newTenant(), newTenant(), newCaseId()];
      const input = append({ tenant: theirs, caseId });
      await store.append(input);
      assert.equal(await store.readCase(ours, caseId), undefined);
      assert.deepEqual(await store.listCases(ours), { cases: [] });
      const { subject, key } = input.idempotency;
      assert.equal(await store.findAnswer(ours, subject, key), undefined);
    },
  },
  {
    title: 'does not let a tenant find out which case id, reference, key or event id another one has',
    check: async ({ store }) => {
      const [ours, theirs, caseId] = [newTenant(), newTenant(), newCaseId()];
      const input = append({ tenant: theirs, caseId });
      await store.append(input);
      assert.deepEqual(await store.append({ ...input, tenant: ours }), { ok: true, version: 1 });
      const missing = append({ tenant: newTenant(), caseId, expectedVersion: 1 });
      assert.deepEqual(await store.append(missing), { ok: false, reason: 'version-conflict', version: 0 });
    },
  },
  {
    title: 'changes nothing of another tenant whose case has the same id',
    check: async ({ store }) => {
      const [ours, theirs, caseId] = [newTenant(), newTenant(), newCaseId()];
      await store.append(append({ tenant: theirs, caseId, words: 'theirs' }));
      const before = await store.readCase(theirs, caseId);
      await store.append(append({ tenant: ours, caseId, words: 'ours' }));
      await store.append(append({ tenant: ours, caseId, expectedVersion: 1, words: 'ours again' }));
      assert.deepEqual(await store.readCase(theirs, caseId), before);
      assert.equal((await store.listCases(theirs)).cases[0]?.version, 1);
    },
  },
];

export const lasting: readonly Behaviour[] = [
  {
    title: 'says that it is ready, and after closing that it is closed',
    check: async ({ store }) => {
      assert.deepEqual(await store.ready(), { ok: true });
      await store.close();
      assert.deepEqual(await store.ready(), { ok: false, reason: 'closed' });
      const tenant = newTenant();
      await assert.rejects(store.append(append({ tenant, caseId: newCaseId() })), { code: 'closed' });
      await assert.rejects(store.readCase(tenant, 'any'), { code: 'closed' });
      await assert.rejects(store.listCases(tenant), { code: 'closed' });
      await assert.rejects(store.findAnswer(tenant, 'any', 'any'), { code: 'closed' });
      await assert.rejects(store.saveDraft(tenant, 'any', aDraft), { code: 'closed' });
      await assert.rejects(store.readDraft(tenant, 'any', aDraft.expiresAt), { code: 'closed' });
      await assert.rejects(store.dropDraft(tenant, 'any'), { code: 'closed' });
      await assert.rejects(store.dropExpiredDrafts(tenant, aDraft.expiresAt), { code: 'closed' });
      await assert.rejects(store.dueCases(tenant, '2026-01-01T00:00:00Z', 1), { code: 'closed' });
      await assert.rejects(store.postpone(tenant, 'any', { version: 1, nextDue: undefined }), { code: 'closed' });
      await assert.rejects(store.readAudit(tenant, 'any'), { code: 'closed' });
      await assert.rejects(store.eraseWords(tenant, 'any', { subject: 'any' }), { code: 'closed' });
      await store.close();
    },
  },
  {
    title: 'still has what it accepted after it was closed and opened again',
    needsReopening: true,
    check: async ({ store, openAgain }) => {
      assert.ok(openAgain);
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const input = append({ tenant, caseId, count: 2, words: 'Somebody should know' });
      await store.append(input);
      const list = await store.listCases(tenant);
      await store.close();
      const again = await openAgain();
      const { reference } = input.case;
      assert.deepEqual(await again.readCase(tenant, caseId), { reference, version: 2, events: input.events });
      assert.deepEqual(await again.listCases(tenant), list);
      const retried = await again.append(input);
      assert.ok(!retried.ok && retried.reason === 'already-answered');
      await again.close();
    },
  },
];
