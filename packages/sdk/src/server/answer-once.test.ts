import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { aCase, aKey, testServer } from './handler.test.kit.js';

const staff = { role: 'practitioner' } as const;
const acknowledge = { type: 'concern.acknowledged' };
const concern = { whatHappened: 'She has no food in the house.' };

test('a concern that is sent again with its key is answered the same, and kept once', async () => {
  const server = testServer();
  const key = aKey();
  const raise = (): Promise<Response> =>
    server.send('POST', '/v1/concerns', { as: { role: 'person' }, key, body: concern });
  const first = await raise();
  server.time.now += 3_600_000;
  const again = await raise();
  assert.deepEqual([again.status, await again.json()], [first.status, await first.json()]);
  assert.equal((await server.store.listCases('council')).cases.length, 1);
});

test('an event that is sent again is answered the same, though the case has moved on and the version is old', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const key = aKey();
  const send = (): Promise<Response> =>
    server.send('POST', `/v1/cases/${caseId}/events`, { as: staff, key, version: 1, body: acknowledge });
  const first = await send();
  await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: staff,
    key: aKey(),
    version: 2,
    body: { type: 'case.allocated', data: { to: 'worker-3' } },
  });
  const again = await send();
  assert.equal(again.headers.get('etag'), '"2"');
  assert.deepEqual([again.status, await again.json()], [first.status, await first.json()]);
  assert.equal((await server.store.readCase('council', caseId))?.version, 3);
});

test('ten attempts at the same moment with one key make one concern and one answer', async () => {
  const server = testServer();
  const key = aKey();
  const attempts = Array.from({ length: 10 }, () =>
    server.send('POST', '/v1/concerns', { as: { role: 'person' }, key, body: concern }),
  );
  const answers = await Promise.all((await Promise.all(attempts)).map((response) => response.text()));
  assert.equal(new Set(answers).size, 1);
  assert.equal((await server.store.listCases('council')).cases.length, 1);
});

test('ten attempts at the same moment with one key record one event and get one answer', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const key = aKey();
  const attempts = Array.from({ length: 10 }, () =>
    server.send('POST', `/v1/cases/${caseId}/events`, { as: staff, key, version: 1, body: acknowledge }),
  );
  const answers = await Promise.all((await Promise.all(attempts)).map((response) => response.text()));
  assert.equal(new Set(answers).size, 1);
  assert.equal((await server.store.readCase('council', caseId))?.version, 2);
});

test('a retry that overtakes the first attempt between its two looks gets the first one’s answer, not a refusal', async () => {
  const inner = memoryStore();
  let meanwhile: (() => Promise<unknown>) | undefined;
  const store: Store = {
    ...inner,
    readCase: async (...given) => {
      const next = meanwhile;
      meanwhile = undefined;
      await next?.();
      return inner.readCase(...given);
    },
  };
  const server = testServer({ store });
  const { caseId } = await aCase(server);
  const key = aKey();
  const send = (): Promise<Response> =>
    server.send('POST', `/v1/cases/${caseId}/events`, { as: staff, key, version: 1, body: acknowledge });
  let first: Response | undefined;
  meanwhile = async () => {
    first = await send();
  };
  const second = await send();
  assert.equal(second.status, 201);
  assert.deepEqual(await second.json(), await first?.json());
  assert.equal((await inner.readCase('council', caseId))?.version, 2);
});

test('of ten writers who saw the same version one is kept and nine are told', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const attempts = Array.from({ length: 10 }, (_, i) =>
    server.send('POST', `/v1/cases/${caseId}/events`, {
      as: { ...staff, subject: `worker-${i}` },
      key: aKey(),
      version: 1,
      body: { type: 'danger.reported', data: { what: 'x' } },
    }),
  );
  const statuses = (await Promise.all(attempts)).map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...Array.from({ length: 9 }, () => 409)]);
  assert.equal((await server.store.readCase('council', caseId))?.version, 2);
});

test('the same key and body for another case, or by another role, is another request', async () => {
  const server = testServer();
  const [one, two] = [await aCase(server), await aCase(server)];
  const key = aKey();
  const send = (caseId: string, role: 'practitioner' | 'manager'): Promise<Response> =>
    server.send('POST', `/v1/cases/${caseId}/events`, {
      as: { role, subject: 'worker-1' },
      key,
      version: 1,
      body: acknowledge,
    });
  assert.equal((await send(one.caseId, 'practitioner')).status, 201);
  assert.equal((await send(two.caseId, 'practitioner')).status, 422);
  assert.equal((await send(one.caseId, 'manager')).status, 422);
  assert.equal((await server.store.readCase('council', two.caseId))?.version, 1);
});

test('one subject’s key says nothing about another’s', async () => {
  const server = testServer();
  const key = aKey();
  const raise = async (subject: string): Promise<{ caseId: string }> =>
    (await (
      await server.send('POST', '/v1/concerns', { as: { role: 'person', subject }, key, body: concern })
    ).json()) as {
      caseId: string;
    };
  assert.notEqual((await raise('one')).caseId, (await raise('two')).caseId);
});

test('a refusal is not kept: what is put right is recorded under the same key', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const key = aKey();
  const send = (version: number): Promise<Response> =>
    server.send('POST', `/v1/cases/${caseId}/events`, { as: staff, key, version, body: acknowledge });
  assert.equal((await send(0)).status, 409);
  assert.equal((await send(1)).status, 201);
});

test('no receipt is given before the store has said that it is kept', async () => {
  const inner = memoryStore();
  let commit = (): void => undefined;
  const committed = new Promise<void>((resolve) => {
    commit = resolve;
  });
  const store: Store = {
    ...inner,
    append: async (input) => {
      await committed;
      return inner.append(input);
    },
  };
  const server = testServer({ store });
  let isAnswered = false;
  const raising = server.send('POST', '/v1/concerns', { as: { role: 'person' }, key: aKey(), body: concern });
  void raising.then(() => {
    isAnswered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(isAnswered, false);
  commit();
  assert.equal((await raising).status, 201);
});
