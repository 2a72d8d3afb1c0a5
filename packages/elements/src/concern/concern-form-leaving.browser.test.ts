import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { WIPE } from '../kit/element.js';
import { MspExitElement } from '../kit/exit.element.js';
import { allThatIsThere } from '../kit/dom.fixture.js';
import { MspConcernFormElement } from './concern-form.element.js';
import { fakeClient, find, goTo, mountForm, press, rootOf, settle, write } from './concern-form.fixture.js';

const CANARY = 'canary-7Q4K';

/** Whether a word that was written is still to be found: in the page, or in the form's memory when it is used again. */
async function finds(form: MspConcernFormElement, word: string): Promise<'in the page' | 'in memory' | 'nowhere'> {
  if (allThatIsThere(form).includes(word)) return 'in the page';
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await settle(form);
  if (form.page === 'before') await press(form, 'Start');
  for (let pages = 0; pages < 20 && form.page !== 'check'; pages += 1) {
    if (allThatIsThere(form).includes(word)) return 'in memory';
    if (form.page === 'whatHappened')
      await write(form, 'whatHappened', find<HTMLTextAreaElement>(form, 'textarea').value || 'x');
    await press(form, 'Continue');
  }
  return allThatIsThere(form).includes(word) ? 'in memory' : 'nowhere';
}

const filled = async (form: MspConcernFormElement): Promise<void> => {
  await goTo(form, 'whatHappened');
  await write(form, 'whatHappened', CANARY);
};

class Forgetful extends MspConcernFormElement {
  override wipe(): void {
    // The fault that the check must find: nothing is wiped.
  }
}
class HalfForgetful extends MspConcernFormElement {
  override whenWiped(): void {
    // The fault that the check must find: the page is emptied, the memory is not.
  }
}
customElements.define('test-forgetful', Forgetful);
customElements.define('test-half-forgetful', HalfForgetful);

describe('msp-concern-form, leaving', () => {
  const left: string[] = [];
  const exit = MspExitElement.prototype as unknown as { replacePage: (address: string) => void };
  const leave = exit.replacePage;

  before(() => {
    exit.replacePage = (address) => void left.push(address);
  });
  after(() => {
    exit.replacePage = leave;
  });
  afterEach(() => {
    left.length = 0;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    document.documentElement.style.removeProperty('visibility');
  });

  it('empties page and memory before the exit control lets go of the page', async () => {
    const form = await mountForm();
    await filled(form);
    find(form, 'msp-exit').shadowRoot?.querySelector('button')?.click();
    expect(left).to.deep.equal(['https://www.bbc.co.uk/weather']);
    expect(allThatIsThere(form)).not.to.contain(CANARY);
    expect(rootOf(form).querySelectorAll('input, textarea, form').length).to.equal(0);
    expect(getComputedStyle(document.documentElement).visibility).to.equal('hidden');
    expect(await finds(form, CANARY)).to.equal('nowhere');
  });

  it('empties page and memory on every pagehide', async () => {
    const form = await mountForm();
    await filled(form);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await finds(form, CANARY)).to.equal('nowhere');
  });

  it('would not pass these checks without the wipe', async () => {
    const forgetful = await fixture<Forgetful>(html`<test-forgetful .client=${fakeClient().client}></test-forgetful>`);
    await filled(forgetful);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await finds(forgetful, CANARY)).to.equal('in the page');
    const half = await fixture<HalfForgetful>(
      html`<test-half-forgetful .client=${fakeClient().client}></test-half-forgetful>`,
    );
    await filled(half);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await finds(half, CANARY)).to.equal('in memory');
  });

  it('leaves when Shift is pressed three times alone, and not for capitals', async () => {
    const form = await mountForm();
    await goTo(form, 'whatHappened');
    find(form, 'textarea').focus();
    for (const key of ['A', 'B', 'C', 'D']) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: key });
      await sendKeys({ up: 'Shift' });
    }
    expect(left).to.deep.equal([]);
    for (let presses = 0; presses < 3; presses += 1) await sendKeys({ press: 'Shift' });
    expect(left).to.have.length(1);
  });

  it('does not add up presses of Shift that are more than five seconds apart', async () => {
    await mountForm();
    const press = (at: number): void => {
      for (const type of ['keydown', 'keyup']) {
        const event = new KeyboardEvent(type, { key: 'Shift' });
        Object.defineProperty(event, 'timeStamp', { value: at });
        window.dispatchEvent(event);
      }
    };
    press(0);
    press(100);
    press(6000);
    expect(left).to.deep.equal([]);
    press(6100);
    press(6200);
    expect(left).to.have.length(1);
  });

  it('goes nowhere but to a web address', async () => {
    const form = await mountForm();
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https://example.org/']) {
      form.exitTo = address;
      await form.updateComplete;
      find<MspExitElement>(form, 'msp-exit').exit();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await settle(form);
    }
    expect(left).to.deep.equal([
      'https://www.bbc.co.uk/weather',
      'https://www.bbc.co.uk/weather',
      'https://example.org/',
    ]);
  });

  it('forgets the words once they are sent', async () => {
    const form = await mountForm();
    await filled(form);
    await goTo(form, 'whatHappened');
    await press(form, 'Continue');
    await press(form, 'Send it now');
    expect(form.page).to.equal('receipt');
    await press(form, 'Tell us about something else');
    expect(await finds(form, CANARY)).to.equal('nowhere');
  });

  it('shows nothing of an answer that comes after everything was wiped', async () => {
    let answer: (value: never) => void = () => undefined;
    const { client } = fakeClient(() => new Promise((resolve) => (answer = resolve)));
    const form = await mountForm(client);
    let submitted = 0;
    form.addEventListener('msp-concern-submitted', () => (submitted += 1));
    await goTo(form, 'danger');
    await press(form, 'Send it now');
    window.dispatchEvent(new CustomEvent(WIPE));
    answer({ reference: CANARY } as never);
    await settle(form);
    expect(allThatIsThere(form)).not.to.contain(CANARY);
    expect(submitted).to.equal(0);
  });

  it('touches no storage, no history, no title and no address on the whole way', async () => {
    const calls: string[] = [];
    const undo: (() => void)[] = [];
    const spy = (owner: object, name: string): void => {
      const original = Object.getOwnPropertyDescriptor(owner, name);
      if (!original) throw new Error(`nothing to watch: ${name}`);
      const note = function (this: unknown, ...given: unknown[]): unknown {
        calls.push(name);
        return (original.value as ((...args: unknown[]) => unknown) | undefined)?.apply(this, given);
      };
      Object.defineProperty(
        owner,
        name,
        original.value ? { ...original, value: note } : { ...original, get: note, set: note },
      );
      undo.push(() => Object.defineProperty(owner, name, original));
    };
    for (const name of ['setItem', 'getItem', 'removeItem', 'clear']) spy(Storage.prototype, name);
    for (const name of ['pushState', 'replaceState']) spy(History.prototype, name);
    for (const name of ['open', 'match']) spy(CacheStorage.prototype, name);
    spy(IDBFactory.prototype, 'open');
    spy(Document.prototype, 'cookie');
    const { title } = document;
    const { href } = location;
    const { length } = history;
    try {
      const form = await mountForm();
      await goTo(form, 'check');
      await press(form, 'Send');
      find<MspExitElement>(form, 'msp-exit').exit();
      expect(calls).to.deep.equal([]);
      document.cookie = 'msp-test=1; max-age=0';
      expect(calls, 'the spy itself').to.deep.equal(['cookie']);
    } finally {
      for (const back of undo) back();
    }
    expect([document.title, location.href, history.length]).to.deep.equal([title, href, length]);
  });
});
