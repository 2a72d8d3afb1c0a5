import assert from 'node:assert/strict';
import { StoreError } from '../store-error.js';
import type { Behaviour } from './behaviour.js';
import { append, count, event, newCaseId, newTenant, sequencesOf } from './sample.js';

const AWKWARD = [
  'He said "I\u2019ll be fine" \u2014 but he was shaking',
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467} \u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F} \u{1F44B}\u{1F3FD}',
  'e\u0301 is not \u00E9; \u2028 and \u2029 and \u0085 break lines; \uFEFF and \u200B cannot be seen',
  '\u0645\u0631\u062D\u0628\u0627 \u202Ereversed\u202C \u05E9\u05DC\u05D5\u05DD; \uFFFD \uFFFE \uFFFF',
  "a tab\t, CR LF\r\n, a bell \u0007, \\u0000 spelt out, \\, ', '; DROP TABLE events; -- $1 %s {{x}} <b>",
  '  spaces around  ',
];

export const appending: readonly Behaviour[] = [
  {
    title: 'gives back every event of an append to the letter, in order',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const first = append({ tenant, caseId, count: 3, words: 'I do not want my son to get into trouble' });
      assert.deepEqual(await store.append(first), { ok: true, version: 3 });
      const second = append({ tenant, caseId, expectedVersion: 3 });
      assert.deepEqual(await store.append(second), { ok: true, version: 4 });
      assert.deepEqual(await store.readCase(tenant, caseId), {
        reference: first.case.reference,
        version: 4,
        events: [...first.events, ...second.events],
      });
    },
  },
  {
    title: 'keeps a field that is absent absent, and keeps a hash that an event carries',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const plain = event({ caseId, sequence: 1 });
      const hashed = { ...event({ caseId, sequence: 2, words: 'a note' }), hash: 'sha256:abc' };
      await store.append({ ...append({ tenant, caseId, count: 2 }), events: [plain, hashed] });
      const kept = await store.readCase(tenant, caseId);
      assert.deepEqual(kept?.events, [plain, hashed]);
    },
  },
  {
    title: 'keeps awkward Unicode text as it was written',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      for (const [version, words] of AWKWARD.entries()) {
        await store.append(append({ tenant, caseId, expectedVersion: version, words }));
      }
      const kept = await store.readCase(tenant, caseId);
      assert.deepEqual(
        kept?.events.map(({ data }) => data),
        AWKWARD.map((because) => ({ because })),
      );
    },
  },
  {
    title: 'keeps an event of 200 kB whole',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const words = 'She told me everything. \u{1F499} '.repeat(7_000);
      await store.append(append({ tenant, caseId, words }));
      const kept = await store.readCase(tenant, caseId);
      assert.deepEqual(kept?.events[0]?.data, { because: words });
    },
  },
  {
    title: 'refuses text that cannot be kept to the letter, without repeating it, and keeps nothing of it',
    check: async ({ store }) => {
      for (const spoilt of ['\u0000', '\uD800', 'x\uDC00x']) {
        const [tenant, caseId] = [newTenant(), newCaseId()];
        const input = append({ tenant, caseId, words: `canary${spoilt}canary` });
        await assert.rejects(store.append(input), (error: unknown) => {
          assert.ok(error instanceof StoreError);
          assert.equal(error.code, 'not-storable');
          assert.doesNotMatch(`${error.message} ${JSON.stringify(error)}`, /canary/);
          return true;
        });
        assert.equal(await store.readCase(tenant, caseId), undefined);
        const { subject, key } = input.idempotency;
        assert.equal(await store.findAnswer(tenant, subject, key), undefined);
      }
    },
  },
  {
    title: 'refuses events that would leave a gap, fork, or belong to another case',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const good = append({ tenant, caseId, count: 2 });
      const [one, two] = good.events;
      assert.ok(one && two);
      const wrong = [
        [],
        [two],
        [one, one],
        [one, { ...two, sequence: 3 }],
        [one, { ...two, caseId: newCaseId() }],
        [one, { ...two, id: one.id }],
        [one, { ...two, surprise: true }],
      ];
      for (const events of wrong) {
        await assert.rejects(store.append({ ...good, events }), { name: 'StoreError', code: 'bad-append' });
      }
      assert.equal(await store.readCase(tenant, caseId), undefined);
      assert.deepEqual(await store.append(good), { ok: true, version: 2 });
    },
  },
  {
    title: 'refuses an event id that was used before, and keeps nothing of that append',
    check: async ({ store }) => {
      const [tenant, caseId, otherId] = [newTenant(), newCaseId(), newCaseId()];
      const first = append({ tenant, caseId });
      await store.append(first);
      const eventId = first.events[0]?.id ?? '';
      const again = append({ tenant, caseId: otherId, eventId });
      await assert.rejects(store.append(again), { name: 'StoreError', code: 'bad-append' });
      assert.equal(await store.readCase(tenant, otherId), undefined);
      const { subject, key } = again.idempotency;
      assert.equal(await store.findAnswer(tenant, subject, key), undefined);
      assert.deepEqual(await store.append({ ...again, events: [event({ caseId: otherId, sequence: 1 })] }), {
        ok: true,
        version: 1,
      });
    },
  },
  {
    title: 'tells the second of two writers who saw the same version when and in which role the first one wrote',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId, role: 'referrer' }));
      const winner = append({ tenant, caseId, expectedVersion: 1, role: 'manager' });
      assert.deepEqual(await store.append(winner), { ok: true, version: 2 });
      const loser = append({ tenant, caseId, expectedVersion: 1 });
      const last = { at: winner.events[0]?.recordedAt, role: 'manager' };
      assert.deepEqual(await store.append(loser), { ok: false, reason: 'version-conflict', version: 2, last });
      const kept = await store.readCase(tenant, caseId);
      assert.deepEqual(kept?.events.at(-1), winner.events[0]);
      assert.equal(await store.findAnswer(tenant, loser.idempotency.subject, loser.idempotency.key), undefined);
    },
  },
  {
    title: 'says that a case is not new, and that a case is not there',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const missing = { ok: false, reason: 'version-conflict', version: 0 };
      assert.deepEqual(await store.append(append({ tenant, caseId, expectedVersion: 4 })), missing);
      await store.append(append({ tenant, caseId }));
      const again = await store.append(append({ tenant, caseId }));
      assert.ok(!again.ok && again.reason === 'version-conflict');
      assert.equal(again.version, 1);
    },
  },
  {
    title: 'says that a reference is taken, and takes the same append with another one',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const { case: row } = append({ tenant, caseId });
      await store.append({ ...append({ tenant, caseId }), case: row });
      const second = append({ tenant, caseId: newCaseId(), reference: row.reference });
      assert.deepEqual(await store.append(second), { ok: false, reason: 'reference-taken' });
      assert.equal(await store.readCase(tenant, second.caseId), undefined);
      const renamed = { ...second, case: { ...second.case, reference: `${row.reference}-2` } };
      assert.deepEqual(await store.append(renamed), { ok: true, version: 1 });
    },
  },
  {
    title: 'never forks and never leaves a gap when twenty writers append at the same time',
    check: async ({ store, openAgain }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId }));
      const other = (await openAgain?.()) ?? store;
      const write = async (index: number): Promise<void> => {
        const handle = index % 2 === 0 ? store : other;
        for (let expectedVersion = 1; ;) {
          const result = await handle.append(append({ tenant, caseId, expectedVersion, words: `writer ${index}` }));
          if (result.ok) return;
          assert.equal(result.reason, 'version-conflict');
          expectedVersion = result.reason === 'version-conflict' ? result.version : 0;
        }
      };
      await Promise.all(count(20).map(write));
      const kept = await store.readCase(tenant, caseId);
      assert.equal(kept?.version, 21);
      assert.deepEqual(sequencesOf(kept.events), count(21));
      const writers = kept.events.slice(1).map(({ data }) => JSON.stringify(data));
      assert.equal(new Set(writers).size, 20);
      if (other !== store) await other.close();
    },
  },
];
