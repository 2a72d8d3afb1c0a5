import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Receipt, SamePerson } from '../../contract.js';
import { type TestServer, aKey, testServer } from '../handler.test.kit.js';

const practitioner = { role: 'practitioner' } as const;

const raise = async (server: TestServer, adult: object, tenant = 'council'): Promise<string> => {
  const body = { whatHappened: 'Something happened.', adult };
  const answer = await server.send('POST', '/v1/concerns', { as: { role: 'referrer', tenant }, key: aKey(), body });
  assert.equal(answer.status, 201, await answer.clone().text());
  return ((await answer.json()) as Receipt).caseId;
};
const record = async (server: TestServer, caseId: string, version: number, body: object, role = 'practitioner') => {
  const as = { role: role as 'practitioner', subject: `${role}-1` };
  const answer = await server.send('POST', `/v1/cases/${caseId}/events`, { as, key: aKey(), version, body });
  assert.equal(answer.status, 201, await answer.clone().text());
};
const sameAs = async (server: TestServer, caseId: string): Promise<string[]> => {
  const answer = await server.send('GET', `/v1/cases/${caseId}/same-person`, { as: practitioner });
  assert.equal(answer.status, 200);
  return ((await answer.json()) as SamePerson).cases.map((found) => `${found.caseId} ${found.matchedOn.join()}`);
};

const mary = { name: 'Mary O’Doyle', dateOfBirth: '1940-02-03', address: '3 Mill Lane, Larkshire LK1 2AB' };

test('another concern about the same person is offered, however their name is written', async () => {
  const spellings = ['Mrs Mary O’Doyle', "O'DOYLE, Mary", 'mary  odoyle', 'Máry O‘Doyle'];
  for (const name of spellings) {
    const server = testServer();
    const first = await raise(server, mary);
    const second = await raise(server, { name, dateOfBirth: mary.dateOfBirth, address: 'lk12ab' });
    assert.deepEqual(await sameAs(server, second), [`${first} name-and-birth,name-and-postcode`], name);
  }
});

test('a name alone, another day of birth or another house is nobody’s in particular, and another organisation’s is not there', async () => {
  const server = testServer();
  const first = await raise(server, mary);
  await raise(server, { name: mary.name });
  await raise(server, { name: mary.name, dateOfBirth: '1941-02-03', address: '3 Mill Lane, Larkshire LK1 2AC' });
  await raise(server, { name: 'John O’Doyle', dateOfBirth: mary.dateOfBirth, address: mary.address });
  await raise(server, { dateOfBirth: mary.dateOfBirth, address: mary.address });
  await raise(server, mary, 'elsewhere');
  assert.deepEqual(await sameAs(server, first), []);
  const sameHouse = await raise(server, { name: mary.name, dateOfBirth: '1971-02-03', address: mary.address });
  assert.deepEqual(await sameAs(server, first), [`${sameHouse} name-and-postcode`]);
});

test('a human links, or says no: neither is offered again', async () => {
  const server = testServer();
  const [one, two, three] = [await raise(server, mary), await raise(server, mary), await raise(server, mary)];
  assert.equal((await sameAs(server, one)).length, 2);
  await record(server, one, 1, { type: 'case.linked', data: { linkedCaseId: two } });
  const apart = (otherCaseId: string) =>
    server.send('POST', `/v1/cases/${one}/same-person/apart`, { as: practitioner, body: { otherCaseId } });
  assert.deepEqual(await (await apart(three)).json(), { kept: true });
  assert.deepEqual(await (await apart(three)).json(), { kept: false });
  assert.equal((await apart('01a20769-4214-771d-910b-0bb7d86235e1')).status, 404);
  assert.deepEqual(await sameAs(server, one), []);
  assert.equal((await sameAs(server, two)).length, 1, 'two and three may still be the same person');
  assert.deepEqual(
    (await server.store.readAudit('council', one)).slice(0, 2).map(({ action }) => action),
    ['look-for-person', 'keep-apart'],
  );
});

test('a correction changes who is offered', async () => {
  const server = testServer();
  const [one, two] = [
    await raise(server, mary),
    await raise(server, { ...mary, dateOfBirth: '1904-02-03', address: '' + 'x' }),
  ];
  assert.deepEqual(await sameAs(server, one), []);
  const entryId = (await server.recordOf(two))[0]?.id;
  const data = { whatHappened: 'Something happened.', adult: mary };
  await record(server, two, 1, { type: 'entry.corrected', data: { entryId, because: 'A slip.', data } });
  assert.equal((await sameAs(server, one)).length, 1);
});

test('a case that somebody may not see is not offered to them', async () => {
  const server = testServer();
  const [one, two] = [await raise(server, mary), await raise(server, mary)];
  const restricted = { type: 'access.restricted', data: { because: 'A relative works here.', to: ['manager-1'] } };
  await record(server, two, 1, restricted, 'manager');
  assert.deepEqual(await sameAs(server, one), []);
  assert.equal((await server.send('GET', `/v1/cases/${two}/same-person`, { as: practitioner })).status, 404);
  const apart = { as: practitioner, body: { otherCaseId: two } };
  assert.equal((await server.send('POST', `/v1/cases/${one}/same-person/apart`, apart)).status, 404);
});
