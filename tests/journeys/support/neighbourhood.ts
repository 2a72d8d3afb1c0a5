import type { Page } from 'puppeteer-core';

/** Stands in for every other website, so that leaving needs no network: a page that says nothing. Tells who was asked. */
export const standInForOthers = async (page: Page, ownAddress: string): Promise<string[]> => {
  const asked: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().startsWith(ownAddress)) return void request.continue();
    asked.push(request.url());
    return void request.respond({
      contentType: 'text/html',
      body: '<!doctype html><title>Elsewhere</title><p>Elsewhere</p>',
    });
  });
  return asked;
};
