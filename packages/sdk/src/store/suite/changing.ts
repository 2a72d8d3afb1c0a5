import assert from 'node:assert/strict';
import type { Change } from '../port/changes.js';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

const SOON_MS = 5_000;

const until = async (isSo: () => boolean): Promise<void> => {
  const limit = performance.now() + SOON_MS;
  while (!isSo()) {
    assert.ok(performance.now() < limit, 'it was not told in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Whoever watches is told that something changed, wherever it did. */
export const changing: readonly Behaviour[] = [
  {
    title: 'says which version a case has, to its tenant alone',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      assert.equal(await store.versionOf(tenant, caseId), undefined);
      await store.append(append({ tenant, caseId, count: 2 }));
      assert.equal(await store.versionOf(tenant, caseId), 2);
      assert.equal(await store.versionOf(newTenant(), caseId), undefined);
    },
  },
  {
    title: 'tells all who watch of every append that was kept, and of no other, until they watch no more',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const [one, two]: [Change[], Change[]] = [[], []];
      const ours = (told: Change[]) => (news: Change | 'missed') => {
        if (news !== 'missed' && news.tenant === tenant) told.push(news);
      };
      const stopOne = store.watchChanges(ours(one));
      const stopTwo = store.watchChanges(ours(two));
      // A watcher hears from the moment that its connection is there.
      let version = 0;
      await until(() => {
        if (version < 200 && one.length === 0) {
          void store.append(append({ tenant, caseId, expectedVersion: version }));
          version += 1;
        }
        return one.length > 0 && two.length > 0;
      });
      stopTwo();
      const other = newCaseId();
      await store.append(append({ tenant, caseId: other, count: 3 }));
      await store.append(append({ tenant, caseId: other, expectedVersion: 1 }));
      await until(() => one.some((change) => change.caseId === other));
      assert.deepEqual(
        one.filter((change) => change.caseId === other),
        [{ tenant, caseId: other, version: 3 }],
      );
      assert.ok(two.every((change) => change.caseId === caseId));
      stopOne();
    },
  },
];
