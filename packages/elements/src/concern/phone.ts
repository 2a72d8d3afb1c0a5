import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** The first number in what a page gave as phone: it may come with words, such as opening hours. */
const NUMBER = /\+?\d(?:[\s-]?\d){2,}/;

/** A text in which a number can be called by pressing it. */
export function callTo(text: string, number: string): TemplateResult {
  const at = text.indexOf(number);
  if (at < 0 || !NUMBER.test(number)) return html`${text}`;
  const href = `tel:${number.replaceAll(/[^\d+]/g, '')}`;
  const before = text.slice(0, at);
  const after = text.slice(at + number.length);
  return html`${before}<a class="number" href=${href}>${number}</a>${after}`;
}

/** The same, for what a page gave as phone. */
export const phoneLink = (text: string, phone: string): TemplateResult =>
  callTo(text, NUMBER.exec(phone)?.[0] ?? phone);
