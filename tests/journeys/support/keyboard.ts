import type { CDPSession, KeyInput, Page } from 'puppeteer-core';

/** What has the focus, as the browser tells a screen reader. */
export type Focused = {
  readonly role: string;
  readonly name: string;
  /** What the group of fields around it is called. */
  readonly group: string;
  readonly value: string;
  /** Of a part that folds: it is open. */
  readonly open: boolean;
};

export type Name = string | RegExp;

const fits = (text: string, wanted: Name): boolean =>
  typeof wanted === 'string' ? text.trim() === wanted : wanted.test(text);

const ACTIVE = `{
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  active ?? document.body;
}`;

const GROUP = `function () {
  const set = this.closest('fieldset, [role="group"], [role="radiogroup"]');
  const label = set?.querySelector('legend')?.textContent ?? set?.getAttribute('aria-label') ?? '';
  return label.replace(/\\s+/g, ' ').trim();
}`;

/** More than any page here has. Whoever needs more presses than this is caught in a trap or looks for what is not there. */
const ENOUGH_TABS = 250;

/**
 * Somebody with a keyboard and nothing else: no pointer, and no script that moves the focus for them. They find things by the
 * names that a screen reader would read out.
 */
export class Keyboard {
  readonly #page: Page;
  readonly #cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  static async at(page: Page): Promise<Keyboard> {
    const cdp = await page.createCDPSession();
    await cdp.send('Accessibility.enable');
    return new Keyboard(page, cdp);
  }

  async press(key: KeyInput, times = 1): Promise<void> {
    for (let press = 0; press < times; press += 1) await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** What has the focus now, in whatever shadow root it is. */
  async focused(): Promise<Focused> {
    const { result } = await this.#cdp.send('Runtime.evaluate', { expression: ACTIVE, objectGroup: 'focus' });
    const objectId = result.objectId ?? '';
    const [{ nodes }, group] = await Promise.all([
      this.#cdp.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false }),
      this.#cdp.send('Runtime.callFunctionOn', { objectId, functionDeclaration: GROUP, returnByValue: true }),
    ]);
    await this.#cdp.send('Runtime.releaseObjectGroup', { objectGroup: 'focus' });
    const [node] = nodes;
    return {
      role: String(node?.role?.value ?? ''),
      name: String(node?.name?.value ?? ''),
      group: String(group.result.value),
      value: String(node?.value?.value ?? ''),
      open: node?.properties?.some(({ name, value }) => name === 'expanded' && value.value === true) ?? false,
    };
  }

  /** Presses Tab until something with this name has the focus. */
  async tabTo(name: Name, role?: string): Promise<void> {
    await this.#tabUntil(`${String(name)}`, (now) => fits(now.name, name) && (role === undefined || now.role === role));
  }

  /** Goes to a text box and types. What was in it is replaced. */
  async fillIn(name: Name, text: string, group?: Name): Promise<void> {
    const isThere = (now: Focused): boolean =>
      now.role === 'textbox' && fits(now.name, name) && (group === undefined || fits(now.group, group));
    await this.#tabUntil(`${group === undefined ? '' : `${String(group)}: `}${String(name)}`, isThere);
    await this.#page.keyboard.down('Control');
    await this.press('a');
    await this.#page.keyboard.up('Control');
    await this.type(text);
  }

  /** Fills in the three boxes of a date. */
  async fillInDate(group: Name, date: Date): Promise<void> {
    await this.fillIn('Day', String(date.getDate()), group);
    await this.fillIn('Month', String(date.getMonth() + 1), group);
    await this.fillIn('Year', String(date.getFullYear()), group);
  }

  /** Chooses from a list, with the arrow keys. */
  async select(name: Name, option: string): Promise<void> {
    await this.tabTo(name, 'combobox');
    let last: string | undefined;
    for (let now = await this.focused(); now.value !== option; now = await this.focused()) {
      if (now.value === last) throw new Error(`There is no “${option}” in “${String(name)}”.`);
      last = now.value;
      await this.press('ArrowDown');
    }
  }

  /** Opens a part that is folded away, unless it is open. */
  async unfold(name: Name): Promise<void> {
    await this.tabTo(name, 'DisclosureTriangle');
    if (!(await this.focused()).open) await this.press('Enter');
  }

  /** Goes to a button and presses it with Enter. */
  async pressButton(name: Name): Promise<void> {
    await this.tabTo(name, 'button');
    await this.press('Enter');
  }

  async followLink(name: Name): Promise<void> {
    await this.tabTo(name, 'link');
    await this.press('Enter');
  }

  /** Chooses one of a group of radio buttons: Tab to the group, arrows inside it. */
  async choose(group: Name, option: Name): Promise<void> {
    await this.#tabUntil(
      `${String(group)}: ${String(option)}`,
      (now) => now.role === 'radio' && fits(now.group, group),
    );
    const first = await this.focused();
    let now = first;
    do {
      if (fits(now.name, option)) return this.press('Space');
      await this.press('ArrowDown');
      now = await this.focused();
    } while (now.name !== first.name);
    throw new Error(`There is no “${String(option)}” in “${String(group)}”.`);
  }

  /** Ticks one box of a group. */
  async tick(group: Name, option: Name): Promise<void> {
    await this.#tabUntil(
      `${String(group)}: ${String(option)}`,
      (now) => now.role === 'checkbox' && fits(now.group, group) && fits(now.name, option),
    );
    await this.press('Space');
  }

  async #tabUntil(wanted: string, isThere: (now: Focused) => boolean): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < ENOUGH_TABS; presses += 1) {
      const now = await this.focused();
      if (isThere(now)) return;
      passed.push(`${now.role} “${now.name}”${now.group && ` in “${now.group}”`}`);
      await this.press('Tab');
    }
    const seen = [...new Set(passed)].slice(0, 60).join(', ');
    throw new Error(`Tab never reached “${wanted}”. On the way: ${seen}`);
  }
}
