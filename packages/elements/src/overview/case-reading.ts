import { html, nothing } from 'lit';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { voicePanel } from '../person/voice-panel.js';
import type { CaseContext } from './case-context.js';
import { wantsPanel } from './wants-panel.js';

/**
 * The page for those who read and do not record here: the person, who speaks for them, and whoever raised the concern. Where
 * things are, what was said and answered, what comes next, who to ask; the record itself is one press away.
 */
export function readingPage(context: CaseContext): Piece {
  const { t, view, reference, level } = context;
  const stage = view.stage ?? 'none';
  const own = view.stage !== undefined;
  return html`<section class="box" aria-labelledby="where">
      ${heading(level - 1, t('reading.where'), { id: 'where' })}
      <p class="lead">${t(`reading.where.${stage}`)}</p>
      ${heading(level, t('reading.next'), { small: true })}
      <p>${t(`reading.next.${stage}`)}</p>
    </section>
    ${own ? html`<div class="box person">${voicePanel(t, view, level)} ${wantsPanel(context)}</div>` : nothing}
    <section class="box" aria-labelledby="ask">
      ${heading(level, t('reading.ask'), { id: 'ask' })}
      <div>
        <slot name="contact"><p>${t('reading.contact')}</p></slot>
      </div>
      <p>${t('reading.contact.reference', { reference })}</p>
      ${own ? html`<p>${t('reading.rights')}</p>` : nothing}
      <p class="urgent"><strong>${t('reading.danger')}</strong></p>
    </section>
    <details class="box record">
      <summary>${t('reading.all')}</summary>
      <msp-timeline heading-level=${level}></msp-timeline>
    </details>`;
}
