import { html, nothing } from 'lit';
import type { CaseView } from '@msp/workflows';
import type { MspElement } from '../kit/element.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { dayWords, readings } from './readings.js';
import type { Reading } from './readings.js';
import type { StageMessageId } from './stage.messages.js';

type Speaker = 'person' | 'representative' | 'advocate' | 'referrer';

/** Something that was said, by whom and when. */
export type Said = { readonly words: string; readonly by: Speaker; readonly at: string };

const AT_FIRST = 2;

const speaker = (there: readonly string[]): Speaker =>
  there.includes('person') ? 'person' : there.includes('representative') ? 'representative' : 'advocate';

function saidIn({ type, data, by, at }: Reading): Said[] {
  const say = (words: string | undefined, who: Speaker): Said[] => (words ? [{ words, by: who, at }] : []);
  switch (type) {
    case 'concern.raised':
      return data.aboutSelf === 'yes' || by.role === 'person'
        ? say(data.whatHappened, 'person')
        : say(data.saidAndWants, 'referrer');
    case 'conversation.held':
      return say(data.words ?? data.observed, speaker(data.with));
    case 'closure.explored':
      return data.conversation ? say(data.words ?? data.conversation.words, speaker(data.conversation.with)) : [];
    case 'closure.requested':
      return data.wishOf === 'person' || (data.wishOf === undefined && by.role === 'person')
        ? say(data.words, 'person')
        : [];
    case 'wishes.recorded':
    case 'safety.rated':
    case 'checkIn.recorded':
    case 'disagreement.recorded':
      return say(data.words, by.role === 'representative' || by.role === 'advocate' ? by.role : 'person');
    default:
      return [];
  }
}

/** Everything that the person, or who speaks for them, said about this: the newest first. What they want is listed elsewhere. */
export const saidSoFar = (view: CaseView | undefined): Said[] => readings(view).flatMap(saidIn).reverse();

/** Words as they were said, and where they come from. */
export const quotation = (words: string, source?: unknown): Piece =>
  html`<figure class="quote" part="quote">
    <blockquote>${words}</blockquote>
    ${source ? html`<figcaption class="muted small">${source}</figcaption>` : nothing}
  </figure>`;

/** What the person said, to stay in sight beside what is being decided. */
export function saidPanel(host: MspElement<StageMessageId>, view: CaseView | undefined, level: number): Piece {
  const said = saidSoFar(view);
  const show = ({ words, by, at }: Said): Piece =>
    quotation(words, host.t(`stage.said.by.${by}`, { when: dayWords(at) }));
  const older = said.slice(AT_FIRST);
  return html`<aside class="said" part="said" aria-labelledby="said-title">
    ${heading(level, host.t('stage.said.title'), { id: 'said-title', small: true })}
    ${said.length === 0 ? html`<p class="muted">${host.t('stage.said.nothing')}</p>` : nothing}
    ${said.slice(0, AT_FIRST).map(show)}
    ${
      older.length > 0
        ? html`<details>
            <summary>${host.t('stage.said.older')}</summary>
            ${older.map(show)}
          </details>`
        : nothing
    }
  </aside>`;
}
