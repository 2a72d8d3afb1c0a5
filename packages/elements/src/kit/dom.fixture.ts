import { sendKeys } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
declare const axe: { run(node: Element, options: object): Promise<{ violations: readonly Violation[] }> };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, one line each. */
export async function faults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** The element that has the focus, through all shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Presses Tab until this has the focus. Fails where Tab does not lead there. */
export async function tabTo(wanted: (element: Element) => boolean, what: string): Promise<Element> {
  for (let presses = 0; presses < 60; presses += 1) {
    const at = focused();
    if (at && wanted(at)) return at;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab does not lead to ${what}`);
}

/** All that can be read or found in an element: text and values, through all shadow roots. */
export function allThatIsThere(element: Element): string {
  const found: string[] = [];
  const walk = (root: ParentNode): void => {
    for (const node of root.querySelectorAll('*')) {
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) found.push(node.value);
      for (const { value } of node.attributes) found.push(value);
      if (node.shadowRoot) walk(node.shadowRoot);
    }
    found.push(root.textContent ?? '');
  };
  if (element.shadowRoot) walk(element.shadowRoot);
  walk(element);
  return found.join('\n');
}

/** Every id that labels or describes something, and is not there. */
export function danglingIds(root: ParentNode): string[] {
  return [...root.querySelectorAll('[aria-describedby], [aria-labelledby], label[for]')].flatMap((node) =>
    ['aria-describedby', 'aria-labelledby', 'for']
      .flatMap((name) => node.getAttribute(name)?.split(/\s+/) ?? [])
      .filter((id) => id !== '' && !root.querySelector(`#${CSS.escape(id)}`)),
  );
}

/** A promise to keep later. */
export function deferred<T>(): { promise: Promise<T>; keep: (value: T) => void; breakIt: (why: unknown) => void } {
  let keep: (value: T) => void = () => undefined;
  let breakIt: (why: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    keep = resolve;
    breakIt = reject;
  });
  return { promise, keep, breakIt };
}
