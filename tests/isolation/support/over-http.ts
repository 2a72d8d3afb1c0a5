import assert from 'node:assert/strict';
import { type Ask, type Answered, NOW, START, codeOf } from './asking.js';
import { type ModelCase, assertNotThere, lineOf, readBy, recorded, statusOf, versionOf } from './tenant-model.js';
import { TENANTS, type Worker, as } from './worker.js';

const WEEK_MS = 7 * 86_400_000;

type Step = (ask: Ask, worker: Worker) => Promise<void>;

const ownCase = ({ model, random }: Worker): ModelCase | undefined =>
  [...model.cases.values()][random.below(model.cases.size)];

const anotherTenant = ({ place, random }: Worker): number => (place + 1 + random.below(TENANTS - 1)) % TENANTS;

const raise: Step = async (ask, worker) => {
  const { model } = worker;
  worker.made.ids = [];
  worker.made.references = [];
  const asked = {
    as: worker.as('practitioner'),
    key: worker.key(),
    body: { whatHappened: `Said in ${worker.tenant}` },
  };
  const first = await ask('POST', '/v1/concerns', asked);
  const [[caseId = '', eventId = ''], references] = [worker.made.ids, worker.made.references];
  assert.equal(references.length, 1, 'a reference that only another organisation has is free');
  const reference = references[0] ?? '';
  const { code } = first.body as { code?: unknown };
  assert.match(String(code), /^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
  assert.deepEqual(first, { status: 201, body: { caseId, reference, receivedAt: NOW, code } });
  const known = { id: caseId, reference, events: [], audit: [] };
  recorded(known, { id: eventId, type: 'concern.raised', data: asked.body, by: worker.by('practitioner') });
  model.cases.set(caseId, known);
  assert.deepEqual(await ask('POST', '/v1/concerns', asked), first, 'a retry is answered as before');
  const other = await ask('POST', '/v1/concerns', { ...asked, body: { whatHappened: 'Something else' } });
  assert.deepEqual([other.status, codeOf(other)], [422, 'idempotency-key-reused']);
};

const kinds = [
  ['concern.acknowledged', {}],
  ['danger.reported', { what: 'He is at the door.' }],
  ['case.allocated', { to: 'worker-7' }],
  ['conversation.held', { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: 'Not today.' }],
  ['case.closed', { because: 'It is over.' }],
] as const;

const record: Step = async (ask, worker) => {
  const known = ownCase(worker);
  if (!known) return raise(ask, worker);
  worker.made.ids = [];
  const [type, data] = worker.random.pick(kinds);
  const role = worker.random.pick(['practitioner', 'manager', 'partner'] as const);
  const version = versionOf(known);
  const asked = { as: worker.as(role, known.id), key: worker.key(), version, body: { type, data } };
  const path = `/v1/cases/${known.id}/events`;
  const answer = await ask('POST', path, asked);
  const event = { id: worker.made.ids[0] ?? '', type, data, by: worker.by(role) };
  const expected = statusOf(known, event);
  assert.equal(answer.status, expected, `${type} by a ${role} at ${version}: ${JSON.stringify(answer.body)}`);
  if (expected !== 201) return;
  recorded(known, event);
  const kept = { id: event.id, sequence: version + 1, recordedAt: NOW };
  assert.deepEqual(answer.body, { event: kept, version: version + 1 });
  assert.deepEqual(await ask('POST', path, asked), answer, 'a retry is answered as before');
  const stale = await ask('POST', path, { ...asked, key: worker.key() });
  assert.deepEqual([stale.status, codeOf(stale)], [409, 'version-conflict']);
  assert.deepEqual(stale.body['conflict'], { version: version + 1, at: NOW, role });
};

const read: Step = async (ask, worker) => {
  const known = ownCase(worker);
  if (!known) return raise(ask, worker);
  await readOwn(ask, worker, known);
};

const readOwn = async (ask: Ask, worker: Worker, known: ModelCase): Promise<void> => {
  const role = worker.random.pick(['practitioner', 'manager', 'person'] as const);
  const caller = worker.as(role, known.id);
  const whole = await ask('GET', `/v1/cases/${known.id}`, { as: caller });
  assert.deepEqual(whole, { status: 200, body: readBy(known, worker.by(role)) });
  const after = worker.random.below(versionOf(known) + 1);
  const events = await ask('GET', `/v1/cases/${known.id}/events?after=${after}`, { as: caller });
  const { view, version } = readBy(known, worker.by(role)) as {
    view: { entries: { sequence: number }[] };
    version: number;
  };
  assert.deepEqual(events, {
    status: 200,
    body: { events: view.entries.filter(({ sequence }) => sequence > after), version },
  });
};

const trust: Step = async (ask, worker) => {
  const known = ownCase(worker);
  if (!known) return raise(ask, worker);
  const audit = await ask('GET', `/v1/cases/${known.id}/audit`, { as: worker.as('manager') });
  const entries = (audit.body['entries'] as { at: string }[]).map(({ at: _, ...entry }) => entry);
  assert.deepEqual([audit.status, entries], [200, [...known.audit].reverse()]);
  const { status, body } = await ask('GET', `/v1/cases/${known.id}/chain`, { as: worker.as('manager') });
  const { caseId, sequence } = body['head'] as { caseId: string; sequence: number };
  assert.deepEqual([status, body['intact'], body['erased']], [200, true, 0], JSON.stringify(body));
  assert.deepEqual([caseId, sequence], [known.id, versionOf(known)]);
};

/** Every way to a case, as a manager who may go all of them. */
const everyWay = async (ask: Ask, worker: Worker, id: string, caller = worker.as('manager')): Promise<Answered[]> => [
  await ask('GET', `/v1/cases/${id}`, { as: caller }),
  await ask('GET', `/v1/cases/${id}/events`, { as: caller }),
  await ask('GET', `/v1/cases/${id}/audit`, { as: caller }),
  await ask('GET', `/v1/cases/${id}/chain`, { as: caller }),
  await ask('POST', `/v1/cases/${id}/events`, {
    as: caller,
    key: worker.key(),
    version: 1,
    body: { type: 'concern.acknowledged' },
  }),
  await ask('POST', `/v1/cases/${id}/erasure`, { as: caller, body: { reference: 'MSP-2222-2222' } }),
];

const stranger: Step = async (ask, worker) => {
  const { random, model, place } = worker;
  const madeUp = `01960000-ffff-7${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`;
  const theirs = worker.idAt(random.below(24), anotherTenant(worker));
  const id = random.below(4) === 0 || model.cases.has(theirs) ? madeUp : theirs;
  for (const { status, body } of await everyWay(ask, worker, id))
    assertNotThere(status, body, `${id} asked for in the place ${place}`);
};

const scope: Step = async (ask, worker) => {
  const [one, other] = [...worker.model.cases.keys()];
  if (one === undefined || other === undefined) return raise(ask, worker);
  for (const { status, body } of await everyWay(ask, worker, one, worker.as('manager', other)))
    assertNotThere(status, body, 'a case that the token does not name');
};

const draft: Step = async (ask, worker) => {
  const { model, random, tenant } = worker;
  const caller = worker.as('referrer');
  const written = { page: random.below(9), says: `Begun in ${tenant}` };
  const saved = await ask('POST', '/v1/drafts', { as: caller, body: { draft: written } });
  const code = saved.body['code'] as string;
  assert.equal(saved.status, 201);
  model.drafts.set(code, written);
  const expiresAt = new Date(START + WEEK_MS).toISOString();
  const opened = await ask('POST', '/v1/drafts/open', { as: caller, body: { code } });
  assert.deepEqual(opened, { status: 200, body: { draft: written, expiresAt } });
  const elsewhere = { ...caller, tenant: tenant.replace(/\d$/, String(anotherTenant(worker))) };
  const theirs = await ask('POST', '/v1/drafts/open', { as: elsewhere, body: { code } });
  assertNotThere(theirs.status, theirs.body, 'the draft of another organisation');
  const dropped = await ask('POST', '/v1/drafts/drop', { as: elsewhere, body: { code } });
  assert.deepEqual(dropped, { status: 200, body: { dropped: false } });
  const again = await ask('POST', '/v1/drafts/open', { as: caller, body: { code } });
  assert.deepEqual(again, opened);
};

const list: Step = async (ask, worker) => {
  const lines = await listed(ask, worker);
  for (const known of worker.model.cases.values()) {
    const { stage: _stage, danger: _danger, ...line } = lines.get(known.id) ?? {};
    assert.deepEqual(line, lineOf(known), 'a case of the organisation is in its list as it stands');
  }
};

/** The whole list of the organisation, page by page. */
export const listed = async (ask: Ask, worker: Worker): Promise<Map<string, Record<string, unknown>>> => {
  const lines = new Map<string, Record<string, unknown>>();
  let before = '';
  do {
    const { status, body } = await ask('GET', `/v1/cases?limit=7${before}`, { as: worker.as('manager') });
    assert.equal(status, 200);
    for (const line of body['cases'] as Record<string, unknown>[]) lines.set(line['caseId'] as string, line);
    before = body['next'] === undefined ? '' : `&before=${body['next'] as string}`;
  } while (before !== '');
  return lines;
};

const steps: readonly Step[] = [raise, record, record, record, read, trust, stranger, scope, draft, list];

/** One worker's day, step by step. */
export const work = (ask: Ask, worker: Worker, length: number): Promise<void> =>
  as(worker, async () => {
    await raise(ask, worker);
    for (let count = 0; count < length; count += 1) await worker.random.pick(steps)(ask, worker);
  });

/** When everybody has gone: every case of one's own is as it was, and every case that somebody else has is not there. */
export const lookAgain = (ask: Ask, worker: Worker, others: readonly string[]): Promise<void> =>
  as(worker, async () => {
    for (const known of worker.model.cases.values()) await readOwn(ask, worker, known);
    for (const id of others) {
      if (worker.model.cases.has(id)) continue;
      const { status, body } = await ask('GET', `/v1/cases/${id}`, { as: worker.as('manager') });
      assertNotThere(status, body, `the case ${id} of another organisation`);
    }
  });
