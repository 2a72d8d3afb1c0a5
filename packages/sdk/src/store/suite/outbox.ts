import assert from 'node:assert/strict';
import type { OutMessage } from '../port/outbox.js';
import type { Behaviour } from './behaviour.js';
import { append, newCaseId, newTenant } from './sample.js';

const NOON = '2026-03-10T12:00:00.000Z';
const LATER = '2026-03-10T12:01:00.000Z';
const EVENING = '2026-03-10T18:00:00.000Z';

const message = (id: string, endpoint = 'case-system'): OutMessage => ({ id, endpoint, body: { type: 'told', id } });
const idsOf = (messages: readonly OutMessage[]): string[] => messages.map(({ id }) => id);

/** What leaves the house is written with what it tells of, and given to one taker at a time. */
export const outbox: readonly Behaviour[] = [
  {
    title: 'keeps the messages of an append with it, or none of both',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const messages = [message('m-1'), message('m-1', 'partner')];
      await store.append({ ...append({ tenant, caseId, key: 'one' }), messages });
      await store.append({ ...append({ tenant, caseId, key: 'one' }), messages: [message('m-2')] });
      await store.append({ ...append({ tenant, caseId, key: 'two' }), messages: [message('m-3')] });
      const taken = await store.takeMessages(tenant, { now: NOON, until: LATER, limit: 10 });
      assert.deepEqual(taken, [
        { ...message('m-1'), state: 'waiting', attempts: 1, dueAt: LATER },
        { ...message('m-1', 'partner'), state: 'waiting', attempts: 1, dueAt: LATER },
      ]);
      assert.deepEqual(await store.takeMessages(newTenant(), { now: NOON, until: LATER, limit: 10 }), []);
    },
  },
  {
    title: 'gives each message to one of many takers, and again to the next when that one was never heard of',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const messages = Array.from({ length: 12 }, (_, index) => message(`m-${String(index).padStart(2, '0')}`));
      await store.append({ ...append({ tenant, caseId }), messages });
      const take = (now: string) => store.takeMessages(tenant, { now, until: EVENING, limit: 5 });
      const taken = (await Promise.all([take(NOON), take(NOON), take(NOON), take(NOON)])).flatMap(idsOf);
      assert.equal(new Set(taken).size, taken.length);
      for (let more = await take(NOON); more.length > 0; more = await take(NOON)) taken.push(...idsOf(more));
      assert.deepEqual(taken.sort(), idsOf(messages));
      const again = await take(EVENING);
      assert.deepEqual([idsOf(again), again[0]?.attempts], [idsOf(messages).slice(0, 5), 2]);
    },
  },
  {
    title: 'notes how a delivery ended: done, to be tried again, or given up; and tries again what somebody asks for',
    check: async ({ store }) => {
      const [tenant, caseId] = [newTenant(), newCaseId()];
      const [done, later, dead] = [message('m-1'), message('m-2'), message('m-3')];
      await store.append({ ...append({ tenant, caseId }), messages: [done, later, dead] });
      await store.takeMessages(tenant, { now: NOON, until: LATER, limit: 10 });
      await store.settleMessage(tenant, done, { state: 'delivered', status: 204 });
      await store.settleMessage(tenant, later, { state: 'waiting', dueAt: EVENING, status: 503 });
      await store.settleMessage(tenant, dead, { state: 'dead', status: 410 });
      await store.settleMessage(newTenant(), later, { state: 'dead', status: 0 });
      await store.settleMessage(tenant, done, { state: 'dead', status: 0 });
      const [delivered] = await store.listMessages(tenant, 'delivered');
      assert.deepEqual(delivered, { ...done, state: 'delivered', attempts: 1, lastStatus: 204 });
      assert.deepEqual(await store.listMessages(tenant, 'waiting'), [
        { ...later, state: 'waiting', attempts: 1, dueAt: EVENING, lastStatus: 503 },
      ]);
      assert.deepEqual(idsOf(await store.listMessages(tenant, 'dead')), ['m-3']);
      assert.deepEqual(await store.takeMessages(tenant, { now: LATER, until: EVENING, limit: 10 }), []);
      assert.equal(await store.retryMessage(tenant, done, NOON), false);
      assert.equal(await store.retryMessage(newTenant(), dead, NOON), false);
      assert.equal(await store.retryMessage(tenant, message('m-9'), NOON), false);
      assert.equal(await store.retryMessage(tenant, dead, NOON), true);
      const [again] = await store.takeMessages(tenant, { now: NOON, until: LATER, limit: 10 });
      assert.deepEqual([again?.id, again?.attempts], ['m-3', 1]);
    },
  },
];
