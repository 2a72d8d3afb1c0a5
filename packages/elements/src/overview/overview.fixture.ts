import { fixtureSync, html, waitUntil } from '@open-wc/testing';
import type { Role } from '@msp/workflows';
import { journeys, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import '../define/msp-case-list.js';
import '../define/msp-case.js';
import { memoryDesk } from '../kit/memory-client.fixture.js';
import type { MemoryDesk } from '../kit/memory-client.fixture.js';

export const danger: Written = w('danger.reported', { what: 'He is at the door.', actions: ['Police called'] });

/** One case for every state of the page. */
export const cases: Readonly<Record<string, readonly Written[]>> = {
  concern: journeys.aConcern,
  threshold: journeys.acknowledged,
  outcomes: journeys.statutoryEnquiry,
  'check-ins': journeys.underWay,
  closure: journeys.reviewing,
  'step-down': journeys.stepDown,
  closed: journeys.closed,
  danger: [...journeys.heard, danger],
};

/** Everything below, at rest: elements drawn, an answered client heard. */
export async function settle(root: Element): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await Promise.all(
      deep(root, '*').map(async (node) => (node as { updateComplete?: Promise<unknown> }).updateComplete),
    );
  }
}

/** All elements that match, through all shadow roots, in the order of the page. */
export function deep<E extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): E[] {
  const found: E[] = [];
  const walk = (node: Element): void => {
    if (node.matches(selector)) found.push(node as E);
    for (const child of node.shadowRoot?.children ?? []) walk(child);
    for (const child of node.children) walk(child);
  };
  for (const child of root.children) walk(child);
  return found;
}

/** What somebody reads, without the scripts of the page: one line, through all shadow roots. */
export const textIn = (root: Element): string =>
  [root, ...deep(root, '*')]
    .flatMap((node) => [...node.childNodes, ...(node.shadowRoot?.childNodes ?? [])])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join(' ')
    .replaceAll(/\s+/g, ' ');

/** A case in the page, as this role meets it. Drawn without waiting for a frame: a page behind another one gets none. */
export class CasePage {
  constructor(
    readonly main: Element,
    readonly desk: MemoryDesk,
  ) {}

  static async open(events: readonly Written[], role: Role = 'practitioner', desk?: MemoryDesk): Promise<CasePage> {
    const here = desk ?? memoryDesk({ events });
    const main = fixtureSync(
      html`<main><msp-case case-id=${here.caseIds[0] ?? ''} .client=${here.as(role)}></msp-case></main>`,
    );
    const page = new CasePage(main, here);
    await settle(main);
    await waitUntil(() => !page.all('[aria-busy]').length, 'the case came');
    return page;
  }

  get root(): ShadowRoot {
    const root = this.main.querySelector('msp-case')?.shadowRoot;
    if (!root) throw new Error('no case on the page');
    return root;
  }

  get text(): string {
    return textIn(this.main);
  }

  all<E extends Element = HTMLElement>(selector: string): E[] {
    return deep<E>(this.main, selector);
  }

  find<E extends Element = HTMLElement>(selector: string): E {
    const [first] = this.all<E>(selector);
    if (!first) throw new Error(`nothing on the page is ${selector}`);
    return first;
  }
}
