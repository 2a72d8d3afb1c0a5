import assert from 'node:assert/strict';
import type { AppendInput, CaseRecord, KeptDraft, Store } from '@msp/sdk/store';
import type { CaseEvent } from '@msp/workflows';
import { NOW } from './asking.js';
import { TENANTS, type Worker } from './worker.js';

/** What one of them has kept in the store: what they get back, whatever people of other tenants do under the same names. */
type Kept = {
  readonly cases: Map<string, CaseRecord>;
  readonly answers: Map<string, string>;
  readonly drafts: Map<string, KeptDraft>;
  readonly due: Set<string>;
};

const subjectOf = (worker: Worker): string => worker.by('manager').id;

const appendOf = (worker: Worker, caseId: string, before: CaseRecord | undefined): AppendInput => {
  const { tenant } = worker;
  const version = before?.version ?? 0;
  const id = worker.idAt((worker.count.ids += 1));
  const wrapped = `key of ${tenant}`;
  const event = { id, caseId, type: 'concern.acknowledged', at: NOW, by: worker.by('practitioner') } as CaseEvent;
  return {
    tenant,
    caseId,
    expectedVersion: version,
    events: [{ ...event, sequence: version + 1, recordedAt: NOW, words: `words of ${tenant}` }],
    ...((version === 0 || before?.key !== undefined) && { key: { wrapped, isNew: version === 0 } }),
    idempotency: {
      key: worker.key(),
      subject: subjectOf(worker),
      requestHash: tenant,
      response: { in: tenant, version },
      once: `token-${worker.count.keys}-${subjectOf(worker)}`,
    },
    case: {
      reference: before?.reference ?? `R-${caseId}`,
      stage: 'concern',
      danger: false,
      raisedAt: NOW,
      lastEventAt: NOW,
      nextDue: NOW,
    },
  };
};

const append = async (store: Store, worker: Worker, kept: Kept, caseId: string): Promise<void> => {
  const before = kept.cases.get(caseId);
  const given = appendOf(worker, caseId, before);
  const input =
    before && !before.key ? { ...given, events: given.events.map(({ words: _, ...event }) => event) } : given;
  const version = input.expectedVersion + 1;
  assert.deepEqual(await store.append(input), { ok: true, version }, 'what is new in a tenant is kept');
  const { key, requestHash, response } = input.idempotency;
  const again = { ok: false, reason: 'already-answered', requestHash, response };
  assert.deepEqual(await store.append(input), again, 'what was answered is answered the same');
  kept.answers.set(key, JSON.stringify({ requestHash, response }));
  kept.due.add(caseId);
  const { reference } = input.case;
  const wrapped = input.key?.wrapped;
  const events = [...(before?.events ?? []), ...input.events];
  kept.cases.set(caseId, { reference, version, events, ...(wrapped !== undefined && { key: wrapped }) });
};

/** Everything that can be asked about a case, one's own or not. */
const look = async (store: Store, worker: Worker, kept: Kept, caseId: string): Promise<void> => {
  const { tenant, random } = worker;
  const known = kept.cases.get(caseId);
  assert.deepEqual(await store.readCase(tenant, caseId), known, `the case ${caseId} of ${tenant}`);
  const audit = await store.readAudit(tenant, caseId);
  assert.equal(audit.filter(({ action }) => action === 'append').length, known?.version ?? 0, 'its audit');
  const due = await store.dueCases(tenant, NOW, 500);
  for (const id of kept.due) assert.ok(due.includes(id), 'a case that is due');
  if (!known) assert.ok(!due.includes(caseId), 'a case of somebody else is not due here');
  const { cases } = await store.listCases(tenant, { limit: 500 });
  assert.equal(cases.find((line) => line.caseId === caseId)?.version, known?.version, 'its line in the list');
  if (random.below(3) > 0) return;
  const version = known?.version ?? 1;
  const isSet = await store.postpone(tenant, caseId, { version, nextDue: undefined });
  assert.equal(isSet, known !== undefined, 'only an own case is postponed');
  kept.due.delete(caseId);
  const isErased = await store.eraseWords(tenant, caseId, { subject: subjectOf(worker) });
  assert.equal(isErased, known?.key !== undefined, 'only an own key is destroyed');
  if (!known) return;
  const { key: _, ...without } = known;
  kept.cases.set(caseId, without);
};

const draft = async (store: Store, worker: Worker, kept: Kept): Promise<void> => {
  const { tenant, random } = worker;
  const id = `draft-${subjectOf(worker)}-${random.below(4)}`;
  assert.deepEqual(await store.readDraft(tenant, id, NOW), kept.drafts.get(id), 'a draft');
  const choice = random.below(3);
  if (choice === 0) {
    assert.equal(await store.dropDraft(tenant, id), kept.drafts.delete(id), 'only an own draft is removed');
    return;
  }
  const written = { words: `draft of ${tenant}`, expiresAt: '2026-04-01T00:00:00.000Z' };
  await store.saveDraft(tenant, id, written);
  kept.drafts.set(id, written);
  assert.equal(await store.dropExpiredDrafts(tenant, NOW), 0);
};

const answers = async (store: Store, worker: Worker, kept: Kept): Promise<void> => {
  const { tenant, count, random } = worker;
  const number = String(1 + random.below(count.keys + 4)).padStart(12, '0');
  const key = worker.key().replace(/\d{12}$/, number);
  const found = await store.findAnswer(tenant, subjectOf(worker), key);
  assert.equal(found && JSON.stringify(found), kept.answers.get(key), `the answer to ${key}`);
};

const step = async (store: Store, worker: Worker, kept: Kept): Promise<void> => {
  const { random, place } = worker;
  const own = [...kept.cases.keys()];
  switch (random.below(5)) {
    case 0:
      return append(store, worker, kept, worker.idAt((worker.count.ids += 1)));
    case 1:
      return append(store, worker, kept, random.pick(own));
    case 2:
      return draft(store, worker, kept);
    case 3:
      return answers(store, worker, kept);
    default: {
      const theirs = worker.idAt(random.below(12), (place + 1 + random.below(TENANTS - 1)) % TENANTS);
      await look(store, worker, kept, random.below(2) === 0 ? theirs : random.pick(own));
    }
  }
};

/** One worker's day at the store itself. */
export const workAtStore = async (store: Store, worker: Worker, length: number): Promise<void> => {
  const kept: Kept = { cases: new Map(), answers: new Map(), drafts: new Map(), due: new Set() };
  await append(store, worker, kept, worker.idAt((worker.count.ids += 1)));
  for (let count = 0; count < length; count += 1) await step(store, worker, kept);
};
