import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { englandCareAct, walesSSWBA } from '@msp/workflows';
import type { ShownSettings } from '../../contract.js';
import { fileSettings } from '../file-settings.js';
import { CANARY, type TestServer, aCase, aKey, testServer } from '../handler.test.kit.js';
import { fixedSettings } from '../tenants/settings.js';
import { newSiteKey } from '../tenants/site-key.js';

const manager = { role: 'manager' } as const;
const secret = `whsec_${'A'.repeat(43)}=`;
const webhook = { id: 'case-system', url: 'https://cases.example/msp' };

const save = (server: TestServer, body: object, version = 0) =>
  server.send('POST', '/v1/settings', { as: manager, body, version });
const read = async (server: TestServer) =>
  (await (await server.send('GET', '/v1/settings', { as: manager })).json()) as ShownSettings;

test('an organisation sets for itself, and reads what it set without its secrets', async () => {
  const server = testServer();
  assert.deepEqual(await read(server), { version: 0, settings: {} });
  const settings = { name: { en: 'Larkshire' }, draftDays: 3, webhooks: [{ ...webhook, secrets: [secret] }] };
  assert.equal((await save(server, settings)).status, 200);
  const shown = { ...settings, webhooks: [webhook] };
  assert.deepEqual(await read(server), { version: 1, settings: shown });
  assert.equal((await save(server, { ...shown, draftDays: 4 }, 1)).status, 200, 'the webhook keeps its secret');
  assert.deepEqual((await server.tenancy.settingsOf('council')).webhooks, [{ ...webhook, secrets: [secret] }]);
  const elsewhere = await server.send('GET', '/v1/settings', { as: { ...manager, tenant: 'elsewhere' } });
  assert.deepEqual(await elsewhere.json(), { version: 0, settings: {} });
});

test('what was set counts at once: for drafts, and for whose pages may read', async () => {
  const server = testServer();
  const origin = 'https://www.larkshire.example';
  const list = async () => {
    const answer = await server.send('GET', '/v1/cases', { as: manager, headers: { origin } });
    return answer.headers.get('access-control-allow-origin');
  };
  assert.equal(await list(), null);
  await save(server, { draftDays: 2, allowedOrigins: [origin] });
  assert.equal(await list(), origin);
  const draft = await server.send('POST', '/v1/drafts', { as: { role: 'referrer' }, body: { draft: {} } });
  const { expiresAt } = (await draft.json()) as { expiresAt: string };
  assert.equal(Date.parse(expiresAt), server.time.now + 2 * 86_400_000);
});

test('cases follow the policy pack that their organisation chose, if the server has it', async () => {
  const server = testServer({ policies: [walesSSWBA, englandCareAct] });
  assert.equal((await save(server, { policy: 'atlantis' })).status, 400);
  await save(server, { policy: walesSSWBA.id });
  const { caseId } = await aCase(server);
  const decide = await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: { role: 'practitioner' },
    key: aKey(),
    version: 1,
    body: { type: 'threshold.decided', data: { route: 'statutoryEnquiry', because: 'Three limbs.' } },
  });
  assert.match(await decide.text(), /Social Services and Well-being/);
  assert.equal(await server.tenancy.policyOf('elsewhere'), undefined);
  const without = testServer({ settings: fixedSettings({ council: { policy: 'atlantis' } }) });
  const refused = await without.send('POST', '/v1/concerns', {
    as: { role: 'referrer' },
    key: 'k'.repeat(20),
    body: { whatHappened: 'Something.' },
  });
  assert.equal(refused.status, 503);
});

test('who did not see the newest settings does not overwrite them, and only managers set', async () => {
  const server = testServer();
  await save(server, { draftDays: 2 });
  assert.equal((await save(server, { draftDays: 5 })).status, 409);
  assert.deepEqual((await read(server)).settings, { draftDays: 2 });
  for (const role of ['practitioner', 'referrer', 'person', 'partner'] as const) {
    const answer = await server.send('POST', '/v1/settings', { as: { role }, body: {}, version: 1 });
    assert.equal(answer.status, 403, role);
  }
});

test('what does not fit is named by its field, and changes nothing', async () => {
  const server = testServer();
  const wrong: [body: object, path: string][] = [
    [{ colour: CANARY }, ''],
    [{ draftDays: 31 }, 'draftDays'],
    [{ allowedOrigins: [`https://x.example/${CANARY}`] }, 'allowedOrigins.0'],
    [{ exitTo: 'javascript:alert(1)' }, 'exitTo'],
    [{ theme: { '--msp-color-action': 'url(https://evil.example)' } }, 'theme.…'],
    [{ siteKeys: [{ key: newSiteKey('elsewhere'), origins: [] }] }, 'siteKeys.0.key'],
    [{ webhooks: [webhook] }, 'webhooks.0.secrets'],
    [{ webhooks: [{ ...webhook, secrets: [secret], url: 'http://cases.example' }] }, 'webhooks.0.url'],
    [{ contacts: [1, 2].map(() => ({ id: 'desk', label: { en: 'Desk' } })) }, 'contacts'],
  ];
  for (const [body, path] of wrong) {
    const answer = await save(server, body);
    const text = await answer.text();
    assert.equal(answer.status, 400, path);
    assert.ok(!text.includes(CANARY));
    assert.deepEqual(
      (JSON.parse(text) as { issues: { path: string }[] }).issues.map((issue) => issue.path),
      [path],
    );
  }
  assert.equal((await read(server)).version, 0);
});

test('settings of a file are read again when it changes; a change that does not fit is said, and harms nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'msp-settings-'));
  const file = join(folder, 'settings.json');
  const said: string[] = [];
  await writeFile(file, JSON.stringify({ council: { draftDays: 2 } }));
  const source = await fileSettings(file, { warn: (sentence) => void said.push(sentence) });
  assert.deepEqual(await source.read('council'), { draftDays: 2 });
  assert.equal(await source.read('elsewhere'), undefined);
  await writeFile(file, JSON.stringify({ council: { draftDays: 14 } }));
  assert.deepEqual(await source.read('council'), { draftDays: 14 });
  for (const broken of ['{', JSON.stringify({ council: { draftDays: `${CANARY} days` } })]) {
    await writeFile(file, broken);
    assert.deepEqual(await source.read('council'), { draftDays: 14 });
  }
  assert.equal(said.length, 2);
  assert.match(said[1] ?? '', /council\.draftDays/);
  assert.ok(!said.join().includes(CANARY));
  await assert.rejects(fileSettings(file), TypeError);
  await rm(folder, { recursive: true });
});

test('settings of a file are not changed over the interface', async () => {
  const server = testServer({ settings: fixedSettings({ council: {} }) });
  assert.equal((await save(server, {})).status, 403);
  assert.throws(() => fixedSettings({ council: { siteKeys: [{ key: newSiteKey('other'), origins: [] }] } }), TypeError);
});
