import type { Case, CaseView, EventType } from '@msp/workflows';
import { html, nothing } from 'lit';
import { stopStep } from '../stage/ending.steps.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import type { EventForm } from '../stage/event-form.js';
import { everyMessages } from '../stage/every.messages.js';
import type { EveryMessageId, EveryT } from '../stage/every.messages.js';
import { otherStep } from '../stage/other-step.js';
import { personStep } from '../stage/person-step.js';
import { last, readings } from '../stage/readings.js';
import { MspStageElement } from '../stage/stage-element.js';
import { inTheWayOf, isClearedBy } from '../stage/what-can-happen.js';
import { outcomeCard } from '../stage/outcome-card.js';
import { isUnanswered, outcomesOf } from '../stage/outcome-list.js';
import type { Outcome } from '../stage/outcome-list.js';
import { askedStep, planStep } from './outcomes.steps.js';
import { actionStep, answerStep, expressedStep, reopenedStep } from '../stage/outcome.steps.js';
import { planList } from '../stage/plan-list.js';

/**
 * @summary What the person wants: asked, written down in their words, answered honestly one by one, and made into a plan.
 *
 * Each thing that they asked for is a card with their words on it, which stay as they were said. What has to be answered
 * before a plan is agreed, and whether an advocate comes first, is the engine's to say.
 *
 * @element msp-outcomes
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} case-id - The case, where there is no `<msp-case>` around.
 * @attr {string} endpoint - Where the handler is mounted, if there is no `<msp-provider>` around.
 * @attr {string} token - A short-lived token for `endpoint`. For one that renews itself, set the property to a function.
 * @attr {number} heading-level - Level of the first heading in your page, 1 to 3. Default 2.
 *
 * @prop {MspClient} client - A client of your own. It wins over `endpoint` and over the provider.
 *
 * @fires {CustomEvent<{ type: string, version: number }>} msp-event-recorded - The server has kept an event.
 *
 * @csspart stage - All of it.
 * @csspart said - The box with the person's own words.
 * @csspart quote - Words as they were said.
 * @csspart card - One thing that the person asked for, and the answer to it.
 * @csspart plan - What was agreed to be done.
 * @csspart step - One step that somebody can take.
 * @csspart more - The steps that are possible now and seldom needed.
 * @csspart tag - “Next”, and the answer to what was asked for.
 * @csspart blockers - What stands in the way.
 * @csspart form - A form.
 * @csspart heading - A heading.
 * @csspart field - One field with its hint and error.
 * @csspart label - A label or legend.
 * @csspart hint - A hint.
 * @csspart error - What is wrong with one answer.
 * @csspart input - A text box, a select or a part of a date.
 * @csspart inset - A box for what must not be missed.
 * @csspart error-summary - Everything that has to be put right.
 * @csspart outcome - Why something was not recorded.
 * @csspart button - Any button.
 * @csspart main-button - The button that records.
 * @csspart quiet-button - Any other button.
 * @csspart link-button - A button that reads as a link.
 *
 * @cssproperty --msp-color-text - Text.
 * @cssproperty --msp-color-muted - Hints.
 * @cssproperty --msp-color-surface - Background.
 * @cssproperty --msp-color-panel - Background of boxes.
 * @cssproperty --msp-color-border - Borders of inputs.
 * @cssproperty --msp-color-line - Thin lines.
 * @cssproperty --msp-color-action - Main buttons, ticks, the next step.
 * @cssproperty --msp-color-on-action - Text on main buttons.
 * @cssproperty --msp-color-action-hover - Main buttons under the pointer.
 * @cssproperty --msp-color-link - Links.
 * @cssproperty --msp-color-error - Errors and urgent boxes.
 * @cssproperty --msp-color-focus - The focus ring.
 * @cssproperty --msp-color-on-focus - The ring around the focus ring.
 * @cssproperty --msp-font-size - Text size.
 * @cssproperty --msp-font-size-small - Small text.
 * @cssproperty --msp-font-size-heading - Headings.
 * @cssproperty --msp-space - Space between parts.
 * @cssproperty --msp-radius - Rounded corners.
 * @cssproperty --msp-measure - Longest line.
 */
export class MspOutcomesElement extends MspStageElement<EveryMessageId> {
  static override messages: typeof everyMessages = everyMessages;

  protected override get stageTitle(): string {
    return this.t('outcomes.title');
  }

  #t: EveryT = (id, params) => this.t(id, params);

  protected override otherStep(offered: readonly EventType[]): EventForm {
    return this.form('other', () => otherStep(this.#t, this.record, offered));
  }

  protected override stepsHere(current: Case, view: CaseView): readonly EventForm[] {
    const outcomes = this.#outcomes(current, view);
    return [
      this.form('advocacy', () => ({
        ...personStep(this.#t, this.record, 'advocacy'),
        because: () => inTheWayOf(current, view.role, 'outcomes.asked'),
      })),
      this.form('asked', () => askedStep(this.#t, this.record.case?.context.asked ?? false)),
      this.form('expressed', () => expressedStep(this.#t, outcomes.length > 0)),
      ...outcomes
        .filter(({ status }) => status !== 'withdrawn')
        .map((outcome) => this.form(`answer-${outcome.id}`, () => answerStep(this.#t, this.#find(outcome)))),
      this.form('override', () => ({
        ...personStep(this.#t, this.record, 'override'),
        because: () => inTheWayOf(current, view.role, 'plan.agreed'),
      })),
      this.form('plan', () => planStep(this.#t, this.record)),
      this.form('action', () => actionStep(this.#t)),
      this.form('reopened', () => reopenedStep(this.#t)),
      this.form('stop', () => stopStep(this.#t)),
    ];
  }

  protected override nextStep(current: Case, view: CaseView): string | undefined {
    const { role } = view;
    if (isClearedBy(current, role, 'case.closed', 'advocacy.considered')) return 'advocacy';
    if (isClearedBy(current, role, 'outcomes.asked', 'advocate.requested')) return 'advocacy';
    if (isClearedBy(current, role, 'plan.agreed', 'outcomes.asked')) return 'asked';
    const outcomes = this.#outcomes(current, view);
    const asked = last(readings(view), 'outcomes.asked')?.data.result;
    if (asked === 'expressed' && outcomes.length === 0) return 'expressed';
    const open = outcomes.find(isUnanswered);
    if (open) return `answer-${open.id}`;
    return isClearedBy(current, role, 'plan.agreed', 'wishes.overridden') ? 'override' : 'plan';
  }

  protected override renderStage(current: Case, view: CaseView): Piece {
    const level = this.headingLevel + 1;
    const outcomes = this.#outcomes(current, view);
    const planned = last(readings(view), 'plan.agreed') !== undefined;
    return html`<p>${this.t('outcomes.lead')}</p>
      ${this.nextIs('advocacy') ? html`<p class="stands">${this.t('outcomes.advocate')}</p>` : nothing}
      ${this.nextIs('advocacy') ? this.show('advocacy') : nothing}
      ${this.nextIs('advocacy') || this.nextIs('asked') ? this.show('asked') : nothing}
      ${heading(level, this.t('outcomes.list'), { small: true })}
      ${outcomes.length === 0 ? html`<p class="muted">${this.t('outcomes.none')}</p>` : this.#cards(outcomes)}
      ${this.show('expressed')} ${heading(level, this.t('outcomes.plan.stands'), { small: true })}
      ${planList(this, readings(view))} ${this.nextIs('override') ? this.show('override') : nothing}
      ${this.show('plan')} ${this.tuck(...this.#seldom(planned))}`;
  }

  protected override renderForReading(view: CaseView): Piece {
    const outcomes = outcomesOf(readings(view));
    return html`<p class="muted">${this.t('stage.read-only')}</p>
      ${this.#cards(outcomes)} ${planList(this, readings(view))}`;
  }

  #seldom(planned: boolean): string[] {
    const early = this.nextIs('advocacy') ? [] : this.nextIs('asked') ? ['advocacy'] : ['asked', 'advocacy'];
    return [
      ...early,
      ...(this.nextIs('override') ? [] : ['override']),
      ...(planned ? ['action'] : []),
      'reopened',
      'stop',
    ];
  }

  #cards(outcomes: readonly Outcome[]): Piece {
    return html`<ul class="cards">
      ${outcomes.map((outcome) => outcomeCard(this, outcome, this.show(`answer-${outcome.id}`)))}
    </ul>`;
  }

  #outcomes({ reopenedAt }: Case, view: CaseView): Outcome[] {
    return outcomesOf(readings(view), reopenedAt);
  }

  /** The same outcome, as it reads now. */
  #find(outcome: Outcome): Outcome {
    return outcomesOf(readings(this.record.view)).find(({ id }) => id === outcome.id) ?? outcome;
  }
}
