import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from './browser.mjs';

/**
 * Opens every story and every docs page of a built Storybook:  node scripts/stories.mjs [storybook-static] [part of an id]
 *
 * A story fails where it throws, where its play function or axe finds a fault, where the console says anything, where it asks
 * for anything outside, or where it is wider than a phone.
 */
const folder = resolve(process.argv[2] ?? 'storybook-static');
const wanted = process.argv[3] ?? '';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 320, height: 640 };
const PATIENCE_MS = 90_000;
const AT_ONCE = 2;

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const serve = async () => {
  const server = createServer(async (request, response) => {
    const path = normalize(join(folder, decodeURIComponent(new URL(request.url, 'http://here').pathname)));
    const file = path.endsWith(sep) ? join(path, 'index.html') : path;
    try {
      if (!file.startsWith(folder + sep)) throw new Error('outside');
      const content = await readFile(file);
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return server;
};

/** Runs in the page: hears what Storybook says about the story from the first moment on. */
const listen = () => {
  const ends = ['storyFinished', 'docsRendered', 'storyErrored', 'storyThrewException', 'storyMissing'];
  window.mspStory = new Promise((resolve) => {
    let channel;
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set: (value) => {
        channel = value;
        for (const end of ends) {
          channel.on(end, (data) => {
            const { status, reporters = [], message, description, title } = data ?? {};
            const violations = reporters.flatMap(({ result }) => result?.violations ?? []);
            resolve({
              end,
              status,
              said: message ?? description ?? title,
              axe: violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes[0]?.html?.slice(0, 160)}`),
            });
          });
        }
        channel.on('playFunctionThrewException', ({ message }) => (window.mspPlay = message));
        channel.on('unhandledErrorsWhilePlaying', ([first]) => (window.mspPlay = first?.message));
      },
    });
  });
};

const inTime = (promise) =>
  Promise.race([
    promise,
    new Promise((_, fail) => setTimeout(() => fail(new Error('It never came to an end.')), PATIENCE_MS).unref()),
  ]);

/** Everything that is wrong with one story or page. */
const faultsOf = async (browser, base, { id, type }) => {
  const faults = [];
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      faults.push(`console: ${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(base))
      faults.push(`asks outside: ${request.url()}`);
  });
  try {
    await page.setViewport(DESK);
    await page.evaluateOnNewDocument(listen);
    await page.goto(`${base}/iframe.html?id=${id}&viewMode=${type === 'docs' ? 'docs' : 'story'}`);
    const { end, status, said, axe } = await inTime(page.evaluate(() => window.mspStory));
    const played = await page.evaluate(() => window.mspPlay);
    if (played) faults.push(`play: ${played}`);
    if (!['storyFinished', 'docsRendered'].includes(end)) faults.push(`${end}: ${said}`);
    if (status === 'error' && !played && axe.length === 0) faults.push('it ended with an error');
    faults.push(...axe.map((line) => `axe: ${line}`));
    if (type === 'story') {
      await page.setViewport(PHONE);
      const width = await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => done(document.documentElement.scrollWidth))),
      );
      if (width > PHONE.width) faults.push(`at ${PHONE.width} px it is ${width} px wide`);
    }
  } catch (error) {
    faults.push(error.message);
  } finally {
    await context.close().catch(() => undefined);
  }
  return faults;
};

const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8').catch(() => '{"entries":{}}'));
const entries = Object.values(index.entries).filter(({ id }) => id.includes(wanted));
if (entries.length === 0) {
  console.error(`There is no story in ${folder}. Build them first: npm run storybook -- --build`);
  process.exit(1);
}

const server = await serve();
const browser = await puppeteer.launch(await findChromium());
const base = `http://127.0.0.1:${server.address().port}`;
let passed = 0;
let failed = 0;
const left = [...entries];
const work = async () => {
  for (let entry = left.shift(); entry; entry = left.shift()) {
    const faults = await faultsOf(browser, base, entry);
    if (faults.length === 0) passed += 1;
    else {
      failed += 1;
      console.log(`✗ ${entry.id}\n${faults.map((fault) => `    ${fault.slice(0, 400)}`).join('\n')}`);
    }
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, work));
await browser.close();
server.close();
if (process.env.MSP_RESULTS) writeFileSync(process.env.MSP_RESULTS, JSON.stringify({ passed, failed }));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
