import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MspError, openWithCode } from '../../client/index.js';
import type { CodeList, MadeCode, OpenedCode, Receipt } from '../../contract.js';
import { CANARY, type TestServer, aCase, aKey, testServer } from '../handler.test.kit.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const practitioner = { role: 'practitioner' } as const;

const make = async (server: TestServer, caseId: string, body: object = { role: 'person' }): Promise<MadeCode> => {
  const answer = await server.send('POST', `/v1/cases/${caseId}/codes`, { as: practitioner, body });
  assert.equal(answer.status, 201);
  return (await answer.json()) as MadeCode;
};
const post = (server: TestServer, path: string, body: object) => server.send('POST', path, { body });
const open = async (server: TestServer, code: string, tenant = 'council'): Promise<OpenedCode | number> => {
  const answer = await post(server, '/v1/codes/open', { tenant, code });
  return answer.status === 200 ? ((await answer.json()) as OpenedCode) : answer.status;
};
const opened = async (server: TestServer, code: string): Promise<OpenedCode> => {
  const found = await open(server, code);
  assert.ok(typeof found === 'object', `it was refused with ${String(found)}`);
  return found;
};
const readWith = async (server: TestServer, caseId: string, token: string): Promise<number> =>
  (await server.send('GET', `/v1/cases/${caseId}`, { token })).status;
const codesOf = async (server: TestServer, caseId: string): Promise<CodeList['codes']> =>
  ((await (await server.send('GET', `/v1/cases/${caseId}/codes`, { as: practitioner })).json()) as CodeList).codes;

test('a practitioner makes a code, the adult opens their own case with it once, however they type it', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const other = await aCase(server);
  const { code, opensUntil } = await make(server, caseId);
  assert.equal(opensUntil, new Date(server.time.now + 7 * DAY).toISOString());
  const { token, role, caseId: openedCase } = await opened(server, ` ${code.toLowerCase().replaceAll('-', ' ')}`);
  assert.deepEqual([role, openedCase], ['person', caseId]);
  assert.equal(await readWith(server, caseId, token), 200);
  assert.equal(await readWith(server, other.caseId, token), 404);
  assert.equal((await server.send('GET', '/v1/cases', { token })).status, 403);
  assert.equal(await open(server, code), 404, 'it is spent');
  const said = await server.send('POST', `/v1/cases/${caseId}/events`, {
    token,
    key: aKey(),
    version: 1,
    body: { type: 'wishes.recorded', data: { about: 'act', answer: 'yes', words: 'I want my card back.' } },
  });
  assert.equal(said.status, 201, await said.text());
  assert.deepEqual((await server.recordOf(caseId))[1]?.by, {
    id: `person:${caseId}`,
    role: 'person',
    organisation: 'person',
  });
});

test('what it opened goes on for two hours, ten minutes at a time', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const { code } = await make(server, caseId);
  const first = await opened(server, code);
  const renew = () => post(server, '/v1/codes/renew', { tenant: 'council', session: first.session });
  server.time.now += 11 * MINUTE;
  assert.equal(await readWith(server, caseId, first.token), 401);
  const second = (await (await renew()).json()) as OpenedCode;
  assert.equal(await readWith(server, caseId, second.token), 200);
  assert.equal(second.until, first.until);
  server.time.now = Date.parse(first.until) - 1;
  assert.equal((await renew()).status, 200);
  server.time.now += 1;
  assert.equal((await renew()).status, 404);
});

test('revoked, it opens nothing more, and what it opened ends at once', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const [spent, waiting] = [await make(server, caseId), await make(server, caseId, { role: 'advocate', days: 1 })];
  const { token, session } = await opened(server, spent.code);
  const revoke = async (id: string): Promise<unknown> =>
    (await server.send('POST', `/v1/cases/${caseId}/codes/revoke`, { as: practitioner, body: { id } })).json();
  assert.deepEqual(await revoke(spent.id), { revoked: true });
  assert.deepEqual(await revoke(spent.id), { revoked: false });
  assert.deepEqual(await revoke('made-up'), { revoked: false });
  assert.equal(await readWith(server, caseId, token), 401);
  assert.equal((await post(server, '/v1/codes/renew', { tenant: 'council', session })).status, 404);
  const states = async () => Object.fromEntries((await codesOf(server, caseId)).map(({ id, state }) => [id, state]));
  assert.deepEqual([(await states())[spent.id], (await states())[waiting.id]], ['revoked', 'waiting']);
  server.time.now += DAY;
  assert.equal((await states())[waiting.id], 'expired');
  assert.equal(await open(server, waiting.code), 404);
});

test('codes are found neither by trying nor by another organisation, and a wrong one says no more than none', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const { code } = await make(server, caseId);
  const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
  assert.equal(await open(server, code, 'elsewhere'), 404);
  const texts = new Set<string>();
  for (const attempt of [wrong, wrong, wrong, wrong, wrong, code, CANARY, '2222-2222-2222-2222']) {
    const answer = await post(server, '/v1/codes/open', { tenant: 'council', code: attempt });
    assert.equal(answer.status, 404);
    texts.add(await answer.text());
  }
  assert.equal(texts.size, 1, 'after five wrong attempts the right one is refused alike');
  assert.ok(![...texts].join().includes(CANARY));
  server.time.now += 15 * MINUTE;
  assert.notEqual(await open(server, code), 404);
  assert.equal((await post(server, '/v1/codes/renew', { tenant: 'council', session: 'x'.repeat(40) })).status, 404);
});

test('only staff who may see a case make codes for it, and only for people without an account', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const path = `/v1/cases/${caseId}/codes`;
  for (const role of ['referrer', 'person', 'partner', 'advocate'] as const) {
    const as = { role, caseId };
    assert.equal((await server.send('POST', path, { as, body: { role: 'person' } })).status, 403, role);
  }
  const elsewhere = { ...practitioner, tenant: 'elsewhere' };
  assert.equal((await server.send('POST', path, { as: elsewhere, body: { role: 'person' } })).status, 404);
  for (const body of [{ role: 'manager' }, { role: 'person', days: 31 }, { role: 'person', subject: 'Mrs Doyle' }])
    assert.equal((await server.send('POST', path, { as: practitioner, body })).status, 400);
});

test('the code is nowhere but in the answer: not in the store, not in the log', async () => {
  const server = testServer();
  const receipt = await aCase(server);
  const { code } = await make(server, receipt.caseId);
  const { token, session } = await opened(server, code);
  const kept = JSON.stringify([
    await server.store.listCodes('council', receipt.caseId),
    await server.store.readAudit('council', receipt.caseId),
    server.log,
  ]);
  for (const secret of [code, code.replaceAll('-', ''), receipt.code, token, session])
    assert.ok(!kept.includes(secret));
});

test('the code on a receipt opens the page of whoever raised the concern, again and again, and says the same when asked again', async () => {
  const server = testServer();
  const token = await server.tokenFor({ role: 'referrer', once: true });
  const sent = { token, key: aKey(), body: { whatHappened: 'He takes her bank card every Friday.' } };
  const raise = async (): Promise<Receipt> =>
    (await server.send('POST', '/v1/concerns', sent)).json() as Promise<Receipt>;
  const [receipt, again] = [await raise(), await raise()];
  assert.deepEqual(again, receipt);
  assert.match(receipt.code, /^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
  for (let time = 0; time < 2; time += 1) {
    const { role, token: theirs, caseId } = await opened(server, receipt.code);
    assert.deepEqual([role, caseId], ['referrer', receipt.caseId]);
    assert.equal(await readWith(server, caseId, theirs), 200);
    server.time.now += 60 * DAY;
  }
  server.time.now += 60 * DAY;
  assert.equal(await open(server, receipt.code), 404);
});

test('a page opens a case with a code and goes on by itself', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const { code } = await make(server, caseId, { role: 'advocate', subject: 'advocate-7', organisation: 'Speak Up' });
  const options = {
    endpoint: 'https://msp.example',
    tenant: 'council',
    fetch: async (url: RequestInfo | URL, init?: RequestInit) => server.handler(new Request(url, init)),
    delay: async () => undefined,
  };
  const { client, role } = await openWithCode({ ...options, code });
  assert.equal(role, 'advocate');
  assert.equal((await client.readCase(caseId)).caseId, caseId);
  await assert.rejects(
    openWithCode({ ...options, code }),
    (error) => error instanceof MspError && error.code === 'not-found',
  );
});
