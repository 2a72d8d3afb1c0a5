import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';

/** The repository's own finder of a browser: the same one as every other browser test uses. */
const finder = new URL('../../../../scripts/browser.mjs', import.meta.url).href;

/** What a packed browser switches off to be quick. A test of what a page may do needs it on. */
const NOT_HERE = ['--disable-web-security', '--allow-running-insecure-content', '--disable-site-isolation-trials'];

/** Starts the browser that this machine has. */
export const startBrowser = async (): Promise<Browser> => {
  const { findChromium } = (await import(finder)) as { findChromium: () => Promise<LaunchOptions> };
  const found = await findChromium();
  return puppeteer.launch({ ...found, args: (found.args ?? []).filter((arg) => !NOT_HERE.includes(arg)) });
};
