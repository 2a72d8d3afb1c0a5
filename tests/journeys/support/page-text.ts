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

/** Everything that the page holds: text, what stands in its fields, its title and its address. Also what is hidden. */
export const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
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
  });
