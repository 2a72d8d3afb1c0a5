import assert from 'node:assert/strict';
import type { AppendInput } from '../port.js';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

const closedAt = (
  tenant: string,
  caseId: string,
  lastEventAt: string,
  stage: AppendInput['case']['stage'] = 'closed',
) => {
  const input = append({ tenant, caseId });
  return { ...input, key: { wrapped: 'key', isNew: true }, case: { ...input.case, stage, lastEventAt } };
};

/** What has been kept for long can be found. */
export const closed: readonly Behaviour[] = [
  {
    title:
      'finds closed cases that still have words and were last written in long ago, the longest ago first, for that tenant alone',
    check: async ({ store }) => {
      const tenant = newTenant();
      const [longest, long, recent, open, erased, wordless] = Array.from({ length: 6 }, newCaseId) as [
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const until = '2020-01-01T00:00:00.000Z';
      await store.append(closedAt(tenant, long, '2020-01-01T01:00:00+01:00'));
      await store.append(closedAt(tenant, longest, '2012-02-29T12:00:00Z'));
      await store.append(closedAt(tenant, recent, '2020-01-01T00:00:00.001Z'));
      await store.append(closedAt(tenant, open, '2012-01-01T00:00:00Z', 'step-down'));
      await store.append(closedAt(tenant, erased, '2012-01-01T00:00:00Z'));
      const { key: _, ...without } = closedAt(tenant, wordless, '2012-01-01T00:00:00Z');
      await store.append(without);
      await store.eraseWords(tenant, erased, { subject: 'manager-1' });
      const found = await store.closedCases(tenant, { until, limit: 10 });
      assert.deepEqual(
        found.map(({ caseId }) => caseId),
        [longest, long],
      );
      assert.equal(found[1]?.lastEventAt, until);
      assert.equal((await store.closedCases(tenant, { until, limit: 1 }))[0]?.caseId, longest);
      assert.deepEqual(await store.closedCases(newTenant(), { until, limit: 10 }), []);
    },
  },
];
