import type { CaseSummary, MspClient } from '@msp/sdk';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { phaseOf } from '../kit/case-session.js';
import { MspElement } from '../kit/element.js';
import { form } from '../kit/form/form.styles.js';
import { heading, inset, linkButton, quietButton } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { dayWords } from '../stage/readings.js';
import { caseListMessages } from './case-list.messages.js';
import { caseListStyles } from './case-list.styles.js';
import { stageNames } from './stage-names.messages.js';

const texts = { ...caseListMessages, ...stageNames } as const;

const PAGE = 200;

/** Danger first; then whoever has waited longest. What is closed comes last. */
const inOrder = (cases: readonly CaseSummary[]): CaseSummary[] =>
  [...cases].sort(
    (a, b) =>
      Number(b.danger) - Number(a.danger) ||
      Number(a.stage === 'closed') - Number(b.stage === 'closed') ||
      a.raisedAt.localeCompare(b.raisedAt),
  );

/**
 * @summary The desk’s list of cases: by reference and stage. Never a name, never a word that somebody wrote.
 *
 * Cases in which somebody is in danger come first, then those that have waited longest.
 *
 * @element msp-case-list
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} href-template - Where a case is in your pages, such as `/desk/cases/{caseId}`. Rows are links then, else buttons.
 * @attr {string} endpoint - Where the handler is mounted, if there is no `<msp-provider>` around.
 * @attr {string} token - A short-lived token for `endpoint`. For one that renews itself, set the property to a function.
 * @attr {number} heading-level - Level of its heading in your page, 1 to 4. Default 2.
 *
 * @prop {MspClient} client - A client of your own. It wins over `endpoint` and over the provider.
 *
 * @fires {CustomEvent<{ caseId: string }>} msp-case-selected - Somebody chose a case. Carries its opaque id. Cancel it to keep a
 *   link from being followed.
 *
 * @csspart heading - The heading.
 * @csspart case - One case.
 * @csspart danger - The mark of a case in which somebody is in danger now.
 * @csspart link-button - What opens a case, and what loads the list again.
 * @csspart quiet-button - Any other button.
 *
 * @cssproperty --msp-color-text - Text.
 * @cssproperty --msp-color-muted - Days.
 * @cssproperty --msp-color-line - Lines between cases.
 * @cssproperty --msp-color-link - Links.
 * @cssproperty --msp-color-error - The mark of danger.
 */
export class MspCaseListElement extends MspElement<keyof typeof texts> {
  static override messages: typeof texts = texts;
  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    hrefTemplate: { type: String, attribute: 'href-template' },
    cases: { state: true },
    trouble: { state: true },
  };
  static override styles: CSSResultGroup = [MspElement.styles, form, caseListStyles];

  declare headingLevel: number;
  declare hrefTemplate: string | undefined;
  /** @internal */
  declare cases: readonly CaseSummary[] | undefined;
  /** @internal */
  declare trouble: ReturnType<typeof phaseOf> | undefined;

  #loadedWith: MspClient | undefined;
  #next: string | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
    this.whenWiped(() => {
      this.cases = this.#next = this.#loadedWith = undefined;
    });
  }

  /** Loads the list again. What was there stays until the answer comes. */
  async load(): Promise<void> {
    await this.#fetch(undefined);
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.activeClient && this.#loadedWith !== this.activeClient) void this.load();
  }

  protected override render(): TemplateResult {
    const { cases = [] } = this;
    const number = cases.length === 1 ? this.t('list.number.one') : this.t('list.number', { number: cases.length });
    return html`<section aria-labelledby="title">
      <div class="top">
        ${heading(this.headingLevel, this.t('list.title'), { id: 'title' })}
        ${cases.length > 0 ? html`<p class="muted">${number}</p>` : nothing}
      </div>
      ${this.#content()}
    </section>`;
  }

  async #fetch(before: string | undefined): Promise<void> {
    const client = this.activeClient;
    if (!client) return;
    this.#loadedWith = client;
    this.trouble = undefined;
    try {
      const { cases, next } = await client.listCases({ limit: PAGE, ...(before !== undefined && { before }) });
      this.cases = before === undefined ? cases : [...(this.cases ?? []), ...cases];
      this.#next = next;
    } catch (error) {
      this.trouble = phaseOf(error);
    }
  }

  #content(): Piece {
    if (!this.activeClient) return html`<p class="muted">${this.t('kit.no-client')}</p>`;
    if (!this.cases) return this.#trouble() ?? html`<p class="muted" aria-busy="true">${this.t('kit.loading')}</p>`;
    const next = this.#next;
    return html`${this.#trouble()}
      ${
        this.cases.length === 0
          ? html`<p>${this.t('list.empty')}</p>`
          : html`<ul>
              ${inOrder(this.cases).map((one) => this.#row(one))}
            </ul>`
      }
      <div class="actions">
        ${next === undefined ? nothing : quietButton(this.t('list.more'), () => void this.#fetch(next))}
        ${linkButton(this.t('list.again'), () => void this.load())}
      </div>`;
  }

  #trouble(): TemplateResult | undefined {
    const { trouble, cases } = this;
    if (!trouble) return undefined;
    const old = cases ? html`<p>${this.t('list.old')}</p>` : nothing;
    return html`<div role="alert">
      ${inset(
        html`<p>${this.t(trouble === 'unreachable' ? 'kit.unreachable.title' : `kit.${trouble}`)}</p>
          ${old} ${quietButton(this.t('kit.try-again'), () => void this.load())}`,
      )}
    </div>`;
  }

  #row({ caseId, reference, stage, danger, raisedAt, lastEventAt }: CaseSummary): TemplateResult {
    return html`<li part="case">
      ${this.#opener(caseId, reference)}
      <p>${this.t(`stage-name.${stage}`)}</p>
      ${danger ? html`<p class="danger" part="danger">${this.t('list.danger')}</p>` : nothing}
      <p class="muted small since">${this.t('list.raised', { day: dayWords(raisedAt) })}</p>
      <p class="muted small last">${this.t('list.last', { day: dayWords(lastEventAt) })}</p>
    </li>`;
  }

  #opener(caseId: string, reference: string): TemplateResult {
    const select = (event: Event): void => {
      const told = new CustomEvent('msp-case-selected', {
        bubbles: true,
        composed: true,
        cancelable: true,
        detail: { caseId },
      });
      if (!this.dispatchEvent(told)) event.preventDefault();
    };
    const label = this.t('list.open', { reference });
    const { hrefTemplate } = this;
    if (!hrefTemplate) {
      return html`<div>
        <button class="link" part="link-button" type="button" aria-label=${label} @click=${select}>${reference}</button>
      </div>`;
    }
    const href = hrefTemplate.replaceAll('{caseId}', encodeURIComponent(caseId));
    return html`<div>
      <a class="link" part="link-button" href=${href} aria-label=${label} @click=${select}>${reference}</a>
    </div>`;
  }
}
