import type { MspClient } from '@msp/sdk';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { MspElement } from '../kit/element.js';
import { form } from '../kit/form/form.styles.js';
import { heading, inset, quietButton } from '../kit/form/templates.js';
import { dayWords } from '../stage/readings.js';
import { overviewMessages } from './overview.messages.js';
import type { OverviewMessageId } from './overview.messages.js';

type Cases = Awaited<ReturnType<MspClient['listCases']>>['cases'];
type Summary = Cases[number];

/** Danger first; then whoever has waited longest. What is closed comes last. */
const inOrder = (cases: readonly Summary[]): Summary[] =>
  [...cases].sort(
    (a, b) =>
      Number(b.danger) - Number(a.danger) ||
      Number(a.stage === 'closed') - Number(b.stage === 'closed') ||
      a.raisedAt.localeCompare(b.raisedAt),
  );

/**
 * @summary The desk's list of cases: by reference and stage. Never a name, never a word that somebody wrote.
 *
 * @element msp-case-list
 * @status experimental
 * @since 0.1.0
 *
 * @attr {number} heading-level - Level of its heading, 1 to 4. Default 2.
 *
 * @fires {CustomEvent<{ caseId: string }>} msp-case-selected - Somebody chose a case. Carries its opaque id.
 *
 * @csspart heading - The heading.
 * @csspart case - One case.
 */
export class MspCaseListElement extends MspElement<OverviewMessageId> {
  static override messages: typeof overviewMessages = overviewMessages;
  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    cases: { state: true },
    failed: { state: true },
  };
  static override styles: CSSResultGroup = [
    MspElement.styles,
    form,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      li {
        border-block-end: 1px solid var(--_line);
        padding-block: 0.7em;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2em 1.5em;
        align-items: baseline;
      }

      .row > * {
        margin: 0;
      }

      .danger {
        border: 2px solid var(--_error);
        color: var(--_error);
        font-weight: 700;
        padding-inline: 0.4em;
      }
    `,
  ];

  declare headingLevel: number;
  declare cases: Cases | undefined;
  declare failed: boolean;

  #loadedWith: MspClient | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
    this.failed = false;
    this.whenWiped(() => {
      this.cases = this.#loadedWith = undefined;
    });
  }

  /** Loads the list again. */
  async load(): Promise<void> {
    const client = this.activeClient;
    if (!client) return;
    this.#loadedWith = client;
    this.failed = false;
    try {
      this.cases = (await client.listCases()).cases;
    } catch {
      this.failed = true;
    }
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.activeClient && this.#loadedWith !== this.activeClient) void this.load();
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      ${heading(this.headingLevel, this.t('list.title'), { id: 'title' })} ${this.#content()}
    </section>`;
  }

  #content(): unknown {
    if (this.failed) {
      return inset(
        html`<p>${this.t('kit.unreachable.title')}</p>
          ${quietButton(this.t('kit.try-again'), () => void this.load())}`,
      );
    }
    if (!this.activeClient) return html`<p class="muted">${this.t('kit.no-client')}</p>`;
    if (!this.cases) return html`<p class="muted" aria-busy="true">${this.t('kit.loading')}</p>`;
    if (this.cases.length === 0) return html`<p>${this.t('list.empty')}</p>`;
    return html`<ul>
      ${inOrder(this.cases).map((one) => this.#row(one))}
    </ul>`;
  }

  #row({ caseId, reference, stage, danger, raisedAt, lastEventAt }: Summary): TemplateResult {
    const select = (): void => {
      this.dispatchEvent(new CustomEvent('msp-case-selected', { bubbles: true, composed: true, detail: { caseId } }));
    };
    return html`<li class="row" part="case">
      <button class="link" type="button" @click=${select}>${reference}</button>
      ${danger ? html`<p class="danger">${this.t('list.danger')}</p>` : nothing}
      <p>${this.textOf(`stage-name.${stage}`)}</p>
      <p class="muted small">${this.t('list.raised')}: ${dayWords(raisedAt)}</p>
      <p class="muted small">${this.t('list.last')}: ${dayWords(lastEventAt)}</p>
    </li>`;
  }
}
