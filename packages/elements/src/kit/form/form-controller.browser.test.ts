import { expect, fixture, html } from '@open-wc/testing';
import { eventSchemas } from '@msp/workflows';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { CaseController } from '../case-controller.js';
import { deferred, danglingIds, faults, focused } from '../dom.fixture.js';
import { MspElement } from '../element.js';
import { FormController } from './form-controller.js';
import { form } from './form.styles.js';
import type { Field } from './field.js';

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const exploring: readonly Field[] = [
  {
    name: 'conversation.with',
    kind: 'checkboxes',
    label: 'Who was there?',
    options: [
      { value: 'person', label: 'The person' },
      { value: 'advocate', label: 'An advocate' },
    ],
  },
  { name: 'conversation.how', kind: 'select', label: 'How?', options: [{ value: 'inPerson', label: 'In person' }] },
  { name: 'conversation.freeToSpeak', kind: 'radios', label: 'Free to speak?', options: yesNo },
  { name: 'conversation.adjustments', kind: 'lines', label: 'What helped?' },
  {
    name: 'attempts',
    kind: 'items',
    label: 'Attempts',
    itemLabel: 'Attempt',
    fields: [
      { name: 'at', kind: 'date', label: 'When?' },
      { name: 'how', kind: 'select', label: 'How?', options: [{ value: 'phone', label: 'By phone' }] },
    ],
  },
  {
    name: 'words',
    kind: 'textarea',
    label: 'Their words',
    hint: 'As they said it.',
    required: 'Write what they said.',
  },
  {
    name: 'wayBackGiven',
    kind: 'radios',
    label: 'Way back given?',
    options: yesNo,
    showWhen: { name: 'conversation.freeToSpeak', is: ['yes'] },
  },
];

class TestFormElement extends MspElement {
  static override properties: PropertyDeclarations = { caseId: { type: String } };
  static override styles = [MspElement.styles, form];
  declare caseId: string | undefined;
  sent: Record<string, unknown>[] = [];
  answer: Promise<boolean> = Promise.resolve(true);
  readonly case = new CaseController(this);
  readonly form = new FormController(this, {
    name: 'exploring',
    schema: eventSchemas['closure.explored'],
    fields: () => exploring,
    send: (data) => {
      this.sent.push(data);
      return this.answer;
    },
  });

  protected override render(): TemplateResult {
    return html`${this.case.renderPhase()} ${this.case.renderOutcome()} ${this.form.render({ legend: 'Exploring' })}`;
  }
}
customElements.define('test-form', TestFormElement);

const mount = (): Promise<TestFormElement> => fixture<TestFormElement>(html`<test-form></test-form>`);
const find = (element: TestFormElement, selector: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
};
const type = (element: TestFormElement, selector: string, words: string): void => {
  const field = find(element, selector) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
};

async function fill(element: TestFormElement): Promise<void> {
  find(element, '#exploring-conversation-with-person').click();
  find(element, '#exploring-conversation-with-advocate').click();
  find(element, '#exploring-conversation-freeToSpeak-yes').click();
  type(element, '#exploring-conversation-how', 'inPerson');
  type(element, '#exploring-conversation-adjustments', 'More time\n\nPictures');
  type(element, '#exploring-attempts-0-at-day', '7');
  type(element, '#exploring-attempts-0-at-month', '3');
  type(element, '#exploring-attempts-0-at-year', '2026');
  type(element, '#exploring-attempts-0-how', 'phone');
  type(element, '#exploring-words', ' It is too much. ');
  await element.updateComplete;
  find(element, '#exploring-wayBackGiven-yes').click();
  await element.updateComplete;
}

const submit = async (element: TestFormElement): Promise<void> => {
  find(element, 'button[type=submit]').click();
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 0));
};

describe('a form from a list of fields', () => {
  it('records nested data, lists, dates and items, words to the letter', async () => {
    const element = await mount();
    await fill(element);
    expect(element.form.data).to.deep.equal({
      conversation: {
        with: ['person', 'advocate'],
        how: 'inPerson',
        freeToSpeak: 'yes',
        adjustments: ['More time', 'Pictures'],
      },
      attempts: [{ at: '2026-03-07', how: 'phone' }],
      words: ' It is too much. ',
      wayBackGiven: 'yes',
    });
  });

  it('has nothing that axe finds, empty, filled and with an error', async () => {
    const element = await mount();
    expect(await faults(element)).to.deep.equal([]);
    await submit(element);
    expect(await faults(element)).to.deep.equal([]);
    await fill(element);
    expect(await faults(element)).to.deep.equal([]);
    expect(danglingIds(element.renderRoot)).to.deep.equal([]);
  });

  it('says what is required in its own words, and takes the focus there', async () => {
    const element = await mount();
    await submit(element);
    expect(element.sent).to.deep.equal([]);
    expect(focused()?.classList.contains('error-summary')).to.equal(true);
    find(element, '.error-link').click();
    await element.updateComplete;
    expect(focused()?.id).to.equal('exploring-words');
    expect(find(element, '#exploring-words').getAttribute('aria-describedby')).to.equal(
      'exploring-words-hint exploring-words-error',
    );
  });

  it('refuses by the schema what does not fit, and names the field', async () => {
    const element = await mount();
    await fill(element);
    type(element, '#exploring-attempts-0-at-month', '13');
    await submit(element);
    expect(element.sent).to.deep.equal([]);
    expect(element.form.problems.map(({ name }) => name)).to.deep.equal(['attempts']);
  });

  it('does not record what is hidden', async () => {
    const element = await mount();
    await fill(element);
    find(element, '#exploring-conversation-freeToSpeak-no').click();
    expect('wayBackGiven' in element.form.data).to.equal(false);
  });

  it('adds and removes items', async () => {
    const element = await mount();
    await fill(element);
    [...element.renderRoot.querySelectorAll('button')]
      .find((one) => one.textContent?.trim() === 'Add another')
      ?.click();
    await element.updateComplete;
    type(element, '#exploring-attempts-1-at-year', '2026');
    find(element, '[aria-label="Remove number 1"]').click();
    expect(element.form.values['attempts']).to.deep.equal([{ at: '2026--' }]);
  });

  it('sends once while the first is under way, keeps all that is not recorded, and forgets what is', async () => {
    const element = await mount();
    await fill(element);
    for (const kept of [false, true]) {
      const answer = deferred<boolean>();
      element.answer = answer.promise;
      element.sent = [];
      void element.form.submit();
      void element.form.submit();
      answer.keep(kept);
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect(element.sent).to.have.length(1);
      expect(element.form.values['words']).to.equal(kept ? undefined : ' It is too much. ');
    }
  });

  it('is emptied when the page is left', async () => {
    const element = await mount();
    await fill(element);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(element.form.values).to.deep.equal({});
    expect(element.renderRoot.textContent?.trim()).to.equal('');
  });

  it('says that it is not connected yet, where it has no case and no client', async () => {
    const element = await mount();
    expect(element.renderRoot.textContent).to.contain('not connected yet');
  });
});
