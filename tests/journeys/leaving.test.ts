import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startBrowser } from './support/browser.js';
import { ConcernForm } from './support/concern-form.js';
import { standInForOthers } from './support/neighbourhood.js';
import { everythingIn, watchWhatIsPutAway, whatWasPutAway } from './support/page-text.js';
import { PortalProcess, freePort } from './support/portal-process.js';
import { Visitor } from './support/visitor.js';

const CANARY = 'Quercus suber 4417';
const EXIT = 'Leave this page';
const OTHER_PAGE = '/elsewhere';

/** Goes one way through the history and says whether anything of what was typed can be found there. */
const findsCanary = async (page: Page, way: 'goBack' | 'goForward'): Promise<boolean> => {
  await page[way]({ waitUntil: 'load', timeout: 5_000 }).catch(() => undefined);
  return (await everythingIn(page)).includes(CANARY);
};

describe('leaving the form', () => {
  let browser: Browser;
  let portal: PortalProcess;
  let dataDir: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'msp-leaving-'));
    portal = new PortalProcess(await freePort(), dataDir);
    [browser] = await Promise.all([startBrowser(), portal.start()]);
  });

  after(async () => {
    await browser.close();
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const ways: Record<string, (visitor: Visitor) => Promise<unknown>> = {
    'the exit button': ({ keyboard, page }) =>
      Promise.all([page.waitForNavigation(), keyboard.tabTo(EXIT, 'button').then(() => keyboard.press('Enter'))]),
    'Shift, pressed three times': ({ keyboard, page }) =>
      Promise.all([page.waitForNavigation(), keyboard.press('Shift', 3)]),
    'a link of the page': ({ keyboard, page }) =>
      Promise.all([page.waitForNavigation(), keyboard.followLink('Repairs')]),
    'an address that is typed': ({ page }) => page.goto(`${portal.address}${OTHER_PAGE}`),
    'loading the page again': ({ page }) => page.reload(),
  };

  /** Somebody who has typed something, on a page after another one, with the history watched. */
  const somebodyWhoTyped = async (): Promise<{ visitor: Visitor; asked: string[] }> => {
    const visitor = await Visitor.arrive(browser, portal.address);
    const asked = await standInForOthers(visitor.page, portal.address);
    await watchWhatIsPutAway(visitor.page);
    await visitor.open(OTHER_PAGE);
    await visitor.open('/housing/');
    const form = new ConcernForm(visitor, 'myself');
    await form.begins();
    await form.writes('whatHappened', CANARY);
    assert.ok((await everythingIn(visitor.page)).includes(CANARY), 'what was typed was never there to be found');
    return { visitor, asked };
  };

  const putAwayBy = async (visitor: Visitor): Promise<string> => {
    await visitor.open(OTHER_PAGE);
    const putAway = await whatWasPutAway(visitor.page);
    assert.ok(putAway.includes('/housing/'), 'nobody saw the page being put away');
    return putAway;
  };

  for (const [name, leave] of Object.entries(ways)) {
    it(`by ${name} leaves nothing that Back, Forward or the page still shows`, async () => {
      const { visitor, asked } = await somebodyWhoTyped();
      const { page } = visitor;
      await leave(visitor);
      assert.ok(!(await everythingIn(page)).includes(CANARY));
      for (let press = 0; press < 5; press += 1) assert.equal(await findsCanary(page, 'goBack'), false);
      for (let press = 0; press < 5; press += 1) assert.equal(await findsCanary(page, 'goForward'), false);
      const isExit = name.startsWith('the exit') || name.startsWith('Shift');
      assert.equal(new Set(asked.map((url) => new URL(url).origin)).size, isExit ? 1 : 0);
      assert.ok(!(await putAwayBy(visitor)).includes(CANARY), 'the page was put away with what was typed');
      await page.close();
    });
  }

  it('would be seen here if a page did not tidy up behind itself', async () => {
    const { visitor } = await somebodyWhoTyped();
    await visitor.page.evaluate(() => {
      for (const form of document.querySelectorAll('msp-concern-form')) Object.assign(form, { wipe: () => undefined });
    });
    await visitor.page.goto(`${portal.address}${OTHER_PAGE}`);
    assert.ok((await putAwayBy(visitor)).includes(CANARY));
    await visitor.page.close();
  });
});
