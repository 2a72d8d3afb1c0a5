import { html, nothing } from 'lit';
import type { MspElement } from '../kit/element.js';
import type { Piece } from '../kit/form/templates.js';
import { dayWords } from './readings.js';
import { quotation } from './said.js';
import type { StageMessageId } from './stage.messages.js';
import { isUnanswered } from './outcome-list.js';
import type { Outcome } from './outcome-list.js';
import type { OutcomesMessageId } from '../outcomes/outcomes.messages.js';

type Host = MspElement<OutcomesMessageId | StageMessageId>;

/** One thing that the person asked for: their words first, then the answer to it. `steps` stand at its foot. */
export function outcomeCard(host: Host, outcome: Outcome, steps: unknown): Piece {
  const { words, firstWords, saidBy, at, howWeWillKnow, status, because, insteadOffered } = outcome;
  return html`<li class="card" part="card">
    <div class="card-head">
      ${quotation(words, host.t(`stage.said.by.${saidBy}`, { when: dayWords(at) }))}
      <span class="tag ${isUnanswered(outcome) ? '' : 'quiet'}" part="tag">${host.t(`outcomes.status.${status}`)}</span>
    </div>
    ${firstWords ? html`<p class="words muted">${host.t('outcomes.first-words', { words: firstWords })}</p>` : nothing}
    ${howWeWillKnow ? html`<p class="words">${host.t('outcomes.how-known', { words: howWeWillKnow })}</p>` : nothing}
    ${because ? html`<p class="words">${host.t('stage.because', { because })}</p>` : nothing}
    ${
      insteadOffered
        ? html`<p class="words">${host.t('outcomes.offered-instead', { words: insteadOffered })}</p>`
        : nothing
    }
    ${steps}
  </li>`;
}
