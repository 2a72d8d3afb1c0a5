import { fixture, html } from '@open-wc/testing';
import type { MspClient, Receipt } from '@msp/sdk';
import type { ConcernData } from '@msp/workflows/questions';
import type { MspConcernFormElement } from './concern-form.element.js';
import '../define/msp-concern-form.js';

export const RECEIPT: Receipt = {
  caseId: '00000000-0000-4000-8000-000000000001',
  reference: 'MSP-4K7Q-29XD',
  receivedAt: '2026-11-23T09:00:00Z',
  code: '4K7Q-29XD-HJ3M-RT6W',
};

export type SentConcern = { readonly data: ConcernData; readonly idempotencyKey: string };

/** A client that keeps what it was given and answers as told. */
export function fakeClient(
  answer: (sent: SentConcern, tries: number) => Promise<Receipt> = () => Promise.resolve(RECEIPT),
): {
  client: MspClient;
  sent: SentConcern[];
} {
  const sent: SentConcern[] = [];
  const raiseConcern: MspClient['raiseConcern'] = (data, { idempotencyKey }) => {
    sent.push({ data, idempotencyKey });
    return answer({ data, idempotencyKey }, sent.length);
  };
  return { client: { raiseConcern } as unknown as MspClient, sent };
}

export const refusal = (code: string): Error => Object.assign(new Error(code), { code });

/** A form in the page, with a client that accepts. */
export async function mountForm(client: MspClient = fakeClient().client): Promise<MspConcernFormElement> {
  return fixture<MspConcernFormElement>(
    html`<msp-concern-form
      .client=${client}
      phone="01234 567 890"
      name-of-council="Exampleshire Council"
    ></msp-concern-form>`,
  );
}

export const rootOf = (form: MspConcernFormElement): ShadowRoot => {
  if (!form.shadowRoot) throw new Error('no shadow root');
  return form.shadowRoot;
};

export function find<E extends Element = HTMLElement>(form: MspConcernFormElement, selector: string): E {
  const found = rootOf(form).querySelector<E>(selector);
  if (!found) throw new Error(`nothing here is ${selector}, on the page ${form.page}`);
  return found;
}

/** Presses the button with this text. */
export async function press(form: MspConcernFormElement, text: string): Promise<void> {
  const button = [...rootOf(form).querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(text));
  if (!button) throw new Error(`no button “${text}” on the page ${form.page}`);
  button.click();
  await settle(form);
}

/** Lets drawing and an answered client come to rest. */
export async function settle(form: MspConcernFormElement): Promise<void> {
  await form.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 0));
  await form.updateComplete;
}

export async function write(form: MspConcernFormElement, question: string, words: string): Promise<void> {
  const field = find<HTMLInputElement>(form, `#concern-${question}`);
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await form.updateComplete;
}

export async function choose(form: MspConcernFormElement, question: string, value: string): Promise<void> {
  find(form, `#concern-${question}-${value}`).click();
  await form.updateComplete;
}

/** Goes on from page to page until this one. */
export async function goTo(form: MspConcernFormElement, page: string, way = 'somebody'): Promise<void> {
  if (form.page === 'before') await press(form, 'Start');
  for (let pages = 0; form.page !== page; pages += 1) {
    if (pages > 20) throw new Error(`never came to ${page}`);
    if (form.page === 'wayIn') await choose(form, 'wayIn', way);
    if (form.page === 'whatHappened') await write(form, 'whatHappened', 'He takes her bank card every Friday.');
    await press(form, 'Continue');
  }
}
