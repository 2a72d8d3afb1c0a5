import type { Case, CaseView, EventType } from '@msp/workflows';
import { html, nothing } from 'lit';
import { stopStep } from '../stage/ending.steps.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { wordsOf } from '../stage/choices.js';
import type { EventForm } from '../stage/event-form.js';
import { everyMessages } from '../stage/every.messages.js';
import type { EveryMessageId, EveryT } from '../stage/every.messages.js';
import { otherStep } from '../stage/other-step.js';
import { personStep } from '../stage/person-step.js';
import { all, last, readings } from '../stage/readings.js';
import { MspStageElement } from '../stage/stage-element.js';
import { against, beforeAnyDecision, decideStep, limbStep, nextLimb } from '../stage/test.steps.js';
import type { Limb } from '../stage/test.steps.js';

/**
 * @summary The three-point test: three plain questions with the law's words beside them, hearing the person, and the decision.
 *
 * It stands below an `<msp-case>`, or alone with a `case-id`. Which answers there are, what the law says and what stands in
 * the way of a decision comes from the engine and its policy pack.
 *
 * @element msp-three-point-test
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
 * @csspart card - One question of the test with its answer.
 * @csspart step - One step that somebody can take.
 * @csspart more - The steps that are possible now and seldom needed.
 * @csspart tag - “Next”, and the answer of a question.
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
export class MspThreePointTestElement extends MspStageElement<EveryMessageId> {
  static override messages: typeof everyMessages = everyMessages;

  protected override get stageTitle(): string {
    return this.t('threshold.title');
  }

  #t: EveryT = (id, params) => this.t(id, params);

  protected override otherStep(offered: readonly EventType[]): EventForm {
    return this.form('other', () => otherStep(this.#t, this.record, offered));
  }

  protected override stepsHere({ policy }: Case): readonly EventForm[] {
    return [
      this.form('talk', () => ({
        ...personStep(this.#t, this.record, 'talk'),
        lead: () => this.t('threshold.talk.lead'),
        because: () => beforeAnyDecision(this.record),
      })),
      ...policy.limbs.map((limb) => this.form(`limb-${limb.code}`, () => limbStep(this.#t, this.record, limb))),
      this.form('decide', () => decideStep(this.#t, this.record)),
      this.form('stop', () => stopStep(this.#t)),
    ];
  }

  protected override nextStep({ context }: Case): string | undefined {
    if (context.route !== null) return undefined;
    const clears = new Set(beforeAnyDecision(this.record).flatMap(({ clearedBy }) => clearedBy));
    if (clears.has('conversation.held')) return 'talk';
    const limb = clears.has('threshold.limbAssessed') ? nextLimb(this.record) : undefined;
    return limb ? `limb-${limb.code}` : 'decide';
  }

  protected override renderStage(current: Case, view: CaseView): Piece {
    const level = this.headingLevel + 1;
    return html`<p>${this.t('threshold.lead')}</p>
      ${this.#stands(current, view)} ${this.show('talk')}
      ${heading(level, this.t('threshold.questions'), { small: true })}
      ${current.policy.limbs.map((limb) => this.#limb(limb, current, view))} ${this.show('decide')} ${this.tuck('stop')}`;
  }

  #stands(current: Case, view: CaseView): Piece {
    const { route } = current.context;
    if (route !== null) {
      const because = last(readings(view), 'threshold.decided')?.data.because;
      const words = wordsOf(current.policy.routes, route);
      return html`<p class="stands">${this.t('threshold.decided', { route: words })}</p>
        ${because ? html`<p class="words stands-more">${this.t('stage.because', { because })}</p>` : nothing}`;
    }
    const open = against(this.record, 'statutoryEnquiry');
    const says = (code: string): boolean => open.some((blocker) => blocker.code === code);
    const { policy, facts } = current;
    const points = (answer: 'unclear' | undefined): string =>
      policy.limbs
        .filter(({ code }) => facts.threshold.limbs[code] === answer)
        .map(({ plain }) => plain)
        .join(' ');
    if (says('limb-not-assessed') || says('limb-unclear')) {
      const answered = Object.keys(facts.threshold.limbs).length > 0;
      const unanswered = this.t('threshold.stands.open', { points: points(undefined) });
      return html`${
        says('limb-not-assessed')
          ? html`<p class="stands">${answered ? unanswered : this.t('threshold.stands.none')}</p>`
          : nothing
      }
      ${
        says('limb-unclear')
          ? html`<p class="stands">${this.t('threshold.stands.unclear', { points: points('unclear') })}</p>`
          : nothing
      }`;
    }
    const text = this.t(says('limbs-not-met') ? 'threshold.stands.not-met' : 'threshold.stands.met');
    return html`<p class="stands">${text}</p>`;
  }

  #limb({ code, words, plain, cites }: Limb, { facts, reopenedAt }: Case, view: CaseView): Piece {
    const answer = facts.threshold.limbs[code];
    const said = all(readings(view), 'threshold.limbAssessed').filter(
      ({ data, sequence }) => data.limb === code && sequence > reopenedAt,
    );
    const because = answer && said.at(-1)?.data.because;
    return html`<div class="card" part="card">
      <div class="card-head">
        ${heading(this.headingLevel + 2, plain, { small: true })}
        <span class="tag ${answer ? '' : 'quiet'}" part="tag">${this.t(`threshold.limb.${answer ?? 'open'}`)}</span>
      </div>
      <p class="muted small">${this.t('threshold.in-the-act', { words })} <span class="cites">${cites}</span></p>
      ${because ? html`<p class="words">${this.t('stage.because', { because })}</p>` : nothing}
      ${this.show(`limb-${code}`)}
    </div>`;
  }
}
