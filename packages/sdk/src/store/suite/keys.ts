import assert from 'node:assert/strict';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

/** Every wrapped key can be found, and replaced by the same key wrapped anew. */
export const keys: readonly Behaviour[] = [
  {
    title: 'lists the wrapped keys of a tenant from page to page, those of cases and its own apart',
    check: async ({ store }) => {
      const [tenant, other] = [newTenant(), newTenant()];
      const names = Array.from({ length: 5 }, newCaseId).sort();
      for (const caseId of names)
        await store.append({ ...append({ tenant, caseId }), key: { wrapped: `of ${caseId}`, isNew: true } });
      await store.append(append({ tenant, caseId: newCaseId() }));
      await store.keepTenantKey(tenant, 'tokens', 'of tokens');
      const found: string[] = [];
      for (let after: string | undefined; ; after = found.at(-1)) {
        const page = await store.listKeys(tenant, 'case', { limit: 2, ...(after !== undefined && { after }) });
        if (page.length === 0) break;
        assert.ok(page.length <= 2 && page.every(({ name, wrapped }) => wrapped === `of ${name}`));
        found.push(...page.map(({ name }) => name));
      }
      assert.deepEqual(found, names);
      assert.deepEqual(await store.listKeys(tenant, 'tenant', { limit: 9 }), [
        { name: 'tokens', wrapped: 'of tokens' },
      ]);
      assert.deepEqual(await store.listKeys(other, 'case', { limit: 9 }), []);
      await assert.rejects(store.listKeys(tenant, 'case', { limit: 501 }), { name: 'StoreError', code: 'bad-page' });
    },
  },
  {
    title: 'replaces a wrapped key only while it is as it was, and never brings back one that was destroyed',
    check: async ({ store }) => {
      const [tenant, one, two, three] = [newTenant(), newCaseId(), newCaseId(), newCaseId()];
      for (const caseId of [one, two, three])
        await store.append({ ...append({ tenant, caseId }), key: { wrapped: 'old', isNew: true } });
      await store.keepTenantKey(tenant, 'tokens', 'old');
      await store.eraseWords(tenant, three, { subject: 'manager-1' });
      const wanted = [
        { name: one, from: 'old', to: 'new' },
        { name: two, from: 'another', to: 'new' },
        { name: three, from: 'old', to: 'new' },
        { name: newCaseId(), from: 'old', to: 'new' },
      ];
      assert.equal(await store.rewrapKeys(newTenant(), 'case', wanted), 0, 'nobody else’s');
      const both = await Promise.all([1, 2].map(() => store.rewrapKeys(tenant, 'case', wanted)));
      assert.deepEqual(both.sort(), [0, 1]);
      const keyOf = async (caseId: string) => (await store.readCase(tenant, caseId))?.key;
      assert.deepEqual([await keyOf(one), await keyOf(two), await keyOf(three)], ['new', 'old', undefined]);
      assert.equal(await store.rewrapKeys(tenant, 'tenant', [{ name: 'tokens', from: 'old', to: 'new' }]), 1);
      assert.equal(await store.readTenantKey(tenant, 'tokens'), 'new');
      assert.equal(await store.rewrapKeys(tenant, 'case', []), 0);
      const late = { ...append({ tenant, caseId: one, expectedVersion: 1 }), key: { wrapped: 'old', isNew: false } };
      const result = await store.append(late);
      assert.ok(!result.ok && result.reason === 'version-conflict' && result.version === 1, 'read again first');
      assert.ok((await store.append({ ...late, key: { wrapped: 'new', isNew: false } })).ok);
    },
  },
];
