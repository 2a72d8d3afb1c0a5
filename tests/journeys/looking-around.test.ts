import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startBrowser } from './support/browser.js';
import { PortalProcess, freePort } from './support/portal-process.js';
import { Visitor } from './support/visitor.js';

/** Faults that a page could have. What the journeys say about pages is worth something only if each of these is seen. */
const faults: Record<string, { plant: (page: Page) => Promise<unknown>; sees: RegExp }> = {
  'something in the console': {
    plant: (page) => page.evaluate(() => console.warn('a remark')),
    sees: /console warn: a remark/,
  },
  'an error that nobody caught': {
    plant: (page) =>
      page.evaluate(
        () =>
          void setTimeout(() => {
            throw new Error('not caught');
          }),
      ),
    sees: /uncaught: .*not caught/,
  },
  'a style that the policy stops': {
    plant: (page) => page.evaluate(() => document.body.setAttribute('style', 'color: red')),
    sees: /policy stopped something: style-src/,
  },
  'markup made of a text': {
    plant: (page) =>
      page.evaluate(() => {
        document.body.lang = 'en';
        try {
          document.body.innerHTML += '<b>bold</b>';
        } catch {
          /* as it should */
        }
      }),
    sees: /policy stopped something: require-trusted-types-for/,
  },
  'a call to somebody else': {
    plant: (page) => page.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined)),
    sees: /policy stopped something: connect-src|asked elsewhere/,
  },
  'an answer that failed': {
    plant: (page) => page.evaluate(() => fetch('/nowhere').then(({ status }) => status)),
    sees: /answer 404/,
  },
  'a picture without words': {
    plant: (page) =>
      page.evaluate(() =>
        document.querySelector('main')?.append(Object.assign(new Image(20, 20), { src: '/icon.svg' })),
      ),
    sees: /axe image-alt/,
  },
  'a part that is wider than a small phone': {
    plant: (page) => page.evaluate(() => document.querySelector('main')?.style.setProperty('min-width', '340px')),
    sees: /scrolls sideways/,
  },
};

describe('looking around', () => {
  let browser: Browser;
  let portal: PortalProcess;
  let dataDir: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'msp-looking-'));
    portal = new PortalProcess(await freePort(), dataDir);
    [browser] = await Promise.all([startBrowser(), portal.start()]);
  });

  after(async () => {
    await browser.close();
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  for (const [name, { plant, sees }] of Object.entries(faults)) {
    it(`would notice ${name}`, async () => {
      const visitor = await Visitor.arrive(browser, portal.address);
      await visitor.open('/elsewhere');
      await visitor.looksAround('elsewhere');
      await plant(visitor.page);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await assert.rejects(visitor.looksAround('elsewhere'), sees);
      await visitor.page.close();
    });
  }

  it('finds nothing on the first page, nor when the sample cases are loaded, once or twice', async () => {
    const visitor = await Visitor.arrive(browser, portal.address);
    await visitor.open('/');
    await visitor.looksAround('index');
    for (const said of ['The sample cases are loaded.', 'The sample cases are there already: nothing was added.']) {
      await Promise.all([visitor.page.waitForNavigation(), visitor.keyboard.pressButton('Load sample cases')]);
      await visitor.sees(said);
      await visitor.looksAround('index-samples');
    }
    await visitor.leave();
  });
});
