import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aKey, testServer } from '../handler.test.kit.js';
import type { Receipt } from '../../contract.js';

const SAID = 'I want to eat when I like.';
const told = {
  whatHappened: 'He locks the kitchen.',
  adult: { name: 'Ann', address: '1 Mill Lane' },
  saidAndWants: SAID,
  alsoAbout: [{ name: 'Bob', address: '1 Mill Lane' }, { name: 'Cai' }],
};

const raise = async (server: ReturnType<typeof testServer>, body: unknown = told, key = aKey()) =>
  server.send('POST', '/v1/concerns', { as: { role: 'referrer' }, key, body });

describe('a concern about several adults', () => {
  it('opens a case for each of them, linked to the others, with one receipt', async () => {
    const server = testServer();
    const response = await raise(server);
    assert.equal(response.status, 201);
    const receipt = (await response.json()) as Receipt;
    const all = [receipt, ...(receipt.others ?? [])];
    assert.equal(new Set(all.map(({ reference }) => reference)).size, 3);
    const records = await Promise.all(all.map(({ caseId }) => server.recordOf(caseId)));
    assert.deepEqual(
      records.map(([raised]) => (raised?.data as typeof told).adult.name),
      ['Ann', 'Bob', 'Cai'],
    );
    for (const [index, [, ...links]] of records.entries()) {
      assert.deepEqual(
        links.map(({ type, by, data }) => [type, by.role, (data as { linkedCaseId: string }).linkedCaseId]),
        all.filter((_, other) => other !== index).map(({ caseId }) => ['case.linked', 'system', caseId]),
      );
    }
    const withWords = records.filter((record) => JSON.stringify(record).includes(SAID));
    assert.equal(withWords.length, 1, 'what one adult said is in their own case alone');
  });

  it('is kept once, however often it is sent', async () => {
    const server = testServer();
    const key = aKey();
    const [first, second] = [
      await (await raise(server, told, key)).json(),
      await (await raise(server, told, key)).json(),
    ];
    assert.deepEqual(first, second);
    const cases = await server.send('GET', '/v1/cases', { as: { role: 'manager' } });
    assert.equal(((await cases.json()) as { cases: unknown[] }).cases.length, 3);
  });

  it('keeps nothing of it where one of them cannot be kept', async () => {
    const server = testServer();
    const body = { ...told, alsoAbout: [{ name: 'Bob' }, { name: 'Cai', shoeSize: 7 }] };
    assert.equal((await raise(server, body)).status, 400);
    const cases = await server.send('GET', '/v1/cases', { as: { role: 'manager' } });
    assert.equal(((await cases.json()) as { cases: unknown[] }).cases.length, 0);
  });

  it('is the adult’s own in their own case, and somebody else’s in every other', async () => {
    const server = testServer();
    const response = await server.send('POST', '/v1/concerns', {
      as: { role: 'person', subject: 'ann' },
      key: aKey(),
      body: { ...told, aboutSelf: 'yes' },
    });
    const receipt = (await response.json()) as Receipt;
    const roles = await Promise.all(
      [receipt, ...(receipt.others ?? [])].map(async ({ caseId }) => (await server.recordOf(caseId))[0]?.by.role),
    );
    assert.deepEqual(roles, ['person', 'referrer', 'referrer']);
  });
});
