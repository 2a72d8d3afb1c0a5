import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CaseView, caseOf, record, replay } from '@msp/workflows';
import { type MspClient, type MspClientOptions, MspError, createMspClient, newIdempotencyKey } from './client/index.js';
import { type Caller, type TestServer, testServer } from './server/handler.test.kit.js';

type Fetch = NonNullable<MspClientOptions['fetch']>;

const clientOf = (server: TestServer, caller: Caller, through: (fetch: Fetch) => Fetch = (fetch) => fetch): MspClient =>
  createMspClient({
    endpoint: 'https://msp.example',
    token: () => server.tokenFor(caller),
    fetch: through((url, init) => server.handler(new Request(url, init))),
    delay: async () => undefined,
  });

const referrer: Caller = { role: 'referrer', organisation: 'housing' };
const practitioner: Caller = { role: 'practitioner' };
const concern = { whatHappened: 'He takes her bank card every Friday.' };

/** What can happen to one attempt: before the server has it, after the server committed it, or the answer comes twice. */
const faults = {
  dropBefore: async () => {
    throw new TypeError('fetch failed');
  },
  dropAfter: async (send: () => Promise<Response>) => {
    await send();
    throw new TypeError('fetch failed');
  },
  gatewayAfter: async (send: () => Promise<Response>) => {
    await send();
    return new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } });
  },
  duplicate: async (send: () => Promise<Response>) => {
    await send();
    return send();
  },
  cutShort: async (send: () => Promise<Response>) => {
    const { status, headers } = await send();
    return new Response('{"caseId":"', { status, headers });
  },
  portal: async () => new Response('<html>Log in</html>', { status: 200, headers: { 'content-type': 'text/html' } }),
  none: async (send: () => Promise<Response>) => send(),
} as const;

type Fault = keyof typeof faults;

/** A network with these faults, one for each attempt; the rest goes well. */
const faulty = (plan: readonly Fault[]) => {
  let attempt = 0;
  return (fetch: Fetch): Fetch =>
    (url, init) => {
      const fault = plan[attempt] ?? 'none';
      attempt += 1;
      return faults[fault](() => fetch(url, init));
    };
};

test('a concern goes from the form to the desk, and the case to the practitioner, typed all the way', async () => {
  const server = testServer();
  const receipt = await clientOf(server, referrer).raiseConcern(concern, { idempotencyKey: newIdempotencyKey() });
  const desk = clientOf(server, practitioner);
  const { cases } = await desk.listCases();
  assert.deepEqual([cases[0]?.caseId, cases[0]?.reference], [receipt.caseId, receipt.reference]);
  const { view, version } = await desk.readCase(receipt.caseId);
  const { event } = await desk.recordEvent(
    receipt.caseId,
    { type: 'concern.acknowledged' },
    { idempotencyKey: newIdempotencyKey(), expectedVersion: version },
  );
  assert.equal(view.stage, 'concern');
  const later = await desk.readEvents(receipt.caseId, { after: version });
  assert.deepEqual(
    [later.version, later.events.map(({ id, type }) => [id, type])],
    [2, [[event.id, 'concern.acknowledged']]],
  );
});

test('what a practitioner reads gives the case back, so that a page can say at once what stands in the way', async () => {
  const server = testServer();
  const { caseId } = await clientOf(server, referrer).raiseConcern(concern, { idempotencyKey: newIdempotencyKey() });
  const view: CaseView = (await clientOf(server, practitioner).readCase(caseId)).view;
  const fromStore = replay(await server.recordOf(caseId));
  const fromView = caseOf(view);
  assert.deepEqual([fromView?.state, fromView?.facts], [fromStore.state, fromStore.facts]);
});

test('the server refuses just what the engine would, in the same words', async () => {
  const server = testServer();
  const { caseId } = await clientOf(server, referrer).raiseConcern(concern, { idempotencyKey: newIdempotencyKey() });
  const current = replay(await server.recordOf(caseId));
  const wanted = { type: 'closure.agreed', data: {} } as const;
  const by = { id: 'practitioner-1', role: 'practitioner', organisation: 'council' } as const;
  const id = '01a20769-4214-771d-910b-0bb7d86235e1';
  const expected = record(current, { ...wanted, id, caseId, at: '2026-03-20T10:00:00.000Z', by });
  assert.ok(!expected.ok);
  const refused = clientOf(server, practitioner).recordEvent(caseId, wanted, {
    idempotencyKey: newIdempotencyKey(),
    expectedVersion: 1,
  });
  await assert.rejects(refused, (error) => {
    assert.ok(error instanceof MspError);
    assert.deepEqual(error.blockers, expected.blockers);
    return error.code === 'event-refused';
  });
});

const plans: Fault[][] = [
  ['dropBefore'],
  ['dropAfter'],
  ['dropAfter', 'dropAfter', 'dropAfter'],
  ['dropBefore', 'dropAfter', 'gatewayAfter'],
  ['gatewayAfter'],
  ['duplicate'],
  ['duplicate', 'dropAfter'],
  ['dropAfter', 'duplicate'],
];

for (const plan of plans) {
  test(`through ${plan.join(', then ')}, a concern arrives exactly once and the receipt is the true one`, async () => {
    const server = testServer();
    const client = clientOf(server, referrer, faulty(plan));
    const receipt = await client.raiseConcern(concern, { idempotencyKey: newIdempotencyKey() });
    const { cases } = await server.store.listCases('council');
    assert.deepEqual(
      cases.map(({ caseId, reference }) => [caseId, reference]),
      [[receipt.caseId, receipt.reference]],
    );
  });

  test(`through ${plan.join(', then ')}, an event is recorded exactly once`, async () => {
    const server = testServer();
    const { caseId } = await clientOf(server, referrer).raiseConcern(concern, { idempotencyKey: newIdempotencyKey() });
    const answer = await clientOf(server, practitioner, faulty(plan)).recordEvent(
      caseId,
      { type: 'concern.acknowledged' },
      { idempotencyKey: newIdempotencyKey(), expectedVersion: 1 },
    );
    const kept = await server.store.readCase('council', caseId);
    assert.deepEqual([kept?.version, kept?.events[1]?.id], [2, answer.event.id]);
  });
}

test('behind the log-in page of a Wi-Fi nothing is kept, no receipt is shown, and sending it again later keeps it', async () => {
  const server = testServer();
  const client = clientOf(server, referrer, faulty(['portal']));
  const idempotencyKey = newIdempotencyKey();
  await assert.rejects(client.raiseConcern(concern, { idempotencyKey }), { code: 'unexpected-answer' });
  assert.equal((await server.store.listCases('council')).cases.length, 0);
  await client.raiseConcern(concern, { idempotencyKey });
  assert.equal((await server.store.listCases('council')).cases.length, 1);
});

test('a network that never gets better is said to be one, and pressing the button again makes no second concern', async () => {
  const server = testServer();
  const always = clientOf(server, referrer, faulty(Array.from({ length: 4 }, () => 'dropAfter')));
  const idempotencyKey = newIdempotencyKey();
  await assert.rejects(always.raiseConcern(concern, { idempotencyKey }), { code: 'unreachable' });
  const { reference } = await always.raiseConcern(concern, { idempotencyKey });
  const { cases } = await server.store.listCases('council');
  assert.deepEqual(
    cases.map((line) => line.reference),
    [reference],
  );
});

test('500 concerns through a network of random faults: each arrives once or visibly failed, none twice', async () => {
  const server = testServer({ limits: { perCaller: 100_000 } });
  const kinds = Object.keys(faults) as Fault[];
  let seed = 20_260_320;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const receipts = new Map<string, string>();
  const failed = new Set<string>();
  for (let i = 0; i < 500; i += 1) {
    const plan = Array.from({ length: 4 }, () => kinds[next(kinds.length)] ?? 'none');
    const whatHappened = `concern number ${i}`;
    try {
      const receipt = await clientOf(server, referrer, faulty(plan)).raiseConcern(
        { whatHappened },
        { idempotencyKey: newIdempotencyKey() },
      );
      receipts.set(receipt.caseId, whatHappened);
    } catch (error) {
      assert.ok(error instanceof MspError && ['unreachable', 'unavailable', 'unexpected-answer'].includes(error.code));
      failed.add(whatHappened);
    }
  }
  const kept = new Map<string, string>();
  for (let before: string | undefined, more = true; more; more = before !== undefined) {
    const page = await server.store.listCases('council', { limit: 500, ...(before === undefined ? {} : { before }) });
    before = page.next;
    for (const { caseId } of page.cases) {
      const data = (await server.recordOf(caseId))[0]?.data as { whatHappened: string };
      kept.set(caseId, data.whatHappened);
    }
  }
  for (const [caseId, words] of receipts) assert.equal(kept.get(caseId), words, 'every receipt is for what was sent');
  assert.equal(new Set(kept.values()).size, kept.size, 'nothing was kept twice');
  assert.equal(receipts.size + failed.size, 500);
  assert.ok(receipts.size > 100 && failed.size > 100, `${receipts.size} arrived, ${failed.size} failed visibly`);
});

test('a case that moved on is said to have, with who and when, and the page can go on from there', async () => {
  const server = testServer();
  const { caseId } = await clientOf(server, referrer).raiseConcern(concern, { idempotencyKey: newIdempotencyKey() });
  const [one, two] = [clientOf(server, practitioner), clientOf(server, { role: 'manager' })];
  await one.recordEvent(
    caseId,
    { type: 'concern.acknowledged' },
    { idempotencyKey: newIdempotencyKey(), expectedVersion: 1 },
  );
  const idempotencyKey = newIdempotencyKey();
  const allocate = { type: 'case.allocated', data: { to: 'worker-3' } } as const;
  const late = two.recordEvent(caseId, allocate, { idempotencyKey, expectedVersion: 1 });
  await assert.rejects(late, {
    code: 'version-conflict',
    conflict: { version: 2, at: '2026-03-20T10:00:00.000Z', role: 'practitioner' },
  });
  const { version } = await two.recordEvent(caseId, allocate, { idempotencyKey, expectedVersion: 2 });
  assert.equal(version, 3);
});
