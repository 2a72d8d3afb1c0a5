import assert from 'node:assert/strict';
import { type AppendInput, type KeptEvent, MAX_AUDIT, type Store } from '../port.js';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

const by = { subject: 'manager-1' };

/** An append whose events carry words, encrypted with this key. */
const sealed = (options: Parameters<typeof append>[0], wrapped: string, isNew: boolean): AppendInput => {
  const input = append(options);
  const events = input.events.map((event): KeptEvent => ({
    ...event,
    hash: `hash-${event.sequence}`,
    v: 1,
    seal: { previous: `hash-${event.sequence - 1}`, commitments: { because: 'c0ffee' }, salts: {} },
    words: `ciphertext-${event.sequence}`,
  }));
  return { ...input, events, key: { wrapped, isNew } };
};

/** Who wrote, read and erased, the newest first. */
const auditOf = async (store: Store, tenant: string, caseId: string): Promise<string[]> =>
  (await store.readAudit(tenant, caseId)).map(({ subject, action, version }) => `${subject} ${action} ${version}`);

/** What people wrote is kept apart, encrypted with a key of the case; destroying that key is what erases it. */
export const wording: readonly Behaviour[] = [
  {
    title: 'gives back words, seal and the wrapped key of the case to the letter',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const first = sealed({ tenant, caseId, count: 2 }, 'key-1', true);
      assert.deepEqual(await store.append(first), { ok: true, version: 2 });
      const second = sealed({ tenant, caseId, expectedVersion: 2 }, 'key-1', false);
      assert.deepEqual(await store.append(second), { ok: true, version: 3 });
      assert.deepEqual(await store.readCase(tenant, caseId), {
        reference: first.case.reference,
        version: 3,
        events: [...first.events, ...second.events],
        key: 'key-1',
      });
      assert.equal((await store.readCase(tenant, caseId, { after: 3 }))?.key, 'key-1');
    },
  },
  {
    title: 'refuses words without a key',
    check: async ({ store }) => {
      const { key: _, ...without } = sealed({ tenant: newTenant(), caseId: newCaseId() }, 'key-1', true);
      await assert.rejects(store.append(without), { name: 'StoreError', code: 'bad-append' });
    },
  },
  {
    title: 'keeps nothing that is encrypted with another key than the one the case has',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(sealed({ tenant, caseId }, 'key-1', true));
      for (const [wrapped, isNew] of [
        ['key-2', false],
        ['key-2', true],
      ] as const) {
        const input = sealed({ tenant, caseId, expectedVersion: 1 }, wrapped, isNew);
        const result = await store.append(input);
        assert.ok(!result.ok && result.reason === 'version-conflict' && result.version === 1);
        const { subject, key } = input.idempotency;
        assert.equal(await store.findAnswer(tenant, subject, key), undefined);
      }
      assert.equal((await store.readCase(tenant, caseId))?.version, 1);
      assert.equal((await store.listCases(tenant)).cases[0]?.version, 1);
    },
  },
  {
    title: 'erases words by destroying the key of that case alone; the events stay',
    check: async ({ store }) => {
      const [tenant, caseId, otherId] = [newTenant(), newCaseId(), newCaseId()];
      const input = sealed({ tenant, caseId }, 'key-1', true);
      await store.append(input);
      await store.append(sealed({ tenant, caseId: otherId }, 'key-2', true));
      assert.equal(await store.eraseWords(newTenant(), caseId, by), false, 'nobody else’s case');
      assert.equal(await store.eraseWords(tenant, caseId, by), true);
      const kept = await store.readCase(tenant, caseId);
      assert.deepEqual(kept, { reference: input.case.reference, version: 1, events: input.events });
      assert.equal((await store.readCase(tenant, otherId))?.key, 'key-2');
      assert.equal(await store.eraseWords(tenant, caseId, by), false);
      assert.equal(await store.eraseWords(tenant, newCaseId(), by), false);
    },
  },
  {
    title: 'keeps nothing that was encrypted with a key that was destroyed meanwhile, and takes a new one',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(sealed({ tenant, caseId }, 'key-1', true));
      await store.eraseWords(tenant, caseId, by);
      const late = await store.append(sealed({ tenant, caseId, expectedVersion: 1 }, 'key-1', false));
      assert.ok(!late.ok && late.reason === 'version-conflict');
      const anew = await store.append(sealed({ tenant, caseId, expectedVersion: 1 }, 'key-2', true));
      assert.deepEqual(anew, { ok: true, version: 2 });
      assert.equal((await store.readCase(tenant, caseId))?.key, 'key-2');
    },
  },
  {
    title: 'notes who wrote, who read and who erased, for that case and tenant alone, and never changes it',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(sealed({ tenant, caseId, subject: 'worker-1' }, 'key-1', true));
      await store.readCase(tenant, caseId);
      await store.readCase(tenant, caseId, { reader: 'worker-2' });
      await store.readCase(tenant, newCaseId(), { reader: 'worker-2' });
      await store.readCase(newTenant(), caseId, { reader: 'worker-2' });
      await store.append(sealed({ tenant, caseId, expectedVersion: 1, subject: 'worker-1' }, 'key-1', false));
      await store.eraseWords(tenant, caseId, by);
      const expected = ['manager-1 erase-words 2', 'worker-1 append 2', 'worker-2 read 1', 'worker-1 append 1'];
      assert.deepEqual(await auditOf(store, tenant, caseId), expected);
      const [newest] = await store.readAudit(tenant, caseId);
      assert.equal(new Date(newest?.at ?? '').toISOString(), newest?.at);
      assert.deepEqual(await store.readAudit(newTenant(), caseId), []);
      assert.deepEqual(await store.readAudit(tenant, newCaseId()), []);
    },
  },
  {
    title: `gives back the newest ${MAX_AUDIT} notes of a case`,
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId }));
      for (let count = 0; count < MAX_AUDIT; count += 1) await store.readCase(tenant, caseId, { reader: `r-${count}` });
      const notes = await store.readAudit(tenant, caseId);
      assert.equal(notes.length, MAX_AUDIT);
      assert.deepEqual([notes[0]?.subject, notes.at(-1)?.subject], [`r-${MAX_AUDIT - 1}`, 'r-0']);
    },
  },
];
