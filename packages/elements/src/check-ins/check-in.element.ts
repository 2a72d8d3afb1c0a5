import type { Case, CaseView, EventType } from '@msp/workflows';
import { html, nothing } from 'lit';
import { concludedStep, stopStep } from '../stage/ending.steps.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { outcomeCard } from '../stage/outcome-card.js';
import { outcomesOf } from '../stage/outcome-list.js';
import { actionStep, expressedStep, reopenedStep } from '../stage/outcome.steps.js';
import { planList } from '../stage/plan-list.js';
import type { EventForm } from '../stage/event-form.js';
import { everyMessages } from '../stage/every.messages.js';
import type { EveryMessageId, EveryT } from '../stage/every.messages.js';
import { otherStep } from '../stage/other-step.js';
import { personStep } from '../stage/person-step.js';
import { dayWords, last, readings } from '../stage/readings.js';
import { MspStageElement } from '../stage/stage-element.js';
import {
  causedStep,
  checkInStep,
  meetingStep,
  missedStep,
  planReviewedStep,
  reportedStep,
  scheduleStep,
} from './check-ins.steps.js';
import { enquiriesOf, nextCheckIn, standingOf } from './enquiry-list.js';
import type { AskedEnquiry } from './enquiry-list.js';

/**
 * @summary Check-ins and the enquiry: whether it makes a difference to the person, what others found, and how it ends.
 *
 * What the person wants and the plan stay in sight. A check-in that is due says so in words. A wish to stop starts the
 * conversation about closing, and closes nothing.
 *
 * @element msp-check-in
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
 * @csspart card - One thing that the person asked for, or one part of the enquiry.
 * @csspart plan - What was agreed to be done.
 * @csspart step - One step that somebody can take.
 * @csspart more - The steps that are possible now and seldom needed.
 * @csspart tag - “Next”, and where something stands.
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
export class MspCheckInElement extends MspStageElement<EveryMessageId> {
  static override messages: typeof everyMessages = everyMessages;

  protected override get stageTitle(): string {
    return this.t('check-in.title');
  }

  #t: EveryT = (id, params) => this.t(id, params);

  protected override otherStep(offered: readonly EventType[]): EventForm {
    return this.form('other', () => otherStep(this.#t, this.record, offered));
  }

  protected override stepsHere(current: Case, view: CaseView): readonly EventForm[] {
    return [
      this.form('check-in', () => checkInStep(this.#t)),
      this.form('schedule', () => scheduleStep(this.#t)),
      this.form('missed', () => missedStep(this.#t)),
      this.form('expressed', () => expressedStep(this.#t, true)),
      this.form('reopened', () => reopenedStep(this.#t)),
      this.form('action', () => actionStep(this.#t)),
      this.form('plan-reviewed', () => planReviewedStep(this.#t)),
      ...this.#enquiries(current, view).map(({ id }) =>
        this.form(`report-${id}`, () => reportedStep(this.#t, id, () => this.#isReported(id))),
      ),
      this.form('caused', () => causedStep(this.#t)),
      this.form('meeting', () => meetingStep(this.#t)),
      this.form('risk', () => personStep(this.#t, this.record, 'risk')),
      this.form('concluded', () =>
        concludedStep(this.#t, () => this.record.case?.facts.checkIns.concludedOn === this.record.case?.context.route),
      ),
      this.form('stop', () => stopStep(this.#t)),
    ];
  }

  protected override nextStep({ state }: Case, view: CaseView): string | undefined {
    const stands = standingOf(state.journey, readings(view));
    return stands === 'unplanned' ? 'schedule' : 'check-in';
  }

  protected override renderStage(current: Case, view: CaseView): Piece {
    const level = this.headingLevel + 1;
    const list = readings(view);
    const enquiries = this.#enquiries(current, view);
    return html`<p>${this.t('check-in.lead')}</p>
      ${this.#stands(current, view)} ${this.show('check-in', 'schedule')}
      ${heading(level, this.t('outcomes.list'), { small: true })}
      <ul class="cards">
        ${outcomesOf(list, current.reopenedAt).map((outcome) => outcomeCard(this, outcome, nothing))}
      </ul>
      ${heading(level, this.t('outcomes.plan.stands'), { small: true })} ${planList(this, list)}
      ${this.show('expressed')} ${heading(level, this.t('check-in.enquiry'), { small: true })}
      ${enquiries.length > 0 ? this.#cards(enquiries) : nothing} ${this.show('concluded', 'stop')}
      ${this.tuck('missed', 'action', 'plan-reviewed', 'reopened', 'caused', 'meeting', 'risk')}`;
  }

  protected override renderForReading(view: CaseView): Piece {
    const list = readings(view);
    return html`<p class="muted">${this.t('stage.read-only')}</p>
      <ul class="cards">
        ${outcomesOf(list).map((outcome) => outcomeCard(this, outcome, nothing))}
      </ul>
      ${planList(this, list)}`;
  }

  #stands({ state }: Case, view: CaseView): Piece {
    const list = readings(view);
    const held = last(list, 'checkIn.recorded')?.at;
    const when = dayWords(nextCheckIn(list));
    const stands = standingOf(state.journey, list);
    return html`<p class="stands">${this.t(`check-in.stands.${stands}`, { when })}</p>
      <p class="stands-more muted">
        ${held ? this.t('check-in.stands.last', { when: dayWords(held) }) : this.t('check-in.stands.never')}
      </p>`;
  }

  #cards(enquiries: readonly AskedEnquiry[]): Piece {
    const status = ({ report }: AskedEnquiry): string =>
      report
        ? this.t(report.enough === 'yes' ? 'check-in.caused.reported' : 'check-in.caused.reported-not-enough')
        : this.t('check-in.caused.waiting');
    return html`<ul class="cards">
      ${enquiries.map(
        (enquiry) =>
          html`<li class="card" part="card">
            <div class="card-head">
              <p class="heading-small">${enquiry.to}</p>
              <span class="tag ${enquiry.report ? 'quiet' : ''}" part="tag">${status(enquiry)}</span>
            </div>
            <p class="words">${enquiry.about}</p>
            ${
              enquiry.reportBy && !enquiry.report
                ? html`<p class="muted">${this.t('check-in.caused.by', { when: dayWords(enquiry.reportBy) })}</p>`
                : nothing
            }
            ${enquiry.report ? html`<p class="words">${enquiry.report.found}</p>` : nothing}
            ${this.show(`report-${enquiry.id}`)}
          </li>`,
      )}
    </ul>`;
  }

  #enquiries({ reopenedAt }: Case, view: CaseView): AskedEnquiry[] {
    return enquiriesOf(readings(view), reopenedAt);
  }

  #isReported(enquiryId: string): boolean {
    return enquiriesOf(readings(this.record.view)).some(({ id, report }) => id === enquiryId && report !== undefined);
  }
}
