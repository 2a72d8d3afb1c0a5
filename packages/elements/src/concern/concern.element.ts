import type { Case, CaseView } from '@msp/workflows';
import { html } from 'lit';
import type { Piece } from '../kit/form/templates.js';
import { eventMessages } from '../kit/event.messages.js';
import type { EventForm } from '../stage/event-form.js';
import { MspStageElement } from '../stage/stage-element.js';
import { personForm } from '../person/person-forms.js';
import type { PersonForm } from '../person/person-forms.js';
import { personMessages } from '../person/person.messages.js';
import type { PersonMessageId } from '../person/person.messages.js';

const texts = {
  'ends.concern': 'The concern',
  'ends.concern.lead':
    'This is what came in. Read it, say that you have it, and talk with the person as soon as you can.',
  'ends.closed': 'This case is closed',
  'ends.closed.lead': 'It can be opened again at any time. What services answer can still be recorded.',
} as const;

/**
 * @summary Where a case begins and where it may begin again: acknowledge a concern, or open a closed case.
 *
 * @element msp-concern
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} case-id - The case, where there is no `<msp-case>` around.
 * @attr {string} endpoint - Where the handler is mounted, if there is no `<msp-provider>` around.
 * @attr {string} token - A short-lived token for `endpoint`. For one that renews itself, set the property to a function.
 * @attr {number} heading-level - Level of its heading in your page, 1 to 3. Default 2.
 *
 * @prop {MspClient} client - A client of your own. It wins over `endpoint` and over the provider.
 *
 * @fires {CustomEvent<{ type: string, version: number }>} msp-event-recorded - The server has kept an event.
 *
 * @csspart step - One form, open or closed.
 */
export class MspConcernElement extends MspStageElement<PersonMessageId | keyof typeof texts> {
  static override messages: Readonly<Record<string, string>> = {
    ...MspStageElement.messages,
    ...personMessages,
    ...eventMessages,
    ...texts,
  };

  get #isClosed(): boolean {
    return this.record.case?.state.journey === 'closed';
  }

  get #form(): PersonForm {
    return this.#isClosed ? 'reopen' : 'acknowledge';
  }

  protected override get stageTitle(): string {
    return this.t(this.#isClosed ? 'ends.closed' : 'ends.concern');
  }

  protected override nextStep(): string | undefined {
    return this.#isClosed ? undefined : 'acknowledge';
  }

  protected override stepsHere({ policy }: Case, view: CaseView): readonly EventForm[] {
    const context = { t: this.t.bind(this), policy, view, eventWords: (type: string) => this.textOf(`event.${type}`) };
    const name = this.#form;
    return [this.form(name, () => personForm(name, context))];
  }

  protected override renderStage(_current: Case, view: CaseView): Piece {
    const [raised] = view.entries;
    const text = raised?.data['whatHappened'];
    return html`<p class="lead">${this.t(this.#isClosed ? 'ends.closed.lead' : 'ends.concern.lead')}</p>
      ${typeof text === 'string' && !this.#isClosed ? html`<p class="words">${text}</p>` : ''} ${this.show(this.#form)}`;
  }
}
