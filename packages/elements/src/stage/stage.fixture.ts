import { fixture } from '@open-wc/testing';
import type { Case, EventType, Role } from '@msp/workflows';
import type { Written } from '@msp/workflows/testing';
import { html, unsafeStatic } from 'lit/static-html.js';
import { memoryDesk } from '../kit/memory-client.fixture.js';
import type { MemoryDesk } from '../kit/memory-client.fixture.js';
import type { MspStageElement } from './stage-element.js';

/** A stage in the page, alone with its case, on the engine in memory. */
export class StagePage {
  readonly #before: number;

  constructor(
    readonly element: MspStageElement,
    readonly desk: MemoryDesk,
    readonly caseId: string,
  ) {
    this.#before = this.case.entries.length;
  }

  static async open(tag: string, events: readonly Written[], role: Role = 'practitioner'): Promise<StagePage> {
    const desk = memoryDesk({ events });
    const caseId = desk.caseIds[0] ?? '';
    const element = await fixture<MspStageElement>(
      html`<${unsafeStatic(tag)} case-id=${caseId} .client=${desk.as(role)}></${unsafeStatic(tag)}>`,
    );
    const page = new StagePage(element, desk, caseId);
    await page.settle();
    return page;
  }

  get case(): Case {
    return this.desk.caseOf(this.caseId);
  }

  /** What was recorded since the page was opened. */
  get sent(): { type: EventType; data: unknown }[] {
    return this.case.entries.slice(this.#before).map(({ type, data }) => ({ type, data }));
  }

  /** The page as somebody in another role has it. */
  async as(role: Role): Promise<void> {
    this.element.client = this.desk.as(role);
    await this.settle();
  }

  /** Records as somebody else would, beside the page, and loads. */
  async add(...events: readonly Written[]): Promise<void> {
    for (const [type, data, by] of events) {
      await this.desk
        .as(typeof by === 'string' ? by : 'practitioner')
        .recordEvent(this.caseId, { type, data } as never, {
          idempotencyKey: `beside-${this.case.entries.length}`,
          expectedVersion: this.case.entries.length,
        });
    }
    await this.element.record.session?.load();
    await this.settle();
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('no shadow root');
    return this.element.shadowRoot;
  }

  get text(): string {
    return this.root.textContent?.replaceAll(/\s+/g, ' ') ?? '';
  }

  /** Lets drawing, and an answered client, come to rest. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      await this.element.updateComplete;
    }
  }

  find<E extends Element = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`nothing here is ${selector}`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  /** Opens a step, if it is not open already. */
  async open(step: string): Promise<void> {
    const tucked = this.root.querySelector<HTMLDetailsElement>(`.tucked:has(#${step}-summary)`);
    if (tucked) tucked.open = true;
    if (!this.isOpen(step)) this.find(`#${step}-summary`).click();
    await this.settle();
  }

  isOpen(step: string): boolean {
    return this.root.querySelector<HTMLDetailsElement>(`details:has(> #${step}-summary)`)?.open ?? false;
  }

  async write(field: string, words: string): Promise<void> {
    const input = this.find<HTMLInputElement>(`:is(input, textarea, select)#${field}`);
    input.value = words;
    input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    await this.settle();
  }

  async choose(...ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.find(`#${CSS.escape(id)}`).click();
      await this.settle();
    }
  }

  async day(field: string, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    await this.write(`${field}-year`, year);
    await this.write(`${field}-month`, month);
    await this.write(`${field}-day`, date);
  }

  /** Presses the button that records the form of this step. */
  async save(step: string): Promise<void> {
    this.find(`#${step}-form button[type=submit]`).click();
    await this.settle();
  }

  /** Codes of what is said, on the screen, to stand in the way. */
  get codes(): string[] {
    return [...this.root.querySelectorAll('[data-code]')].map((item) => item.getAttribute('data-code') ?? '');
  }

  /** The words on the screen for this blocker, with its law. */
  words(code: string): string {
    return this.find(`[data-code=${code}]`).textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  }
}
