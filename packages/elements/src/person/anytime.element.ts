import type { Case, CaseView } from '@msp/workflows';
import { html, nothing } from 'lit';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { eventMessages } from '../kit/event.messages.js';
import type { EventForm } from '../stage/event-form.js';
import { MspStageElement } from '../stage/stage-element.js';
import { groups, personForm } from './person-forms.js';
import { personMessages } from './person.messages.js';
import type { PersonMessageId } from './person.messages.js';

/**
 * @summary What may be recorded in any stage: the person's voice, help to take part, danger, other people, the record.
 *
 * @element msp-anytime
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
 * @csspart heading - A heading.
 * @csspart step - One form, open or closed.
 * @csspart blockers - What stands in the way.
 * @csspart main-button - The button that records.
 */
export class MspAnytimeElement extends MspStageElement<PersonMessageId> {
  static override messages: Readonly<Record<string, string>> = {
    ...MspStageElement.messages,
    ...personMessages,
    ...eventMessages,
  };

  protected override get stageTitle(): string {
    return this.t('person.title');
  }

  protected override nextStep(): undefined {
    return undefined;
  }

  protected override stepsHere({ policy }: Case, view: CaseView): readonly EventForm[] {
    const context = {
      t: this.t.bind(this),
      policy,
      view,
      eventWords: (type: string) => this.textOf(`event.${type}`),
    };
    return groups.flatMap(({ forms }) => forms.map((name) => this.form(name, () => personForm(name, context))));
  }

  protected override renderStage(): Piece {
    return html`<p class="lead">${this.t('person.lead')}</p>
      ${groups.map(({ heading: id, forms }) => {
        const steps = this.show(...forms).filter((step) => step !== nothing);
        return steps.length === 0
          ? nothing
          : html`${heading(this.headingLevel + 1, this.t(id), { small: true })}${steps}`;
      })}`;
  }

  /** The person's words stand beside it already. */
  protected override renderPanel(): Piece {
    return nothing;
  }
}
