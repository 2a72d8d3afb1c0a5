import assert from 'node:assert/strict';
import { CODE_ATTEMPTS, type NewCode } from '../port/codes.js';
import type { Store } from '../port.js';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

const MADE = '2026-03-10T12:00:00.000Z';
const NOON = '2026-03-11T12:00:00.000Z';
const QUARTER_PAST = '2026-03-11T12:15:00.000Z';
const UNTIL = '2026-03-17T12:00:00.000Z';

const by = { subject: 'practitioner-1' };

const code = (caseId: string, more: Partial<NewCode> = {}): NewCode => ({
  id: 'CODE-1',
  caseId,
  role: 'person',
  subject: 'person-1',
  organisation: 'the adult',
  hash: 'right',
  madeAt: MADE,
  opensUntil: UNTIL,
  reusable: false,
  ...more,
});

let sessions = 0;

const opening =
  (store: Store, tenant: string) =>
  (hash: string, now = NOON, id = 'CODE-1') => {
    const session = { hash: `session-${(sessions += 1)}`, until: QUARTER_PAST };
    return store.openCode(tenant, id, { hash, now, session });
  };

const shown = (given: NewCode) => {
  const { hash: _, ...rest } = given;
  return rest;
};

/** Codes open one case for people who have no account. */
export const codes: readonly Behaviour[] = [
  {
    title: 'opens a code for its own role alone where one is named, and does not spend it for another',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId }));
      await store.keepCode(tenant, code(caseId), by);
      const session = { hash: `session-${(sessions += 1)}`, until: QUARTER_PAST };
      const attempt = { hash: 'right', now: NOON, session };
      for (let count = 0; count <= CODE_ATTEMPTS; count += 1)
        assert.equal(await store.openCode(tenant, 'CODE-1', { ...attempt, role: 'referrer' }), undefined);
      assert.equal((await store.openCode(tenant, 'CODE-1', { ...attempt, role: 'person' }))?.caseId, caseId);
    },
  },
  {
    title: 'opens a code once, for its tenant alone, and notes who made and opened it',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId }));
      const given = code(caseId);
      assert.equal(await store.keepCode(tenant, given, by), true);
      assert.equal(await store.keepCode(tenant, { ...given, hash: 'other' }, by), false, 'the id is taken');
      assert.equal(await store.keepCode(tenant, code(newCaseId(), { id: 'CODE-2' }), by), false, 'no such case');
      const open = opening(store, tenant);
      assert.equal(await opening(store, newTenant())('right'), undefined);
      assert.equal(await open('right', UNTIL), undefined);
      assert.equal(await open('right', NOON, 'CODE-9'), undefined);
      assert.equal(await open('wrong'), undefined);
      assert.deepEqual(await open('right'), { ...shown(given), openedAt: NOON });
      assert.equal(await open('right'), undefined, 'it is spent');
      const noted = (await store.readAudit(tenant, caseId)).map(({ subject, action }) => `${subject} ${action}`);
      assert.deepEqual(noted.slice(0, 2), ['person-1 open-code', 'practitioner-1 make-code']);
      assert.deepEqual(await store.listCodes(tenant, caseId), [{ ...shown(given), openedAt: NOON }]);
      assert.deepEqual(await store.listCodes(newTenant(), caseId), []);
    },
  },
  {
    title: 'lets one of many open a code that opens once',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId }));
      await store.keepCode(tenant, code(caseId), by);
      const open = opening(store, tenant);
      const opened = await Promise.all(Array.from({ length: 8 }, () => open('right')));
      assert.equal(opened.filter(Boolean).length, 1);
    },
  },
  {
    title: 'closes a code for a while after wrong attempts, however many come at once, and not for ever',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId }));
      await store.keepCode(tenant, code(caseId), by);
      const open = opening(store, tenant);
      await Promise.all(Array.from({ length: CODE_ATTEMPTS }, (_, index) => open(`wrong ${index}`)));
      assert.equal(await open('right'), undefined);
      assert.equal(await open('right', '2026-03-11T12:14:59.999Z'), undefined);
      assert.ok(await open('right', QUARTER_PAST));
    },
  },
  {
    title: 'opens a code again and again that is for that, and counts wrong attempts anew after a right one',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      await store.append(append({ tenant, caseId }));
      await store.keepCode(tenant, code(caseId, { reusable: true }), by);
      const open = opening(store, tenant);
      for (let round = 0; round < 3; round += 1) {
        for (let wrong = 1; wrong < CODE_ATTEMPTS; wrong += 1) await open('wrong');
        assert.ok(await open('right'));
      }
    },
  },
  {
    title: 'gives the code of a session while it lasts, and ends both when the code is revoked',
    check: async ({ store }) => {
      const [tenant, caseId, other] = [newTenant(), newCaseId(), newCaseId()];
      await store.append(append({ tenant, caseId }));
      await store.append(append({ tenant, caseId: other }));
      await store.keepCode(tenant, code(caseId), by);
      const session = { hash: `session-${newCaseId()}`, until: QUARTER_PAST };
      await store.openCode(tenant, 'CODE-1', { hash: 'right', now: NOON, session });
      assert.equal((await store.codeOfSession(tenant, session.hash, NOON))?.caseId, caseId);
      assert.equal(await store.codeOfSession(tenant, session.hash, QUARTER_PAST), undefined);
      assert.equal(await store.codeOfSession(tenant, 'made up', NOON), undefined);
      assert.equal(await store.codeOfSession(newTenant(), session.hash, NOON), undefined);
      assert.equal(await store.isCodeGood(tenant, 'CODE-1'), true);
      assert.equal(await store.isCodeGood(newTenant(), 'CODE-1'), false);
      const revoke = (id: string, of = caseId, in_ = tenant) =>
        store.revokeCode(in_, { caseId: of, id }, { subject: 'manager-1', now: NOON });
      assert.equal(await revoke('CODE-9'), false);
      assert.equal(await revoke('CODE-1', other), false);
      assert.equal(await revoke('CODE-1', caseId, newTenant()), false);
      assert.equal(await revoke('CODE-1'), true);
      assert.equal(await revoke('CODE-1'), false);
      assert.equal(await store.isCodeGood(tenant, 'CODE-1'), false);
      assert.equal(await store.codeOfSession(tenant, session.hash, NOON), undefined);
      assert.equal((await store.readAudit(tenant, caseId))[0]?.action, 'revoke-code');
    },
  },
  {
    title: 'keeps the code of an append with it, or neither',
    check: async ({ store }) => {
      const [tenant, caseId, second] = [newTenant(), newCaseId(), newCaseId()];
      assert.ok((await store.append({ ...append({ tenant, caseId }), code: code(caseId) })).ok);
      assert.equal((await store.listCodes(tenant, caseId)).length, 1);
      const taken = await store.append({ ...append({ tenant, caseId: second }), code: code(second) });
      assert.deepEqual(taken, { ok: false, reason: 'reference-taken' });
      assert.equal(await store.readCase(tenant, second), undefined);
      assert.ok(
        (await store.append({ ...append({ tenant, caseId: second }), code: code(second, { id: 'CODE-2' }) })).ok,
      );
    },
  },
];
