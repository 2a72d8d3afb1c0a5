import { html } from 'lit';
import type { MspElement } from '../kit/element.js';
import type { Piece } from '../kit/form/templates.js';
import { dayWords, last } from './readings.js';
import type { Reading } from './readings.js';
import type { StageMessageId } from './stage.messages.js';
import type { OutcomesMessageId } from '../outcomes/outcomes.messages.js';

/** The plan as it was agreed last. */
export function planList(host: MspElement<OutcomesMessageId | StageMessageId>, list: readonly Reading[]): Piece {
  const actions = last(list, 'plan.agreed')?.data.actions ?? [];
  if (actions.length === 0) return html`<p class="muted">${host.t('outcomes.plan.none')}</p>`;
  return html`<ul class="plan" part="plan">
    ${actions.map(
      ({ what, who, by }) => html`<li>${host.t('outcomes.plan.line', { what, who, by: dayWords(by) })}</li>`,
    )}
  </ul>`;
}
