import assert from 'node:assert/strict';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

const NOON = '2026-03-10T12:00:00.000Z';

/** Time brings things about by itself: the store says in which cases, and whoever looks next is told when. */
export const due: readonly Behaviour[] = [
  {
    title: 'says for which cases something is due, the longest due first, for that tenant alone',
    check: async ({ store }) => {
      const tenant = newTenant();
      const [early, now, late, never] = [newCaseId(), newCaseId(), newCaseId(), newCaseId()];
      await store.append(append({ tenant, caseId: now, nextDue: NOON }));
      await store.append(append({ tenant, caseId: early, nextDue: '2026-03-10T12:59:59+01:00' }));
      await store.append(append({ tenant, caseId: late, nextDue: '2026-03-10T12:00:00.001Z' }));
      await store.append(append({ tenant, caseId: never }));
      assert.deepEqual(await store.dueCases(tenant, NOON, 10), [early, now]);
      assert.deepEqual(await store.dueCases(tenant, NOON, 1), [early]);
      assert.deepEqual(await store.dueCases(tenant, '2026-04-01T00:00:00Z', 10), [early, now, late]);
      assert.deepEqual(await store.dueCases(newTenant(), '2026-04-01T00:00:00Z', 10), []);
    },
  },
  {
    title: 'takes from each append when something is next due, or that nothing is',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId, nextDue: NOON }));
      await store.append(append({ tenant, caseId, expectedVersion: 1, nextDue: '2026-03-11T12:00:00Z' }));
      assert.deepEqual(await store.dueCases(tenant, NOON, 10), []);
      assert.deepEqual(await store.dueCases(tenant, '2026-03-11T12:00:00Z', 10), [caseId]);
      await store.append(append({ tenant, caseId, expectedVersion: 2 }));
      assert.deepEqual(await store.dueCases(tenant, '2030-01-01T00:00:00Z', 10), []);
    },
  },
  {
    title: 'postpones what is due, unless somebody wrote meanwhile or the case is another tenant’s',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId, count: 2, nextDue: NOON }));
      const later = '2026-03-12T00:00:00Z';
      assert.equal(await store.postpone(tenant, caseId, { version: 1, nextDue: later }), false);
      assert.equal(await store.postpone(newTenant(), caseId, { version: 2, nextDue: later }), false);
      assert.equal(await store.postpone(tenant, newCaseId(), { version: 2, nextDue: later }), false);
      assert.deepEqual(await store.dueCases(tenant, NOON, 10), [caseId]);
      assert.equal(await store.postpone(tenant, caseId, { version: 2, nextDue: later }), true);
      assert.deepEqual(await store.dueCases(tenant, NOON, 10), []);
      assert.deepEqual(await store.dueCases(tenant, later, 10), [caseId]);
      assert.equal(await store.postpone(tenant, caseId, { version: 2, nextDue: undefined }), true);
      assert.deepEqual(await store.dueCases(tenant, '2030-01-01T00:00:00Z', 10), []);
      assert.equal((await store.readCase(tenant, caseId))?.version, 2, 'and it is no entry');
    },
  },
];
