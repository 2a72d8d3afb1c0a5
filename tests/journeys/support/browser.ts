import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';

/** The repository's own finder of a browser: the same one as every other browser test uses. */
const finder = new URL('../../../../scripts/browser.mjs', import.meta.url).href;

/** Starts the browser that this machine has. */
export const startBrowser = async (): Promise<Browser> => {
  const { findChromium } = (await import(finder)) as { findChromium: () => Promise<LaunchOptions> };
  return puppeteer.launch(await findChromium());
};
