import { html, nothing } from 'lit';
import type { CaseView } from '@msp/workflows';
import type { MspElement } from '../kit/element.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { sayings } from '../person/sayings.js';
import type { Saying } from '../person/sayings.js';
import { dayWords } from './readings.js';
import type { StageMessageId } from './stage.messages.js';

const AT_FIRST = 2;

/** Words as they were said, and where they come from. */
export const quotation = (words: string, source?: unknown): Piece =>
  html`<figure class="quote" part="quote">
    <blockquote>${words}</blockquote>
    ${source ? html`<figcaption class="muted small">${source}</figcaption>` : nothing}
  </figure>`;

/** What was said, in quotation marks; what somebody noticed, without them: it is a worker's sentence and not the person's. */
const sayingTemplate = (host: MspElement<StageMessageId>, { words, by, at, noticed }: Saying): Piece => {
  const source = host.t(`stage.said.by.${by}`, { when: dayWords(at) });
  return html`${words === '' ? nothing : quotation(words, source)}
  ${noticed === undefined ? nothing : html`<p>${host.t('stage.said.noticed', { noticed, when: dayWords(at) })}</p>`}`;
};

const folded = (host: MspElement<StageMessageId>, title: StageMessageId, list: readonly Saying[]): Piece =>
  list.length === 0
    ? nothing
    : html`<details>
        <summary>${host.t(title)}</summary>
        ${list.map((saying) => sayingTemplate(host, saying))}
      </details>`;

/** What the person said, to stay in sight beside what is being decided. What others said for them stands apart. */
export function saidPanel(host: MspElement<StageMessageId>, view: CaseView | undefined, level: number): Piece {
  const { own, others } = sayings(view);
  return html`<aside class="said" part="said" aria-labelledby="said-title">
    ${heading(level, host.t('stage.said.title'), { id: 'said-title', small: true })}
    ${own.length === 0 ? html`<p class="muted">${host.t('stage.said.nothing')}</p>` : nothing}
    ${own.slice(0, AT_FIRST).map((saying) => sayingTemplate(host, saying))}
    ${folded(host, 'stage.said.older', own.slice(AT_FIRST))} ${folded(host, 'stage.said.others', others)}
  </aside>`;
}
