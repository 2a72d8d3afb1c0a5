import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem, Receipt } from '../../contract.js';
import { type TestServer, aKey, testServer } from '../handler.test.kit.js';

const somebody = { role: 'referrer', subject: 'public-form', once: true } as const;

const raise = (server: TestServer, token: string, whatHappened: string, key = aKey()) =>
  server.send('POST', '/v1/concerns', { token, key, body: { whatHappened } });

const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as Problem).code;

test('a token for one concern raises one; sent again because the answer was lost, also with a fresh token, it is the same one', async () => {
  const server = testServer();
  const token = await server.tokenFor(somebody);
  const key = aKey();
  const first = await raise(server, token, 'She has bruises.', key);
  assert.equal(first.status, 201);
  const again = await raise(server, token, 'She has bruises.', key);
  assert.deepEqual(await again.json(), await first.json());
  const fresh = await raise(server, await server.tokenFor(somebody), 'She has bruises.', key);
  assert.deepEqual(await fresh.json(), await (await raise(server, token, 'She has bruises.', key)).json());
  const anotherKey = await raise(server, token, 'Another one.');
  assert.deepEqual([anotherKey.status, await codeOf(anotherKey)], [403, 'token-used']);
  assert.equal((await server.store.listCases('council')).cases.length, 1);
});

test('the next token of the same form raises another, also of the same words', async () => {
  const server = testServer();
  const receipts = new Set<string>();
  for (let count = 0; count < 3; count += 1) {
    const answer = await raise(server, await server.tokenFor(somebody), 'She has bruises.');
    receipts.add(((await answer.json()) as Receipt).caseId);
  }
  assert.equal(receipts.size, 3);
});

test('of many that come with one token at the same moment one is kept', async () => {
  const server = testServer();
  const token = await server.tokenFor(somebody);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => raise(server, token, `Concern ${index}`)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  assert.equal(answers.filter(({ status }) => status === 403).length, 19);
  assert.equal((await server.store.listCases('council')).cases.length, 1);
});

test('it opens nothing else, not even the case that it raised', async () => {
  const server = testServer();
  const token = await server.tokenFor({ ...somebody, role: 'manager' });
  const { caseId } = (await (await raise(server, token, 'She has bruises.')).json()) as Receipt;
  for (const path of ['/v1/cases', `/v1/cases/${caseId}`, `/v1/cases/${caseId}/events`, `/v1/cases/${caseId}/audit`]) {
    const answer = await server.send('GET', path, { token });
    assert.deepEqual([answer.status, await codeOf(answer)], [403, 'forbidden'], path);
  }
  const event = { body: { type: 'concern.acknowledged' }, key: aKey(), version: 1 };
  assert.equal((await server.send('POST', `/v1/cases/${caseId}/events`, { token, ...event })).status, 403);
});

test('without it, the same person raises as many as they have to', async () => {
  const server = testServer();
  const token = await server.tokenFor({ ...somebody, once: false });
  assert.equal((await raise(server, token, 'One.')).status, 201);
  assert.equal((await raise(server, token, 'Two.')).status, 201);
});
