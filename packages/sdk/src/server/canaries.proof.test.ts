import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Route, type RouteName, pathTo, routes } from '../contract.js';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { postgresStore } from '../store/postgres.js';
import { type TestServer as Database, query, startTestServer } from '../store/postgres.test.kit.js';
import { StoreError } from '../store/store-error.js';
import { CANARY, type TestServer, aCase, aKey, testServer, testVault } from './handler.test.kit.js';
import { createScheduler } from './scheduler.js';
import { createDeliverer } from './webhooks/deliverer.js';
import { fixedSettings } from './tenants/settings.js';

const all = Object.entries(routes) as [RouteName, Route][];
const webhook = { id: 'case-system', url: 'https://cases.example/msp', secrets: [`whsec_${'A'.repeat(43)}=`] };
const settings = fixedSettings({ council: { webhooks: [webhook], siteKeys: [] } });

const hears = (text: string): boolean => text.toLowerCase().includes(CANARY.toLowerCase());

/** What somebody may write in place of what a route asks for: good, half good, and nothing like it. */
const bodies = (caseId: string): unknown[] => [
  { whatHappened: CANARY, adult: { name: CANARY, dateOfBirth: '1940-01-01', address: `${CANARY} LK1 2AB` } },
  { type: 'concern.acknowledged', data: { because: CANARY } },
  { type: 'case.closed', data: { because: CANARY } },
  { draft: { whatHappened: CANARY } },
  { code: CANARY },
  { reference: CANARY },
  { otherCaseId: caseId, [CANARY]: CANARY },
  { role: 'person', subject: CANARY },
  { name: { en: CANARY }, draftDays: CANARY },
  { tenant: CANARY, code: '2222-2222-2222-2222', siteKey: CANARY, session: CANARY },
  { id: CANARY, webhook: CANARY },
  [CANARY],
  `{"${CANARY}`,
  CANARY,
];

const paths = (route: Route, caseId: string): string[] => [
  pathTo(route.path, { caseId }),
  pathTo(route.path, { caseId: CANARY }),
  `${pathTo(route.path, { caseId })}?before=${CANARY}&after=${CANARY}&state=${CANARY}&${CANARY}=1`,
];

let requests = 0;

const roleFor = ({ roles }: Route) =>
  roles === 'anyone' ? undefined : roles.includes('manager') ? 'manager' : roles[0];

/** Asks a route and looks for the canary in whatever comes back, but where it is given back to whoever may see it. */
const ask = async (server: TestServer, name: RouteName, route: Route, path: string, body: unknown): Promise<void> => {
  requests += 1;
  const role = roleFor(route);
  const response = await server.send(route.method, path, {
    ...(role && { as: { role, subject: `${role}-1` } }),
    ...(route.body && { body }),
    key: aKey(),
    version: 1,
    headers: { 'user-agent': CANARY, referer: `https://${CANARY}.example`, 'x-forwarded-for': CANARY },
  });
  const givesBack =
    response.ok && ['readCase', 'readEvents', 'openDraft', 'saveSettings', 'readSettings'].includes(name);
  if (route.streams && response.ok) await response.body?.cancel();
  else {
    const text = await response.text();
    assert.ok(givesBack || !hears(text), `${name} says it again`);
  }
  assert.ok(!hears(JSON.stringify([...response.headers])), `${name} says it again in a header`);
};

const askAll = async (server: TestServer, caseId: string, most: number): Promise<void> => {
  for (const [name, route] of all) {
    for (const path of paths(route, caseId)) {
      for (const body of route.body ? bodies(caseId).slice(0, most) : [undefined])
        await ask(server, name, route, path, body);
    }
  }
};

const quietly = async (work: () => Promise<void>): Promise<string> => {
  const said: unknown[] = [];
  const before = { error: console.error, warn: console.warn, log: console.log };
  const listen = (...words: unknown[]): void => void said.push(words);
  Object.assign(console, { error: listen, warn: listen, log: listen });
  try {
    await work();
  } finally {
    Object.assign(console, before);
  }
  return JSON.stringify(said);
};

const serverWith = (store: Store) =>
  testServer({ store, settings, limits: { perCaller: 1e9, perStranger: 1e9 }, pages: {} });

test('no route says or logs what somebody wrote, whatever they wrote in whichever place', async () => {
  const server = serverWith(memoryStore());
  const { caseId } = await aCase(server);
  const said = await quietly(() => askAll(server, caseId, Infinity));
  assert.ok(!hears(said));
  assert.ok(!hears(JSON.stringify(server.log)));
  const seen = await server.send('GET', `/v1/cases/${caseId}`, { as: { role: 'manager' } });
  assert.ok(hears(await seen.text()), 'who may see it sees it: a canary that is nowhere would prove nothing');
});

test('nor does one when the store fails, in whichever call and however', async () => {
  const failures = [
    () => new Error(`${CANARY}: duplicate key, (${CANARY}) exists`),
    () => new StoreError('refused', `said of ${CANARY}`),
    () => Object.assign(new Error('refused'), { code: '23505', severity: 'ERROR', detail: CANARY, constraint: CANARY }),
  ];
  const methods = Object.keys(memoryStore()).filter((name) => !['watchChanges', 'close'].includes(name));
  for (const method of methods) {
    for (const failure of failures) {
      const inner = memoryStore();
      let isFailing = false;
      const good = inner[method as 'append'] as (...given: unknown[]) => Promise<unknown>;
      const fail = async (...given: unknown[]): Promise<unknown> => {
        if (isFailing) throw failure();
        return good(...given);
      };
      const server = serverWith({ ...inner, [method]: fail });
      const { caseId } = await aCase(server);
      isFailing = true;
      const said = await quietly(async () => {
        for (const [name, route] of all) {
          const [path = ''] = paths(route, caseId);
          for (const body of route.body ? bodies(caseId).slice(0, 2) : [undefined])
            await ask(server, name, route, path, body);
        }
        await createScheduler({ store: server.store, vault: testVault, tenants: () => ['council'] }).runOnce();
        const post = () => Promise.reject(new Error(CANARY));
        await createDeliverer({
          store: server.store,
          vault: testVault,
          settings,
          tenants: () => ['council'],
          post,
        }).runOnce();
      });
      assert.ok(!hears(said), `${method} makes it heard`);
      assert.ok(!hears(JSON.stringify(server.log)), `${method} makes it logged`);
    }
  }
});

test('nor does one when the key service fails', async () => {
  const vault = { wrap: testVault.wrap, unwrap: () => Promise.reject(new Error(CANARY)) };
  const store = memoryStore();
  const { caseId } = await aCase(serverWith(store));
  const server = testServer({ store, vault, settings });
  const said = await quietly(() => askAll(server, caseId, 4));
  assert.ok(!hears(said) && !hears(JSON.stringify(server.log)));
});

test('what leaves the house says nothing of it', async () => {
  const server = serverWith(memoryStore());
  const { caseId } = await aCase(server);
  await askAll(server, caseId, Infinity);
  const sent: string[] = [];
  const post = async (delivery: object): Promise<number> => sent.push(JSON.stringify(delivery)) && 204;
  const { store } = server;
  const clock = (): Date => new Date(server.time.now);
  await createDeliverer({ store, vault: testVault, settings, tenants: () => ['council'], post, clock }).runOnce();
  assert.ok(sent.length > 1);
  assert.ok(!hears(sent.join()));
});

let database: Database;
before(async () => {
  database = await startTestServer();
});
after(() => database.stop());

test('the database logs nothing of it either, also where it refuses, is cut off, or runs out of time', async () => {
  const connectionString = await database.newDatabase();
  const store = postgresStore({ connectionString });
  const server = serverWith(store);
  const { caseId } = await aCase(server);
  await askAll(server, caseId, Infinity);
  await query(
    connectionString,
    `ALTER TABLE msp.events ADD CONSTRAINT planted CHECK (type <> 'concern.raised') NOT VALID`,
  );
  await askAll(server, caseId, 4);
  await query(
    connectionString,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()`,
  );
  await askAll(server, caseId, 2);
  await store.close();
  assert.ok(!hears(JSON.stringify(server.log)));
  const log = await database.log();
  assert.ok(!hears(log));
  // Where the database is one of ours, its log has what was planted: a canary in it would have been seen.
  if (log !== '') assert.match(log, /planted|terminating connection/);
});

test('altogether thousands of requests were looked at', () => {
  assert.ok(requests > 5_000, `only ${requests}`);
});
