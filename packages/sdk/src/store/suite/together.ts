import assert from 'node:assert/strict';
import { StoreError } from '../store-error.js';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

type Appended = ReturnType<typeof append>;

const beside = (input: Appended) => {
  const { caseId, events, case: row } = input;
  return { caseId, events, case: row };
};

/** Cases that begin together: all of them are kept, or none. */
export const together: readonly Behaviour[] = [
  {
    title: 'keeps cases that begin together, each with its own reference, under one answer',
    check: async ({ store }) => {
      const tenant = newTenant();
      const [one, two, three] = [newCaseId(), newCaseId(), newCaseId()].map((caseId) => append({ tenant, caseId }));
      assert.ok(one && two && three);
      const input = { ...one, beside: [beside(two), beside(three)] };
      assert.deepEqual(await store.append(input), { ok: true, version: 1 });
      for (const each of [one, two, three]) {
        const kept = await store.readCase(tenant, each.caseId);
        assert.equal(kept?.reference, each.case.reference);
        assert.deepEqual(kept.events, each.events);
      }
      const again = await store.append(input);
      assert.equal(again.ok, false);
      assert.equal(again.reason, 'already-answered');
    },
  },
  {
    title: 'keeps none of them where one cannot be kept',
    check: async ({ store }) => {
      const tenant = newTenant();
      const taken = append({ tenant, caseId: newCaseId() });
      await store.append(taken);
      const [one, two] = [newCaseId(), newCaseId()].map((caseId) => append({ tenant, caseId }));
      assert.ok(one && two);
      const sameReference = { ...beside(two), case: { ...two.case, reference: taken.case.reference } };
      const result = await store.append({ ...one, beside: [sameReference] });
      assert.deepEqual(result, { ok: false, reason: 'reference-taken' });
      const twice = { ...beside(two), case: { ...two.case, reference: one.case.reference } };
      assert.deepEqual(await store.append({ ...one, beside: [twice] }), { ok: false, reason: 'reference-taken' });
      const existing = {
        ...beside(two),
        caseId: taken.caseId,
        events: two.events.map((event) => ({ ...event, caseId: taken.caseId })),
      };
      const met = await store.append({ ...one, beside: [existing] });
      assert.equal(!met.ok && met.reason, 'version-conflict');
      for (const { caseId } of [one, two]) assert.equal(await store.readCase(tenant, caseId), undefined);
      assert.equal((await store.append({ ...one, beside: [beside(two)] })).ok, true);
    },
  },
  {
    title: 'refuses one case twice in one append',
    check: async ({ store }) => {
      const tenant = newTenant();
      const one = append({ tenant, caseId: newCaseId() });
      await assert.rejects(
        store.append({ ...one, beside: [beside(append({ tenant, caseId: one.caseId }))] }),
        StoreError,
      );
      assert.equal(await store.readCase(tenant, one.caseId), undefined);
    },
  },
];
