import type { CaseView } from '@msp/workflows';
import { html, nothing } from 'lit';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import type { ReaderWords } from '../kit/reader-words.js';
import { dayWords } from '../stage/readings.js';
import { answersIn, sayings } from './sayings.js';
import type { Saying } from './sayings.js';

/** How many of the last words stand open; the older ones are one press away. */
const AT_FIRST = 3;

const saidTemplate = (t: ReaderWords, { words, by, how, at, about, notFree, noticed }: Saying): Piece => {
  const question = about === undefined ? '' : t(`value.about.${about}`);
  const source = t('voice.source', { how: t(how, { question }), day: dayWords(at) });
  const speaker =
    by === 'person' || how === 'voice.how.told' || how === 'voice.how.consultation' ? '' : t(`voice.by.${by}`);
  return html`<figure class="quote" part="quote">
    ${words === '' ? nothing : html`<blockquote>${words}</blockquote>`}
    ${noticed === undefined ? nothing : html`<p>${t('voice.noticed', { what: noticed })}</p>`}
    <figcaption class="muted small">
      ${speaker === '' ? nothing : html`${speaker}. `}${source}${notFree ? html`. <strong>${t('voice.not-free')}</strong>` : nothing}
    </figcaption>
  </figure>`;
};

const answersTemplate = (t: ReaderWords, view: CaseView, level: number): Piece => {
  const { wishes, safety } = answersIn(view);
  const lines = [
    ...safety.map(({ moment, rating }) =>
      t('voice.safety', { moment: t(`value.moment.${moment}`).toLowerCase(), rating: t('value.rating', { rating }) }),
    ),
    ...[...wishes].map(([about, answer]) =>
      t('voice.answer', { question: t(`value.about.${about}`), answer: t(`value.${answer}`).toLowerCase() }),
    ),
  ];
  if (lines.length === 0) return nothing;
  return html`${heading(level, t('voice.answers'), { small: true })}
    <ul class="answers">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
};

/** The person’s own words, large and first; what they answered; and apart from it, what somebody else said for them. */
export function voicePanel(t: ReaderWords, view: CaseView, level: number): Piece {
  const { own, others } = sayings(view);
  const older = own.slice(AT_FIRST);
  return html`<section class="voice" part="voice" aria-labelledby="voice">
    ${heading(level, t('voice.title'), { id: 'voice' })} ${own.length === 0 ? html`<p>${t('voice.none')}</p>` : nothing}
    ${own.slice(0, AT_FIRST).map((saying) => saidTemplate(t, saying))}
    ${
      older.length === 0
        ? nothing
        : html`<details>
            <summary>${t('voice.more', { number: older.length })}</summary>
            ${older.map((saying) => saidTemplate(t, saying))}
          </details>`
    }
    ${answersTemplate(t, view, level + 1)}
    ${
      others.length === 0
        ? nothing
        : html`<div class="others">
            ${heading(level + 1, t('voice.others'), { small: true })} ${others.map((saying) => saidTemplate(t, saying))}
          </div>`
    }
  </section>`;
}
