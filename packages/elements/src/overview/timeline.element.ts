import { englandCareAct } from '@msp/workflows';
import type { CaseView, EntryView, Policy } from '@msp/workflows';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { CaseController } from '../kit/case-controller.js';
import { MspElement } from '../kit/element.js';
import { form } from '../kit/form/form.styles.js';
import { heading, quietButton } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { dayWords } from '../stage/readings.js';
import { overviewMessages } from './overview.messages.js';
import type { OverviewMessageId } from './overview.messages.js';
import { readable } from './readable.js';

/**
 * @summary Everything recorded about a case, in plain words, by day.
 *
 * It shows what this role may see. A corrected entry shows both readings; one that was struck out stays and says why. The
 * person's own words are set apart as quotations.
 *
 * @element msp-timeline
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} case-id - The case. Not needed below an `<msp-case>`.
 * @attr {number} heading-level - Level of its heading, 1 to 4. Default 2.
 *
 * @csspart heading - A heading.
 * @csspart entry - One entry.
 * @csspart quote - Somebody's own words.
 */
export class MspTimelineElement extends MspElement<OverviewMessageId> {
  static override messages: typeof overviewMessages = overviewMessages;
  static override properties: PropertyDeclarations = {
    caseId: { type: String, attribute: 'case-id' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    newestFirst: { state: true },
  };
  static override styles: CSSResultGroup = [
    MspElement.styles,
    form,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      .day > ol {
        border-inline-start: 2px solid var(--_line);
        margin-block-end: calc(var(--_space) * 1.5);
      }

      .entry {
        padding-block: 0.4em;
        padding-inline-start: 1em;
      }

      .name {
        font-weight: 700;
        margin: 0;
      }

      dl {
        margin-block: 0.3em 0;
      }

      dt {
        color: var(--_muted);
      }

      dd {
        margin: 0 0 0.4em;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }

      blockquote {
        border-inline-start: 4px solid var(--_action);
        margin: 0;
        padding-inline-start: 0.8em;
      }

      .struck > dl {
        text-decoration: line-through;
      }
    `,
  ];

  declare caseId: string | undefined;
  declare headingLevel: number;
  declare newestFirst: boolean;

  #case = new CaseController(this);

  constructor() {
    super();
    this.headingLevel = 2;
    this.newestFirst = true;
  }

  get #policy(): Policy {
    return this.#case.case?.policy ?? englandCareAct;
  }

  protected override render(): TemplateResult {
    const { view } = this.#case;
    if (!view) return html`${this.#case.renderPhase()}`;
    const days = byDay(this.newestFirst ? [...view.entries].reverse() : view.entries);
    return html`<section aria-labelledby="title">
      ${heading(this.headingLevel, this.t('timeline.title'), { id: 'title' })}
      ${
        view.entries.length === 0
          ? html`<p class="muted">${this.t('timeline.empty')}</p>`
          : quietButton(this.t(this.newestFirst ? 'timeline.oldest' : 'timeline.newest'), () => {
              this.newestFirst = !this.newestFirst;
            })
      }
      ${days.map(
        ([day, entries]) =>
          html`<div class="day">
            ${heading(this.headingLevel + 1, day, { small: true })}
            <ol>
              ${entries.map((entry) => this.#entry(view, entry))}
            </ol>
          </div>`,
      )}
    </section>`;
  }

  #entry(view: CaseView, entry: EntryView): Piece {
    const correction = view.entries
      .filter(({ type, data }) => type === 'entry.corrected' && data['entryId'] === entry.id)
      .at(-1);
    const now = correction?.data['data'] as Readonly<Record<string, unknown>> | undefined;
    const why = correction?.data['because'];
    const because = typeof why === 'string' ? why : '';
    const recorded = entry.recordedAt;
    return html`<li class="entry ${correction && !now ? 'struck' : ''}" part="entry">
      <p class="name">${this.textOf(`event.${entry.type}`)}</p>
      <p class="muted small">
        ${this.#by(entry)},
        ${this.t('timeline.at', { at: timeWords(entry.at) })}${
          recorded && dayWords(recorded) !== dayWords(entry.at)
            ? html`. ${this.t('timeline.recorded', { at: dayWords(recorded) })}`
            : nothing
        }
      </p>
      ${this.#lines(entry.data)}
      ${
        correction
          ? html`<p>${this.t(now ? 'timeline.corrected' : 'timeline.struck', { because })}</p>
              ${
                now
                  ? html`<p>${this.t('timeline.reads-now')}</p>
                      ${this.#lines(now)}`
                  : nothing
              }`
          : nothing
      }
    </li>`;
  }

  #by({ by }: EntryView): string {
    const role = this.textOf(`kit.role.${by.role}`);
    return 'id' in by ? this.t('timeline.by-id', { role, id: by.id }) : this.t('timeline.by', { role });
  }

  #lines(data: Readonly<Record<string, unknown>>): Piece {
    const lines = readable((id, fallback) => this.textOf(id, fallback), this.#policy, data);
    if (lines.length === 0) return nothing;
    return html`<dl>
      ${lines.map(
        ({ label, text, isQuotation }) =>
          html`<dt>${label}</dt>
            <dd>${isQuotation ? html`<blockquote part="quote">${text}</blockquote>` : text}</dd>`,
      )}
    </dl>`;
  }
}

const timeWords = (at: string): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** Entries under the day on which they happened, in the order given. */
const byDay = (entries: readonly EntryView[]): [day: string, entries: EntryView[]][] => {
  const days: [string, EntryView[]][] = [];
  for (const entry of entries) {
    const day = dayWords(entry.at);
    const [last] = days.slice(-1);
    if (last?.[0] === day) last[1].push(entry);
    else days.push([day, [entry]]);
  }
  return days;
};
