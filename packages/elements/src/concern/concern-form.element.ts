import { englandCareAct } from '@msp/workflows';
import { answersFrom, concernFormMessages, newsMessages, problemText, questionField } from '@msp/workflows/questions';
import type { ConcernData } from '@msp/workflows/questions';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { MspElement } from '../kit/element.js';
import { form } from '../kit/form/form.styles.js';
import { goToField } from '../kit/form/form-controller.js';
import { inset } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { notSentPage, receiptPage } from './after-pages.js';
import type { Timescales } from './after-pages.js';
import { beforePage, talkFooter } from './before-page.js';
import { checkPage } from './check-page.js';
import { ConcernFlow } from './concern-flow.js';
import { CHECK, COME_BACK, NOT_SENT, ROUTE, SAVE, SAVED } from './flow-host.js';
import { concernForm } from './concern-form.styles.js';
import type { ConcernView } from './concern-view.js';
import { demoClient } from './demo-client.js';
import { questionPage } from './question-page.js';
import { comeBackPage, savePage, savedPage } from './save-pages.js';
import { routePage } from './route-page.js';
import type { Contact } from './route-page.js';

const words = { ...concernFormMessages, ...newsMessages };

/** Only a web address can be gone to: never `javascript:`. */
const webPage = (address: string | undefined): string | undefined =>
  address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;

/** Two clicks as one: the second would land on the page that the first one opened. */
const DOUBLE_CLICK_MS = 500;

/** What the page around the form knows already. It is shown as an answer and can be changed like any other. */
export type ConcernPrefill = Pick<Partial<ConcernData>, 'location'> & {
  readonly referrer?: { readonly organisation?: string; readonly relationship?: string };
};

/**
 * @summary Tells an adult safeguarding team that something is wrong: one question a page, from anybody, about anybody.
 *
 * Only what happened has to be answered, and from the third page on it can be sent. What somebody writes is in memory alone:
 * it is dropped when it was sent, when the page is left and when the exit control is used. Nothing goes to browser storage,
 * the address, the title or the history. A receipt is shown only when the server said that the concern is kept.
 *
 * `native` draws the form into the page, where scripts of the page can read it: for pages that you trust.
 *
 * @element msp-concern-form
 * @status experimental
 * @since 0.1.0
 *
 * @attr {'native' | 'demo'} mode - `native`: in the page. `demo`: for trying it out; it says so on every page, and sends
 *   nothing. Anything else shows no form.
 * @attr {string} endpoint - Where the handler is mounted, if there is no `<msp-provider>` around.
 * @attr {string} token - A short-lived token for `endpoint`. For one that renews itself, set the property to a function.
 * @attr {string} phone - The number to call instead, shown on every page.
 * @attr {string} name-of-council - Who reads it: “Exampleshire Council”.
 * @attr {string} news-at - Where somebody with the code of the receipt sees what became of it: the handler's hosted page,
 *   `https://…/form/<organisation>`. Without it the receipt shows no code.
 * @attr {string} exit-to - Where the exit control goes. Default: a weather forecast.
 * @attr {number} heading-level - Level of the form's headings in your page, 1 to 3. Default 2.
 *
 * @prop {MspClient} client - A client of your own. It wins over `endpoint` and over the provider.
 * @prop {ConcernPrefill} prefill - What your page knows already: `{ location, referrer: { organisation, relationship } }`.
 * @prop {Contact[]} contacts - Whom to call instead, for the page “Where does this belong?”: `{ id, label, phone }` with the ids
 *   `contracts` (who checks care services), `care` (care needs assessments) and `children`.
 * @prop {Timescales} timescales - Working days promised on the receipt. Default: those of the England pack.
 *
 * @slot before - More to say before the first question.
 * @slot phone - Instead of the sentence with `phone`: several numbers, opening hours, a text number.
 * @slot after-receipt - More to say on the receipt, for instance where else help can be had.
 *
 * @fires {CustomEvent<{ page: string }>} msp-concern-page - Another page is shown. Carries its id, never an answer.
 * @fires {CustomEvent<{ reference: string }>} msp-concern-submitted - The server has kept the concern.
 *
 * @csspart page - One page of the form.
 * @csspart heading - A heading.
 * @csspart field - One question with its hint and error.
 * @csspart label - A label or legend.
 * @csspart hint - A hint.
 * @csspart error - What is wrong with one answer.
 * @csspart input - A text box, a select or a part of a date.
 * @csspart inset - A box for what must not be missed.
 * @csspart error-summary - Everything that has to be put right.
 * @csspart button - Any button.
 * @csspart main-button - The button that goes on.
 * @csspart quiet-button - Any other button.
 * @csspart link-button - A button that reads as a link.
 * @csspart answers - The answers to check.
 * @csspart reference - The reference on the receipt.
 * @csspart talk - The box with the number to call.
 *
 * @cssproperty --msp-color-text - Text.
 * @cssproperty --msp-color-muted - Hints.
 * @cssproperty --msp-color-surface - Background.
 * @cssproperty --msp-color-panel - Background of boxes.
 * @cssproperty --msp-color-border - Borders of inputs.
 * @cssproperty --msp-color-line - Thin lines.
 * @cssproperty --msp-color-action - Main buttons, ticks.
 * @cssproperty --msp-color-on-action - Text on main buttons.
 * @cssproperty --msp-color-action-hover - Main buttons under the pointer.
 * @cssproperty --msp-color-link - Links.
 * @cssproperty --msp-color-error - Errors and urgent boxes.
 * @cssproperty --msp-color-focus - The focus ring.
 * @cssproperty --msp-color-on-focus - The ring around the focus ring.
 * @cssproperty --msp-font-size - Text size.
 * @cssproperty --msp-font-size-small - Small text.
 * @cssproperty --msp-font-size-heading - Headings.
 * @cssproperty --msp-space - Space between parts.
 * @cssproperty --msp-radius - Rounded corners.
 * @cssproperty --msp-measure - Longest line.
 */
export class MspConcernFormElement extends MspElement<keyof typeof words> {
  static override messages: typeof words = words;
  static override properties: PropertyDeclarations = {
    mode: { type: String },
    phone: { type: String },
    nameOfCouncil: { type: String, attribute: 'name-of-council' },
    newsAt: { type: String, attribute: 'news-at' },
    exitTo: { type: String, attribute: 'exit-to' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    prefill: { attribute: false },
    contacts: { attribute: false },
    timescales: { attribute: false },
  };
  static override styles: CSSResultGroup = [MspElement.styles, form, concernForm];

  declare mode: string;
  declare phone: string | undefined;
  declare nameOfCouncil: string | undefined;
  declare newsAt: string | undefined;
  declare exitTo: string | undefined;
  declare headingLevel: number;
  declare prefill: ConcernPrefill | undefined;
  declare contacts: readonly Contact[];
  declare timescales: Timescales;

  readonly #flow: ConcernFlow;
  readonly #demo = demoClient();
  #turnedAt = 0;

  constructor() {
    super();
    this.mode = 'native';
    this.headingLevel = 2;
    this.contacts = [];
    this.timescales = englandCareAct.timescales;
    this.#flow = new ConcernFlow({
      client: () => (this.mode === 'demo' ? this.#demo : this.activeClient),
      known: () => answersFrom(this.prefill ?? {}),
      changed: () => this.requestUpdate(),
      turned: (page) => void this.#turned(page),
      stopped: () => void this.focusOn('.error-summary'),
      sending: () => this.announce(this.t('concern.sending')),
      received: (reference) => this.#tell('msp-concern-submitted', { reference }),
    });
    this.whenWiped(() => this.#flow.wipe());
    this.addEventListener('click', this.#onClick);
  }

  /** The page that is shown: `before`, `route`, `come-back`, the id of a page of questions, `check`, `save`, `saved`,
   * `not-sent` or `receipt`. */
  get page(): string {
    return this.#flow.page;
  }

  protected override render(): Piece {
    const view = this.#view;
    if (this.mode !== 'native' && this.mode !== 'demo')
      return html`<p>${this.t('concern.wrong-mode')}</p>
        ${talkFooter(view)}`;
    return html`${this.mode === 'demo' ? inset(html`<p>${this.t('concern.demo')}</p>`) : nothing}<msp-exit
        to=${this.exitTo ?? nothing}
      ></msp-exit>
      <form novalidate autocomplete="off" @submit=${this.#onSubmit}>${keyed(this.page, this.#body(view))}</form>
      ${talkFooter(view)}`;
  }

  #body(view: ConcernView): TemplateResult {
    const { questionPage: page, changing, receipt, whyNotSent } = this.#flow;
    if (page) return questionPage(view, page, { changing });
    if (this.page === CHECK) return checkPage(view);
    if (this.page === ROUTE) return routePage(view);
    if (this.page === SAVE) return savePage(view);
    if (this.page === SAVED) return savedPage(view);
    if (this.page === COME_BACK) return comeBackPage(view);
    if (this.page === NOT_SENT) return notSentPage(view, whyNotSent);
    return receipt ? receiptPage(view, receipt, this.timescales) : beforePage(view);
  }

  get #view(): ConcernView {
    const flow = this.#flow;
    const { draft, busy, comingBack } = flow;
    const t: ConcernView['t'] = (id, params) => this.t(id, params);
    const textOf: ConcernView['textOf'] = (id, fallback) => this.textOf(id, fallback);
    const view = {
      t,
      textOf,
      draft,
      comingBack,
      busy,
      prefix: 'concern',
      level: this.headingLevel,
      phone: this.phone,
      contacts: this.contacts,
      newsAt: webPage(this.newsAt),
    };
    return {
      ...view,
      council: this.nameOfCouncil ?? this.t('concern.council'),
      problems: flow.problems.map((problem) => {
        const field = questionField(problem.question, draft.answers, textOf);
        return { name: field.name, text: problemText(problem, field, textOf, t) };
      }),
      does: {
        start: () => flow.start(),
        findRoute: () => flow.findRoute(),
        save: () => flow.toSave(),
        comeBack: () => flow.toComeBack(),
        back: () => flow.back(),
        change: (page) => flow.change(page),
        answer: (name, value, note) => {
          flow.answer(name, value);
          if (note) this.announce(note);
        },
        send: () => void flow.send(),
        again: () => flow.start(),
        goTo: (name) => void goToField(this, view, name),
      },
    };
  }

  /** Whoever cannot see the page hears that it is another one; whoever can is at its top. */
  async #turned(page: string): Promise<void> {
    this.#turnedAt = performance.now();
    this.#tell('msp-concern-page', { page });
    await this.focusOn('.page :is(h1, h2, h3)');
    const { pages } = this.#flow.draft;
    const number = pages.findIndex(({ id }) => id === page) + 1;
    if (number > 0) this.announce(this.t('concern.step', { number, total: pages.length }));
  }

  /** Ids and codes only: everybody on the page can hear it. */
  #tell(type: string, detail: Readonly<Record<string, string>>): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#flow.next();
  };

  #onClick = (event: MouseEvent): void => {
    const onButton = event.composedPath().some((node) => node instanceof HTMLButtonElement);
    if (onButton && event.detail > 1 && performance.now() - this.#turnedAt < DOUBLE_CLICK_MS) event.preventDefault();
  };
}

declare global {
  interface HTMLElementEventMap {
    'msp-concern-page': CustomEvent<{ page: string }>;
    'msp-concern-submitted': CustomEvent<{ reference: string }>;
  }
}
