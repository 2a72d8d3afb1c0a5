import assert from 'node:assert/strict';
import type { PersonMark } from '../port/people.js';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

const birth: PersonMark = { kind: 'name-and-birth', mark: 'mark-of-mary-1940' };
const postcode: PersonMark = { kind: 'name-and-postcode', mark: 'mark-of-mary-LK1' };
const by = { subject: 'practitioner-1' };

/** Cases about one person find one another by marks that say nothing of who it is. */
export const people: readonly Behaviour[] = [
  {
    title: 'finds other cases with a mark of this one, the newest first, in that tenant alone, and notes who looked',
    check: async ({ store }) => {
      const [tenant, other] = [newTenant(), newTenant()];
      const [first, second, third, stranger] = [newCaseId(), newCaseId(), newCaseId(), newCaseId()];
      const raise = (of: string, caseId: string, marks: readonly PersonMark[], day: number) =>
        store.append({
          ...append({ tenant: of, caseId, reference: `R-${caseId}`, raisedAt: `2026-01-0${day}T09:00:00.000Z` }),
          marks,
        });
      await raise(tenant, first, [birth, postcode], 1);
      await raise(tenant, second, [postcode], 2);
      await raise(tenant, third, [birth, postcode], 3);
      await raise(tenant, stranger, [{ ...birth, mark: 'mark-of-john' }], 4);
      await raise(other, newCaseId(), [birth, postcode], 5);
      assert.deepEqual(await store.findSamePerson(tenant, first, by), [
        { caseId: third, reference: `R-${third}`, matchedOn: ['name-and-birth', 'name-and-postcode'] },
        { caseId: second, reference: `R-${second}`, matchedOn: ['name-and-postcode'] },
      ]);
      assert.equal((await store.readAudit(tenant, first))[0]?.action, 'look-for-person');
      assert.deepEqual(await store.findSamePerson(tenant, stranger, by), []);
      assert.deepEqual(await store.findSamePerson(other, first, by), []);
      assert.deepEqual(await store.findSamePerson(tenant, newCaseId(), by), []);
    },
  },
  {
    title: 'takes new marks in place of those of before, and keeps them where an append brings none',
    check: async ({ store }) => {
      const [tenant, one, two] = [newTenant(), newCaseId(), newCaseId()];
      await store.append({ ...append({ tenant, caseId: one }), marks: [birth] });
      await store.append({ ...append({ tenant, caseId: two }), marks: [birth] });
      await store.append(append({ tenant, caseId: two, expectedVersion: 1 }));
      assert.equal((await store.findSamePerson(tenant, one, by)).length, 1);
      await store.append({ ...append({ tenant, caseId: two, expectedVersion: 2 }), marks: [] });
      assert.deepEqual(await store.findSamePerson(tenant, one, by), []);
    },
  },
  {
    title: 'offers no more what somebody said is another person, from either side',
    check: async ({ store }) => {
      const [tenant, one, two] = [newTenant(), newCaseId(), newCaseId()];
      await store.append({ ...append({ tenant, caseId: one }), marks: [birth] });
      await store.append({ ...append({ tenant, caseId: two }), marks: [birth] });
      assert.equal(await store.keepApart(newTenant(), { caseId: two, other: one }, by), false);
      assert.equal(await store.keepApart(tenant, { caseId: two, other: newCaseId() }, by), false);
      assert.equal(await store.keepApart(tenant, { caseId: one, other: one }, by), false);
      assert.equal(await store.keepApart(tenant, { caseId: two, other: one }, by), true);
      assert.equal(await store.keepApart(tenant, { caseId: one, other: two }, by), false, 'it was said before');
      assert.equal((await store.readAudit(tenant, two))[0]?.action, 'keep-apart');
      assert.deepEqual(await store.findSamePerson(tenant, one, by), []);
      assert.deepEqual(await store.findSamePerson(tenant, two, by), []);
    },
  },
  {
    title: 'forgets the marks of a case whose words are erased',
    check: async ({ store }) => {
      const [tenant, one, two] = [newTenant(), newCaseId(), newCaseId()];
      const key = { wrapped: 'a wrapped key', isNew: true };
      await store.append({ ...append({ tenant, caseId: one }), marks: [birth], key });
      await store.append({ ...append({ tenant, caseId: two }), marks: [birth] });
      await store.eraseWords(tenant, one, by);
      assert.deepEqual(await store.findSamePerson(tenant, two, by), []);
    },
  },
];
