import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Deliveries } from '../../contract.js';
import { CANARY, type TestServer, aCase, aKey, testServer } from '../handler.test.kit.js';
import { fixedSettings } from '../tenants/settings.js';
import { type DelivererEntry, type Delivery, createDeliverer } from './deliverer.js';
import { newWebhookSecret, receiveWebhook } from './receive.js';

const HOUR = 3_600_000;
const secret = newWebhookSecret();
const hook = { id: 'case-system', url: 'https://cases.example/msp', secrets: [secret] };
const manager = { role: 'manager' } as const;

/** A council's own systems, which answer with these, one after the other; the last one stays. */
const receivers = (server: TestServer, settings: object, ...statuses: number[]) => {
  const got: Delivery[] = [];
  const log: DelivererEntry[] = [];
  const deliverer = createDeliverer({
    store: server.store,
    vault: server.vault,
    settings: fixedSettings({ council: settings }),
    tenants: () => ['council'],
    clock: () => new Date(server.time.now),
    logger: (entry) => void log.push(entry),
    post: async (delivery) => {
      const status = statuses[Math.min(got.length, statuses.length - 1)] ?? 204;
      got.push(delivery);
      if (status === 0) throw new Error(CANARY);
      return status;
    },
  });
  return { got, log, deliverer };
};

const serverWith = (...webhooks: object[]) => testServer({ settings: fixedSettings({ council: { webhooks } }) });
const record = (server: TestServer, caseId: string, version: number, type: string, data?: object) =>
  server.send('POST', `/v1/cases/${caseId}/events`, {
    as: { role: 'practitioner' },
    key: aKey(),
    version,
    body: data ? { type, data } : { type },
  });
const deliveries = async (server: TestServer, state = 'dead') =>
  ((await (await server.send('GET', `/v1/deliveries?state=${state}`, { as: manager })).json()) as Deliveries)
    .deliveries;

test('the council’s own system is told of every event, by references alone', async () => {
  const server = serverWith(hook);
  const { got, deliverer } = receivers(server, { webhooks: [hook] });
  const { caseId, reference } = await aCase(server);
  await record(server, caseId, 1, 'concern.acknowledged', { because: `${CANARY} acknowledged` });
  assert.equal(await deliverer.runOnce(), 2);
  assert.equal(await deliverer.runOnce(), 0);
  assert.deepEqual(
    got.map(({ url, body }) => [url, JSON.parse(body) as unknown]),
    (await server.recordOf(caseId)).map(({ id, type, sequence, recordedAt }) => [
      hook.url,
      { type, timestamp: recordedAt, data: { caseId, reference, eventId: id, sequence } },
    ]),
  );
  assert.ok(!JSON.stringify(got).includes(CANARY));
  const [newest] = await deliveries(server, 'delivered');
  assert.deepEqual([newest?.webhook, newest?.attempts, newest?.lastStatus], ['case-system', 1, 204]);
});

test('a webhook is told only of what it asks for, and a partner only of what it may see', async () => {
  const all = [
    hook,
    { ...hook, id: 'dashboard', events: ['concern.acknowledged'] },
    { ...hook, id: 'trust', partner: 'St Brannock NHS Trust' },
    { ...hook, id: 'other', partner: 'Northgate Homes' },
  ];
  const server = serverWith(...all);
  const { deliverer } = receivers(server, { webhooks: all });
  const { caseId } = await aCase(server);
  await record(server, caseId, 1, 'concern.acknowledged');
  const shared = { to: 'St Brannock NHS Trust', ground: 'agreed', personTold: 'yes', what: CANARY };
  assert.equal((await record(server, caseId, 2, 'information.shared', shared)).status, 201);
  await deliverer.runOnce();
  const told = (await deliveries(server, 'delivered')).map(({ webhook, message }) => `${webhook} ${message.type}`);
  assert.deepEqual(told.sort(), [
    'case-system concern.acknowledged',
    'case-system concern.raised',
    'case-system information.shared',
    'dashboard concern.acknowledged',
    'trust information.shared',
  ]);
});

test('what is not answered with success is sent again for days, then given up, and tried again when somebody asks', async () => {
  const server = serverWith(hook);
  const { got, log, deliverer } = receivers(server, { webhooks: [hook] }, 500, 0, 302, 429);
  await aCase(server);
  const began = server.time.now;
  const at: number[] = [];
  while ((await deliveries(server)).length === 0) {
    const before = got.length;
    await deliverer.runOnce();
    if (got.length > before) at.push((server.time.now - began) / HOUR);
    server.time.now += 5_000;
    if (got.length > 1) server.time.now += HOUR / 4;
  }
  assert.equal(got.length, 10);
  assert.ok((at.at(-1) ?? 0) > 72, 'for more than three days');
  assert.equal(new Set(got.map(({ headers }) => headers['webhook-id'])).size, 1, 'each time under the same id');
  const [dead] = await deliveries(server);
  assert.deepEqual([dead?.attempts, dead?.lastStatus], [10, 429]);
  assert.ok(!JSON.stringify(log).includes(CANARY));
  assert.equal(log.at(-1)?.what, 'given-up');
  const retry = async (id = dead?.id): Promise<unknown> =>
    (await server.send('POST', '/v1/deliveries/retry', { as: manager, body: { id, webhook: hook.id } })).json();
  assert.deepEqual(await retry('made-up'), { waiting: false });
  assert.deepEqual(await retry(), { waiting: true });
  const again = receivers(server, { webhooks: [hook] }, 204);
  assert.equal(await again.deliverer.runOnce(), 1);
  assert.deepEqual(await retry(), { waiting: false });
  assert.deepEqual(await deliveries(server), []);
});

test('an address that is gone for good, and a webhook that was taken out of the settings, get nothing more', async () => {
  for (const [settings, status] of [
    [{ webhooks: [hook] }, 410],
    [{}, 204],
  ] as const) {
    const server = serverWith(hook);
    const { got, deliverer } = receivers(server, settings, status);
    await aCase(server);
    assert.equal(await deliverer.runOnce(), 0);
    assert.deepEqual(
      (await deliveries(server)).map(({ lastStatus }) => lastStatus),
      [410],
    );
    assert.equal(got.length, settings.webhooks ? 1 : 0);
  }
});

test('of several processes that deliver at once, one sends each message', async () => {
  const server = serverWith(hook);
  for (let cases = 0; cases < 30; cases += 1) await aCase(server);
  const all = Array.from({ length: 4 }, () => receivers(server, { webhooks: [hook] }));
  const counts = await Promise.all(all.map(({ deliverer }) => deliverer.runOnce()));
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    30,
  );
  const ids = all.flatMap(({ got }) => got.map(({ headers }) => headers['webhook-id']));
  assert.equal(new Set(ids).size, 30);
});

test('only a manager sees deliveries, and only those of their organisation', async () => {
  const server = serverWith(hook);
  await aCase(server);
  assert.equal((await deliveries(server, 'waiting')).length, 1);
  const elsewhere = await server.send('GET', '/v1/deliveries?state=waiting', {
    as: { ...manager, tenant: 'elsewhere' },
  });
  assert.deepEqual(await elsewhere.json(), { deliveries: [] });
  assert.equal((await server.send('GET', '/v1/deliveries', { as: { role: 'practitioner' } })).status, 403);
  assert.equal((await server.send('GET', '/v1/deliveries?state=lost', { as: manager })).status, 400);
});

/** One delivery as a receiver gets it. The signature's time is real: receivers look at their own clock. */
const aDelivery = async (secrets: readonly string[]): Promise<Request> => {
  const settings = { webhooks: [{ ...hook, secrets }] };
  const server = testServer({ settings: fixedSettings({ council: settings }) });
  server.time.now = Date.now();
  const { got, deliverer } = receivers(server, settings);
  await aCase(server);
  await deliverer.runOnce();
  const { url, headers, body } = got[0] as Delivery;
  return new Request(url, { method: 'POST', headers, body });
};

test('a receiver knows what we signed, while a secret is replaced too, and once', async () => {
  const newer = newWebhookSecret();
  const ids = new Set<string>();
  const isNew = (id: string): boolean => ids.size < ids.add(id).size;
  for (const secrets of [[secret], [newer, secret], [secret, newer]]) {
    const request = await aDelivery(secrets);
    const again = request.clone();
    const first = await receiveWebhook(request, { secrets: [secret], isNew });
    assert.ok(first.ok);
    assert.deepEqual([first.message.type, first.repeated], ['concern.raised', false]);
    const second = await receiveWebhook(again, { secrets: [newer, secret], isNew });
    assert.ok(second.ok && second.repeated);
  }
  const stranger = await receiveWebhook(await aDelivery([newer]), { secrets: [secret], isNew });
  assert.deepEqual(stranger, { ok: false, reason: 'not-signed', status: 401 });
});

test('of thousands of deliveries that were changed, replayed late or signed by others, none is taken', async () => {
  const good = await aDelivery([secret]);
  const body = await good.text();
  const headers = Object.fromEntries(good.headers);
  const now = Math.floor(Date.now() / 1000);
  let seed = 20_261_123;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const changed = (text: string): string => {
    const at = random(text.length);
    const other = String.fromCharCode(33 + ((text.charCodeAt(at) - 33 + 1 + random(90)) % 93));
    return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
  };
  const attacks: (() => [Record<string, string>, string])[] = [
    () => [headers, changed(body)],
    () => [{ ...headers, 'webhook-id': changed(headers['webhook-id'] ?? '') }, body],
    () => [{ ...headers, 'webhook-timestamp': String(now - 301 - random(1e6)) }, body],
    () => [{ ...headers, 'webhook-timestamp': String(now + 301 + random(1e6)) }, body],
    () => [{ ...headers, 'webhook-timestamp': `${headers['webhook-timestamp']} ` + 'x' }, body],
    () => [{ ...headers, 'webhook-signature': `v1,${changed((headers['webhook-signature'] ?? '').slice(3))}` }, body],
    () => [{ ...headers, 'webhook-signature': ['', 'v1', 'v1,', 'v1a,x', 'v2,x'][random(5)] ?? '' }, body],
    () => [headers, ''],
    () => [headers, `${body} `],
  ];
  let taken = 0;
  for (let count = 0; count < 5_000; count += 1) {
    const [withHeaders, withBody] = attacks[count % attacks.length]?.() ?? [headers, ''];
    const request = new Request('https://cases.example/msp', { method: 'POST', headers: withHeaders, body: withBody });
    const received = await receiveWebhook(request, { secrets: [secret], isNew: () => true });
    if (received.ok) taken += 1;
  }
  assert.equal(taken, 0);
  const untouched = new Request('https://cases.example/msp', { method: 'POST', headers, body });
  assert.ok((await receiveWebhook(untouched, { secrets: [secret], isNew: () => true })).ok);
});
