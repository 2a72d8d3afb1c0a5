import type { Case, EventData } from '@msp/workflows';
import { html, nothing } from 'lit';
import type { MspElement } from '../kit/element.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { wordsOf } from '../stage/choices.js';
import { last } from '../stage/readings.js';
import type { Reading } from '../stage/readings.js';
import { quotation } from '../stage/said.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import type { ClosureMessageId } from './closure.messages.js';

type Host = MspElement<ClosureMessageId | StageMessageId> & { readonly headingLevel: number };

/** Whose wish it is to stop: said, or that of whoever recorded it. */
export function wishOf(list: readonly Reading[]): 'person' | 'somebodyElse' | 'team' | undefined {
  const asked = last(list, 'closure.requested');
  if (!asked) return undefined;
  const { by, data } = asked;
  if (data.wishOf) return data.wishOf;
  if (by.role === 'person') return 'person';
  return by.role === 'practitioner' || by.role === 'manager' ? 'team' : 'somebodyElse';
}

const conversation = (host: Host, { conversation: talk, attempts }: EventData<'closure.explored'>): Piece =>
  talk
    ? html`<p>${host.t(`closure.said.private.${talk.freeToSpeak}`)}</p>`
    : html`<p>${host.t('closure.said.not-reached', { number: attempts?.length ?? 0 })}</p>`;

/** What the conversation about closing said: reasons in the person's voice, their words, and what was offered instead. */
export function whyPanel(host: Host, { policy }: Case, list: readonly Reading[]): Piece {
  const explored = last(list, 'closure.explored');
  if (!explored) return nothing;
  const { reasons, words, alternativesOffered, wayBackGiven } = explored.data;
  return html`<div class="card" part="card">
    ${heading(host.headingLevel + 1, host.t('closure.said.title'), { small: true })}
    ${conversation(host, explored.data)} ${words ? quotation(words) : nothing}
    <ul>
      ${reasons.map((code) => html`<li>${wordsOf(policy.closingReasons, code)}</li>`)}
    </ul>
    ${
      alternativesOffered.length > 0
        ? html`<p>${host.t('closure.said.offered')}:</p>
            <ul>
              ${alternativesOffered.map((code) => html`<li>${wordsOf(policy.supportKinds, code)}</li>`)}
            </ul>`
        : html`<p>${host.t('closure.said.offered-nothing')}</p>`
    }
    <p>${host.t(`closure.said.way-back.${wayBackGiven}`)}</p>
  </div>`;
}
