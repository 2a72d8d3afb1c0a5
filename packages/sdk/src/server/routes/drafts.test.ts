import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMspClient } from '../../client/client.js';
import type { OpenedDraft, SavedDraft } from '../../contract.js';
import { CANARY, START, type TestServer, testServer } from '../handler.test.kit.js';
import { draftIdOf, newDraftCode, readDraftCode } from '../privacy/draft-code.js';
import { createScheduler } from '../scheduler.js';

const somebody = { role: 'referrer', subject: 'public-form' } as const;
const DAY = 86_400_000;
const written = { page: 3, answers: { whatHappened: `${CANARY}: she has bruises 👵🏽`, types: ['physical'] } };

const post = (server: TestServer, path: string, body: object, as: object = somebody) =>
  server.send('POST', path, { as: as as typeof somebody, body });

const save = async (server: TestServer, body: object = { draft: written }): Promise<SavedDraft> => {
  const answer = await post(server, '/v1/drafts', body);
  assert.equal(answer.status, 201);
  return (await answer.json()) as SavedDraft;
};

const open = async (server: TestServer, code: string): Promise<OpenedDraft | number> => {
  const answer = await post(server, '/v1/drafts/open', { code });
  return answer.status === 200 ? ((await answer.json()) as OpenedDraft) : answer.status;
};

test('what somebody began to write comes back by its code, however they type it', async () => {
  const server = testServer();
  const { code, expiresAt } = await save(server);
  assert.match(code, /^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
  assert.equal(expiresAt, new Date(START + 7 * DAY).toISOString());
  for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '')]) {
    assert.deepEqual(await open(server, typed), { draft: written, expiresAt });
  }
});

test('saved again under its code it is the newer one, and is kept on from then', async () => {
  const server = testServer();
  const { code } = await save(server);
  server.time.now += 5 * DAY;
  const again = await save(server, { draft: { page: 4 }, code });
  assert.equal(again.code, code);
  server.time.now += 6 * DAY;
  assert.deepEqual(await open(server, code), { draft: { page: 4 }, expiresAt: again.expiresAt });
});

test('after its days it is not there, and a round of the scheduler removes it for good', async () => {
  const server = testServer({ draftDays: 2 });
  const { code } = await save(server);
  server.time.now += 2 * DAY - 1;
  assert.notEqual(await open(server, code), 404);
  server.time.now += 1;
  assert.equal(await open(server, code), 404);
  assert.equal((await post(server, '/v1/drafts', { draft: written, code })).status, 404);
  const clock = (): Date => new Date(server.time.now);
  const { store } = server;
  await createScheduler({ store, vault: server.vault, tenants: () => ['council'], clock }).runOnce();
  assert.equal(await store.dropDraft('council', draftIdOf('council', code)), false);
});

test('it can be removed at once', async () => {
  const server = testServer();
  const { code } = await save(server);
  assert.deepEqual(await (await post(server, '/v1/drafts/drop', { code })).json(), { dropped: true });
  assert.deepEqual(await (await post(server, '/v1/drafts/drop', { code })).json(), { dropped: false });
  assert.equal(await open(server, code), 404);
});

test('a code that is wrong, made up, or another organisation’s opens nothing, and says no more', async () => {
  const server = testServer();
  const { code } = await save(server);
  for (const wrong of ['1', CANARY, newDraftCode(), `${code}2`, code.slice(0, -1)]) {
    assert.equal(await open(server, wrong), 404, wrong);
    const chosen = await post(server, '/v1/drafts', { draft: written, code: wrong });
    assert.equal(chosen.status, 404, 'nobody chooses their own');
    assert.ok(!(await chosen.text()).includes(CANARY));
  }
  const theirs = await post(server, '/v1/drafts/open', { code }, { ...somebody, tenant: 'elsewhere' });
  assert.equal(theirs.status, 404);
  assert.equal((await server.send('POST', '/v1/drafts/open', { body: { code } })).status, 401);
});

test('a token for one concern saves and opens drafts, and still raises its concern', async () => {
  const server = testServer();
  const token = await server.tokenFor({ ...somebody, once: true });
  const saved = await server.send('POST', '/v1/drafts', { token, body: { draft: written } });
  const { code } = (await saved.json()) as SavedDraft;
  assert.equal((await server.send('POST', '/v1/drafts/open', { token, body: { code } })).status, 200);
  const key = 'key-of-a-concern-0001';
  const raised = await server.send('POST', '/v1/concerns', { token, key, body: { whatHappened: 'She has bruises.' } });
  assert.equal(raised.status, 201);
});

test('neither words nor code stand in the store, in the log or in an address', async () => {
  const server = testServer();
  const kept: unknown[] = [];
  const spied = testServer({
    store: { ...server.store, saveDraft: (...given) => (kept.push(given), server.store.saveDraft(...given)) },
  });
  const { code } = await save(spied);
  await open(spied, code);
  const said = JSON.stringify([kept, spied.log]);
  assert.equal(kept.length, 1);
  assert.ok(!said.includes(CANARY) && !said.includes(code) && !said.includes(code.replaceAll('-', '')));
});

test('codes differ, and each letter is as likely as any other', () => {
  const codes = Array.from({ length: 2_000 }, newDraftCode);
  assert.equal(new Set(codes).size, codes.length);
  assert.ok(codes.every((code) => readDraftCode(code) === code));
  const counts = new Map<string, number>();
  for (const letter of codes.join('').replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  assert.equal(counts.size, 23);
  for (const [letter, count] of counts) assert.ok(Math.abs(count - 32_000 / 23) < 200, `${letter}: ${count}`);
});

test('the client saves, opens and removes drafts', async () => {
  const server = testServer();
  const client = createMspClient({
    endpoint: 'https://msp.example',
    token: () => server.tokenFor(somebody),
    fetch: (input, init) => server.handler(new Request(input, init)),
  });
  const { code } = await client.saveDraft(written);
  assert.deepEqual((await client.openDraft(code)).draft, written);
  await client.saveDraft({ page: 4 }, { code });
  assert.deepEqual((await client.openDraft(code)).draft, { page: 4 });
  assert.deepEqual(await client.dropDraft(code), { dropped: true });
  await assert.rejects(client.openDraft(code), { code: 'not-found' });
});
