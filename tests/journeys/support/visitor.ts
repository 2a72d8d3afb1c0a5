import assert from 'node:assert/strict';
import type { Browser, Page } from 'puppeteer-core';
import { axeFaults } from './axe.js';
import { Keyboard } from './keyboard.js';
import { textOn } from './page-text.js';
import { type Acknowledged, Watch } from './watch.js';

const WIDTHS = [1280, 768, 320] as const;
const PATIENCE_MS = 15_000;

/** Set to a folder to keep a picture of every look around, at three widths. */
const pictures = process.env['MSP_PICTURES'];

/** Somebody at a browser: they open pages, use the keyboard, and read what is on the screen. */
export class Visitor {
  readonly page: Page;
  readonly keyboard: Keyboard;
  readonly watch: Watch;
  readonly #address: string;

  private constructor(page: Page, keyboard: Keyboard, watch: Watch, address: string) {
    this.page = page;
    this.keyboard = keyboard;
    this.watch = watch;
    this.#address = address;
  }

  /** What the server acknowledges to them is added to the list. */
  static async arrive(browser: Browser, address: string, acknowledged: Acknowledged[] = []): Promise<Visitor> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const watch = await Watch.over(page, address, acknowledged);
    return new Visitor(page, await Keyboard.at(page), watch, address);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#address}${path}`, { waitUntil: 'networkidle0' });
  }

  /** Everything that can be read on the screen now, through all shadow roots, in one line. */
  async text(): Promise<string> {
    return textOn(this.page);
  }

  /** Waits until these words are on the screen. */
  async sees(...words: readonly string[]): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const text = await this.text();
      const missing = words.filter((part) => !text.includes(part));
      if (missing.length === 0) return;
      if (Date.now() > deadline) assert.fail(`Not on the screen: “${missing.join('”, “')}”. On it: ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /**
   * Looks at the whole page as it stands: nothing that axe finds, nothing in the console, nothing stopped by the policy, nobody
   * else asked, and no sideways scrolling on a small phone.
   */
  async looksAround(where: string): Promise<void> {
    for (const width of WIDTHS) {
      if (width === 768 && !pictures) continue;
      await this.page.setViewport({ width, height: 900 });
      if (pictures) await this.page.screenshot({ path: `${pictures}/${where}-${width}.png`, fullPage: true });
    }
    const sideways = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(sideways, 0, `${where}: at 320 px the page scrolls sideways by ${sideways} px`);
    await this.page.setViewport({ width: 1280, height: 900 });
    assert.deepEqual(await axeFaults(this.page), [], `${where}: axe found something`);
    this.#hasNoFaults(where);
  }

  async leave(): Promise<void> {
    this.#hasNoFaults('on leaving');
    await this.page.close();
  }

  #hasNoFaults(where: string): void {
    assert.deepEqual(this.watch.faults, [], `${where}: the page said something, was stopped, or asked somebody else`);
  }
}
