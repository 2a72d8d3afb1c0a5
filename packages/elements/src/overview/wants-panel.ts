import { html, nothing } from 'lit';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { outcomesOf } from '../stage/outcome-list.js';
import type { Outcome } from '../stage/outcome-list.js';
import { dayWords, readings } from '../stage/readings.js';
import type { CaseContext } from './case-context.js';

const wantTemplate = ({ t }: CaseContext, want: Outcome): Piece => {
  const { words, firstWords, saidBy, at, howWeWillKnow, status, because, insteadOffered, review } = want;
  const line = (id: string, params: Record<string, string> | undefined): Piece =>
    params ? html`<p>${t(id, params)}</p>` : nothing;
  return html`<li class="want" part="outcome-wanted">
    <figure class="quote" part="quote">
      <blockquote>${words}</blockquote>
      <figcaption class="muted small">
        ${t('case.wants.source', { who: t(`case.wants.by.${saidBy}`), day: dayWords(at) })}
      </figcaption>
    </figure>
    ${line('case.wants.first', firstWords === undefined ? undefined : { words: firstWords })}
    <p><span class="tag">${t(`case.wants.${review?.result ?? status}`)}</span></p>
    ${line('case.wants.because', because === undefined ? undefined : { because })}
    ${line('case.wants.instead', insteadOffered === undefined ? undefined : { instead: insteadOffered })}
    ${line('case.wants.know', howWeWillKnow === undefined ? undefined : { how: howWeWillKnow })}
  </li>`;
};

/** What the person asked for, each with what was answered and what came of it. */
export function wantsPanel(context: CaseContext): Piece {
  const { t, view, level } = context;
  const wants = outcomesOf(readings(view));
  return html`<section aria-labelledby="wants">
    ${heading(level, t('case.wants'), { id: 'wants' })}
    ${
      wants.length === 0
        ? html`<p>${t('case.wants.none')}</p>`
        : html`<ul class="wants">
            ${wants.map((want) => wantTemplate(context, want))}
          </ul>`
    }
  </section>`;
}
