import { englandCareAct } from '@msp/workflows';
import type { CaseView, EntryView, Policy } from '@msp/workflows';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { CaseController } from '../kit/case-controller.js';
import { MspElement } from '../kit/element.js';
import { form } from '../kit/form/form.styles.js';
import { heading, quietButton } from '../kit/form/templates.js';
import { wordsFor } from '../kit/reader-words.js';
import { dayWords } from '../stage/readings.js';
import { recordMessages } from './record.messages.js';
import type { RecordMessageId } from './record.messages.js';
import { namesIn } from './record-names.js';
import { timelineEntry } from './timeline-entry.js';
import { timelineStyles } from './timeline.styles.js';

/**
 * @summary Everything recorded about a case, in plain words, day by day.
 *
 * It shows what this role may see, and speaks to the person as “you”. What somebody said is set apart as a quotation. A
 * corrected entry shows both readings side by side; one that was struck out stays, and says why.
 *
 * @element msp-timeline
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} case-id - The case, where there is no `<msp-case>` around.
 * @attr {string} endpoint - Where the handler is mounted, if there is no `<msp-provider>` around.
 * @attr {string} token - A short-lived token for `endpoint`. For one that renews itself, set the property to a function.
 * @attr {'newest' | 'oldest'} order - Which entry comes first. Default `newest`. Whoever reads can turn it round.
 * @attr {number} heading-level - Level of its heading in your page, 1 to 3. Default 2.
 *
 * @prop {MspClient} client - A client of your own. It wins over `endpoint` and over the provider.
 *
 * @csspart heading - A heading.
 * @csspart quiet-button - The button that turns the order round.
 * @csspart entry - One entry.
 * @csspart quote - Somebody’s own words.
 * @csspart correction - What was put right or struck out, and why.
 *
 * @cssproperty --msp-color-text - Text.
 * @cssproperty --msp-color-muted - When, by whom, and what a line is about.
 * @cssproperty --msp-color-line - The line along which the entries stand.
 * @cssproperty --msp-color-action - The line beside somebody’s own words.
 * @cssproperty --msp-color-panel - Background of corrections.
 * @cssproperty --msp-color-error - Entries about danger.
 */
export class MspTimelineElement extends MspElement<RecordMessageId> {
  static override messages: typeof recordMessages = recordMessages;
  static override properties: PropertyDeclarations = {
    caseId: { type: String, attribute: 'case-id' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    order: { type: String },
  };
  static override styles: CSSResultGroup = [MspElement.styles, form, timelineStyles];

  declare caseId: string | undefined;
  declare headingLevel: number;
  declare order: 'newest' | 'oldest';

  #case = new CaseController(this);

  constructor() {
    super();
    this.headingLevel = 2;
    this.order = 'newest';
  }

  protected override render(): TemplateResult {
    const { view } = this.#case;
    if (!view) return html`${this.#case.renderPhase()}`;
    const { entries } = view;
    const inOrder = this.order === 'oldest' ? entries : entries.toReversed();
    return html`<section aria-labelledby="title">
      ${heading(this.headingLevel, wordsFor(this, view.role)('record.title'), { id: 'title' })}
      ${entries.length === 0 ? html`<p class="muted">${this.t('record.empty')}</p>` : this.#turn()}
      ${byDay(inOrder).map(([day, those]) => this.#day(view, day, those))}
    </section>`;
  }

  #turn(): unknown {
    const other = this.order === 'oldest' ? 'newest' : 'oldest';
    const turn = (): void => {
      this.order = other;
      this.announce(this.t(`record.order.${other}`));
    };
    return html`<div class="order">${quietButton(this.t(`record.${other}`), turn)}</div>`;
  }

  #day(view: CaseView, day: string, entries: readonly EntryView[]): unknown {
    const policy: Policy = this.#case.case?.policy ?? englandCareAct;
    const text = wordsFor(this, view.role);
    const names = namesIn(view, policy, (type) => text(`event.${type}`));
    const context = { view, reader: { text, policy, names }, t: text };
    return html`<div class="day">
      ${day === '' ? nothing : heading(this.headingLevel + 1, day, { small: true })}
      <ol>
        ${entries.map((entry) => timelineEntry(context, entry))}
      </ol>
    </div>`;
  }
}

/** Entries under the day on which they happened, in the order given. */
function byDay(entries: readonly EntryView[]): [day: string, entries: EntryView[]][] {
  const days: [string, EntryView[]][] = [];
  for (const entry of entries) {
    const day = dayWords(entry.at);
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(entry);
    else days.push([day, [entry]]);
  }
  return days;
}
