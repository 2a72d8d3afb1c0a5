import assert from 'node:assert/strict';
import type { Behaviour } from './behaviour.js';
import { append, count, newCaseId, newTenant, sequencesOf } from './sample.js';

export const answering: readonly Behaviour[] = [
  {
    title: 'keeps a concern once per idempotency key and gives the same answer again',
    check: async ({ store }) => {
      const [tenant, key] = [newTenant(), 'the-key'];
      const response = { reference: 'R-1', receivedAt: '2026-01-05T09:00:00.000Z', more: [1, null, { deep: true }] };
      const first = append({ tenant, caseId: newCaseId(), key, response });
      assert.deepEqual(await store.append(first), { ok: true, version: 1 });
      const retry = append({ tenant, caseId: newCaseId(), key, response: { reference: 'R-2' } });
      assert.deepEqual(await store.append(retry), {
        ok: false,
        reason: 'already-answered',
        requestHash: 'hash-of-the-request',
        response,
      });
      assert.equal(await store.readCase(tenant, retry.caseId), undefined);
      assert.equal((await store.listCases(tenant)).cases.length, 1);
    },
  },
  {
    title: 'gives the same answer again although the case has moved on since',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const first = append({ tenant, caseId });
      await store.append(first);
      await store.append(append({ tenant, caseId, expectedVersion: 1 }));
      const retried = await store.append(first);
      assert.ok(!retried.ok && retried.reason === 'already-answered');
      assert.deepEqual(retried.response, first.idempotency.response);
      assert.equal((await store.readCase(tenant, caseId))?.version, 2);
    },
  },
  {
    title: 'tells the fingerprint of the first request, so that a key used for another request is noticed',
    check: async ({ store }) => {
      const [tenant, caseId, key] = [newTenant(), newCaseId(), 'the-key'];
      await store.append(append({ tenant, caseId, key, requestHash: 'first' }));
      const other = await store.append(append({ tenant, caseId, expectedVersion: 1, key, requestHash: 'second' }));
      assert.ok(!other.ok && other.reason === 'already-answered');
      assert.equal(other.requestHash, 'first');
      assert.equal((await store.readCase(tenant, caseId))?.version, 1);
    },
  },
  {
    title: 'finds the answer of a key that was used, and of no other',
    check: async ({ store }) => {
      const [tenant, subject, key] = [newTenant(), 'subject-a', 'the-key'];
      const input = append({ tenant, caseId: newCaseId(), subject, key });
      assert.equal(await store.findAnswer(tenant, subject, key), undefined);
      await store.append(input);
      const { requestHash, response } = input.idempotency;
      assert.deepEqual(await store.findAnswer(tenant, subject, key), { requestHash, response });
      assert.equal(await store.findAnswer(tenant, subject, 'another-key'), undefined);
      assert.equal(await store.findAnswer(tenant, 'subject-b', key), undefined);
      assert.equal(await store.findAnswer(newTenant(), subject, key), undefined);
    },
  },
  {
    title: 'lets two subjects use the same key',
    check: async ({ store }) => {
      const [tenant, key] = [newTenant(), 'the-key'];
      for (const subject of ['subject-a', 'subject-b']) {
        const input = append({ tenant, caseId: newCaseId(), subject, key });
        assert.deepEqual(await store.append(input), { ok: true, version: 1 });
      }
      assert.equal((await store.listCases(tenant)).cases.length, 2);
    },
  },
  {
    title: 'keeps one concern when the same request arrives ten times at once',
    check: async ({ store, openAgain }) => {
      const [tenant, key] = [newTenant(), 'the-key'];
      const other = (await openAgain?.()) ?? store;
      const requests = count(10).map((index) =>
        (index % 2 === 0 ? store : other).append(
          append({ tenant, caseId: newCaseId(), key, response: { attempt: index } }),
        ),
      );
      const results = await Promise.all(requests);
      assert.equal(results.filter(({ ok }) => ok).length, 1);
      const winner = results.findIndex(({ ok }) => ok) + 1;
      for (const result of results) {
        if (result.ok) continue;
        assert.ok(result.reason === 'already-answered');
        assert.deepEqual(result.response, { attempt: winner });
      }
      const { cases } = await store.listCases(tenant);
      assert.equal(cases.length, 1);
      const kept = await store.readCase(tenant, cases[0]?.caseId ?? '');
      assert.deepEqual(sequencesOf(kept?.events ?? []), [1]);
      if (other !== store) await other.close();
    },
  },
  {
    title: 'keeps one append of a token that is good for one, however many come with it at the same moment',
    check: async ({ store }) => {
      const tenant = newTenant();
      const once = `token-${newCaseId()}`;
      const inputs = Array.from({ length: 8 }, () => append({ tenant, caseId: newCaseId(), once }));
      const results = await Promise.all(inputs.map((input) => store.append(input)));
      assert.equal(results.filter(({ ok }) => ok).length, 1);
      assert.equal(results.filter((one) => !one.ok && one.reason === 'token-used').length, 7);
      assert.equal((await store.listCases(tenant)).cases.length, 1);
      const kept = inputs[results.findIndex(({ ok }) => ok)];
      assert.ok(kept);
      const again = await store.append(kept);
      assert.ok(!again.ok && again.reason === 'already-answered', 'the same request is answered the same');
      const elsewhere = append({ tenant: newTenant(), caseId: newCaseId(), once });
      assert.deepEqual(await store.append(elsewhere), { ok: true, version: 1 }, 'another tenant’s token is another');
    },
  },
];
