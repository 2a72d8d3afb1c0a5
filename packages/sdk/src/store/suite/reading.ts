import assert from 'node:assert/strict';
import type { CaseRow, Store } from '../port.js';
import type { Behaviour } from './behaviour.js';
import { append, count, newCaseId, newTenant, sequencesOf } from './sample.js';

const raisedAt = (minute: number): string => new Date(Date.UTC(2026, 1, 1, 12, minute)).toISOString();

const everyPage = async (store: Store, tenant: string, limit: number): Promise<CaseRow[][]> => {
  const pages: CaseRow[][] = [];
  for (let before: string | undefined; ;) {
    const page = await store.listCases(tenant, { limit, ...(before !== undefined && { before }) });
    pages.push([...page.cases]);
    assert.ok(pages.length < 50, 'the pages come to no end');
    if (page.next === undefined) return pages;
    before = page.next;
  }
};

export const reading: readonly Behaviour[] = [
  {
    title: 'has nothing where there is no such case',
    check: async ({ store }) => {
      assert.equal(await store.readCase(newTenant(), newCaseId()), undefined);
      assert.equal(await store.readCase(newTenant(), 'not even\u0000an id \uD800'), undefined);
      assert.deepEqual(await store.listCases(newTenant()), { cases: [] });
    },
  },
  {
    title: 'reads the events after a sequence, with the version of the whole case',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId, count: 5 }));
      for (const after of [0, 2, 4, 5, 99]) {
        const kept = await store.readCase(tenant, caseId, { after });
        assert.equal(kept?.version, 5);
        assert.deepEqual(
          sequencesOf(kept.events),
          count(5).filter((sequence) => sequence > after),
        );
      }
      await assert.rejects(store.readCase(tenant, caseId, { after: -1 }), { code: 'bad-page' });
    },
  },
  {
    title: 'lists what the newest append said about a case, and keeps its reference and the day it was raised',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const first = append({ tenant, caseId, raisedAt: '2026-03-01T10:00:00+01:00' });
      await store.append(first);
      const later = append({ tenant, caseId, expectedVersion: 1, raisedAt: raisedAt(50) });
      await store.append({ ...later, case: { ...later.case, stage: 'threshold', danger: true } });
      assert.deepEqual(await store.listCases(tenant), {
        cases: [
          {
            caseId,
            reference: first.case.reference,
            version: 2,
            stage: 'threshold',
            danger: true,
            raisedAt: '2026-03-01T09:00:00.000Z',
            lastEventAt: later.case.lastEventAt,
          },
        ],
      });
    },
  },
  {
    title: 'lists the newest concern first, and every case once from page to page',
    check: async ({ store }) => {
      const tenant = newTenant();
      const raised = [3, 1, 2, 2, 2, 0, 9].map((minute) => ({ caseId: newCaseId(), raisedAt: raisedAt(minute) }));
      for (const input of raised) await store.append(append({ tenant, ...input }));
      const expected = raised
        .toSorted((a, b) => (a.raisedAt + a.caseId < b.raisedAt + b.caseId ? 1 : -1))
        .map(({ caseId }) => caseId);
      for (const limit of [1, 2, 3, 7, 100]) {
        const pages = await everyPage(store, tenant, limit);
        assert.deepEqual(
          pages.flat().map(({ caseId }) => caseId),
          expected,
        );
        assert.equal(pages.length, Math.ceil(expected.length / limit));
      }
    },
  },
  {
    title: 'misses no case on the next page although somebody writes between two pages',
    check: async ({ store }) => {
      const tenant = newTenant();
      const ids = count(4).map(() => newCaseId());
      for (const [minute, caseId] of ids.entries()) {
        await store.append(append({ tenant, caseId, raisedAt: raisedAt(minute) }));
      }
      const first = await store.listCases(tenant, { limit: 2 });
      const oldest = ids[0] ?? '';
      await store.append(append({ tenant, caseId: oldest, expectedVersion: 1, raisedAt: raisedAt(0) }));
      await store.append(append({ tenant, caseId: newCaseId(), raisedAt: raisedAt(30) }));
      const second = await store.listCases(tenant, { limit: 2, before: first.next ?? '' });
      const seen = [...first.cases, ...second.cases].map(({ caseId }) => caseId);
      assert.deepEqual(seen, ids.toReversed());
    },
  },
  {
    title: 'refuses a page that cannot be',
    check: async ({ store }) => {
      const tenant = newTenant();
      const wrong = [
        { limit: 0 },
        { limit: 501 },
        { limit: 1.5 },
        { before: '' },
        { before: 'nonsense' },
        { before: 'W10' },
        ...['+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z'].map(
          (raisedAt) => ({
            before: Buffer.from(JSON.stringify([1, raisedAt, 'x'])).toString('base64url'),
          }),
        ),
      ];
      for (const options of wrong) {
        await assert.rejects(store.listCases(tenant, options), { name: 'StoreError', code: 'bad-page' });
      }
    },
  },
  {
    title: 'cannot be changed through a value that it took or gave',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const response = { list: ['kept'] };
      const input = append({ tenant, caseId, words: 'kept', response });
      const { subject, key } = input.idempotency;
      await store.append(input);
      const before = structuredClone(await store.readCase(tenant, caseId));
      const spoil = (value: unknown): void => {
        if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
        Object.values(value).forEach(spoil);
        for (const name of Object.keys(value)) Reflect.set(value, name, 'spoilt');
      };
      spoil(input.events);
      spoil(response);
      spoil(await store.readCase(tenant, caseId));
      spoil(await store.listCases(tenant));
      spoil(await store.findAnswer(tenant, subject, key));
      assert.deepEqual(await store.readCase(tenant, caseId), before);
      assert.deepEqual((await store.findAnswer(tenant, subject, key))?.response, { list: ['kept'] });
      assert.equal((await store.listCases(tenant)).cases[0]?.caseId, caseId);
    },
  },
];
