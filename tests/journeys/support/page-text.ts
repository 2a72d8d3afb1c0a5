import type { Page } from 'puppeteer-core';

/** What can be read on a page, through all shadow roots and slots, in one line with single spaces. Hidden text is left out. */
export const textOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const parts: string[] = [];
    const read = (node: Node): void => {
      if (node instanceof Text) {
        parts.push(node.data);
        return;
      }
      if (!(node instanceof Element) || !node.checkVisibility({ visibilityProperty: true })) {
        // A slot and its kind draw no box of their own, but what is in them may.
        if (!(node instanceof Element) || getComputedStyle(node).display !== 'contents') return;
      }
      const children =
        node.shadowRoot?.childNodes ??
        (node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : undefined);
      const isInline = getComputedStyle(node).display.startsWith('inline');
      if (!isInline) parts.push(' ');
      for (const child of children ?? node.childNodes) read(child);
      if (!isInline) parts.push(' ');
    };
    read(document.body);
    return parts.join('').replace(/\s+/g, ' ').trim();
  });

/**
 * Everything that a page holds: text, what stands in its fields, its title and its address, through all shadow roots, also
 * what is hidden. Runs inside the page.
 */
const holds = (): string => {
  const parts: string[] = [document.title, location.href];
  const read = (node: Node): void => {
    if (node instanceof Text) parts.push(node.data);
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) parts.push(node.value);
    if (node instanceof Element) {
      for (const { value } of node.attributes) parts.push(value);
      node.shadowRoot?.childNodes.forEach(read);
    }
    node.childNodes.forEach(read);
  };
  read(document.documentElement);
  return parts.join('\n');
};

export const everythingIn = (page: Page): Promise<string> => page.evaluate(holds);

const PUT_AWAY = 'what the browser put away';

/**
 * Looks at every page in the moment in which the browser puts it away, after the page had its last chance (`pagehide`) to tidy
 * up. That is what a browser with a back/forward cache would bring back; it can be seen here also where this browser has none.
 */
export const watchWhatIsPutAway = async (page: Page): Promise<void> => {
  const cdp = await page.createCDPSession();
  await cdp.send('Page.enable');
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `window.addEventListener('unload', () => {
      const key = ${JSON.stringify(PUT_AWAY)};
      localStorage.setItem(key, (localStorage.getItem(key) ?? '') + (${holds.toString()})());
    });`,
  });
};

/** What was put away so far, of pages of the origin that is shown now. */
export const whatWasPutAway = (page: Page): Promise<string> =>
  page.evaluate((key) => {
    const putAway = localStorage.getItem(key) ?? '';
    localStorage.removeItem(key);
    return putAway;
  }, PUT_AWAY);
