import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createMspHandler, jwtAuth, localVault, mintToken, newKeyPair, newVaultSecret } from '@msp/sdk/server';
import { toNodeListener } from '@msp/sdk/server/node';
import { memoryStore } from '@msp/sdk/store/memory';
import puppeteer, { type LaunchOptions, type Page } from 'puppeteer-core';

const root = new URL('../../../', import.meta.url);
const readme = await readFile(new URL('README.md', root), 'utf8');

const block = (language: string): string => {
  const found = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  assert.ok(found, `the README has a block of ${language}`);
  return found;
};

const policy = /```\n(default-src [\s\S]*?)```/.exec(readme)?.[1]?.replaceAll(/\s+/g, ' ').trim() ?? '';
const page = `<!doctype html><html lang="en"><head><title>A page</title></head><body>${block('html')}</body></html>`;

const serve = async () => {
  const { privateKey, publicKey } = await newKeyPair();
  const portal = { issuer: 'https://portal.example', audience: 'msp' };
  const store = memoryStore();
  const auth = jwtAuth({ ...portal, keys: [publicKey], tenants: ['larkshire'], roles: ['referrer'] });
  const msp = toNodeListener(
    createMspHandler({ store, vault: localVault(newVaultSecret()), auth, basePath: '/api/msp' }),
  );
  const bundle = await readFile(new URL('packages/elements/dist/bundle/msp-concern-form.min.js', root));
  const files: Record<string, [type: string, content: string | Buffer]> = {
    '/': ['text/html', page],
    '/favicon.ico': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    '/concern.js': ['text/javascript', block('js')],
    '/msp/msp-concern-form.min.js': ['text/javascript', bundle],
  };
  const neighbour = { tenant: 'larkshire', role: 'referrer', subject: 'neighbour', organisation: 'public' } as const;
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    if (url.startsWith('/api/msp')) return void msp(request, response);
    if (url === '/token')
      return void mintToken({ key: privateKey, ...portal }, neighbour).then((token) => response.end(token));
    const [type, content] = files[url] ?? ['text/plain', ''];
    response.writeHead(content === '' ? 404 : 200, { 'content-type': type, 'content-security-policy': policy });
    response.end(content);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { store, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
};

/** Presses the button of the form that says this, once it is there. */
const press = async (tab: Page, text: string): Promise<void> => {
  // A second press within half a second counts as a double click.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await tab.waitForFunction(
    (wanted) => {
      const buttons = document.querySelector('msp-concern-form')?.shadowRoot?.querySelectorAll('button') ?? [];
      const button = [...buttons].find((one) => one.textContent.trim().startsWith(wanted));
      button?.click();
      return button !== undefined;
    },
    { timeout: 10_000 },
    text,
  );
};

test('the ten lines of the README send a concern, under the policy that it names', async (context) => {
  assert.ok(block('html').trim().split('\n').length + block('js').trim().split('\n').length <= 10);
  const { findChromium } = (await import(new URL('scripts/browser.mjs', root).href)) as {
    findChromium: () => Promise<LaunchOptions>;
  };
  const portal = await serve();
  context.after(portal.stop);
  const browser = await puppeteer.launch(await findChromium());
  context.after(() => browser.close());
  const tab = await browser.newPage();
  const said: string[] = [];
  tab.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => said.push(`error: ${String(error)}`));
  await tab.goto(portal.address);

  await press(tab, 'Start');
  await press(tab, 'Continue');
  await tab.waitForSelector('msp-concern-form >>> textarea');
  await tab.type('msp-concern-form >>> textarea', 'There is no food in the house.');
  await press(tab, 'Continue');
  await press(tab, 'Send it now');
  await tab.waitForSelector('msp-concern-form >>> [part=reference]');

  const { cases } = await portal.store.listCases('larkshire');
  assert.equal(cases.length, 1);
  assert.deepEqual(said, [`info: Received: ${cases[0]?.reference ?? ''}`]);
});
