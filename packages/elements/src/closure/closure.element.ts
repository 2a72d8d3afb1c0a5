import type { Case, CaseView, EventType } from '@msp/workflows';
import { html, nothing } from 'lit';
import { concludedStep, reconsideredStep } from '../stage/ending.steps.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { outcomeCard } from '../stage/outcome-card.js';
import { outcomesOf } from '../stage/outcome-list.js';
import type { Outcome } from '../stage/outcome-list.js';
import { answerStep } from '../stage/outcome.steps.js';
import { safetyFields } from '../person/voice.fields.js';
import type { EventForm, EventFormOptions } from '../stage/event-form.js';
import { everyMessages } from '../stage/every.messages.js';
import type { EveryMessageId, EveryT } from '../stage/every.messages.js';
import { otherStep } from '../stage/other-step.js';
import { personStep } from '../stage/person-step.js';
import { last, readings } from '../stage/readings.js';
import { MspStageElement } from '../stage/stage-element.js';
import { inTheWayOf } from '../stage/what-can-happen.js';
import { decideStep as testStep, limbStep } from '../stage/test.steps.js';
import { approvedStep, completedStep, decideStep, exploredStep, reviewedStep, riskStep } from './closure.steps.js';
import { whyPanel, wishOf } from './why-panel.js';

type Part = 'exploring' | 'deciding' | 'reviewing';

const AGREED: readonly Outcome['status'][] = ['agreed', 'reworked'];

/**
 * @summary Closing: the conversation about why, the decision with its second look, and looking back together.
 *
 * A wish to stop is explored before it is decided. What was said stays in sight beside the decision, and what makes the
 * engine ask for a second look, for the test or for the end of the enquiry is said in its own words, with the way to it.
 *
 * @element msp-closure
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
 * @csspart card - One thing that the person asked for, or what they said about closing.
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
export class MspClosureElement extends MspStageElement<EveryMessageId> {
  static override messages: typeof everyMessages = everyMessages;

  protected override get stageTitle(): string {
    return this.t('closure.title');
  }

  #t: EveryT = (id, params) => this.t(id, params);

  protected override otherStep(offered: readonly EventType[]): EventForm {
    return this.form('other', () => otherStep(this.#t, this.record, offered));
  }

  protected override stepsHere(current: Case, view: CaseView): readonly EventForm[] {
    const t = this.#t;
    const { record } = this;
    const outcomes = this.#outcomes(current, view);
    return [
      this.form('talk', () => personStep(t, record, 'talk')),
      this.form('advocacy', () => ({
        ...personStep(t, record, 'advocacy'),
        because: () => this.#inTheWay(partOf(current) === 'exploring' ? 'closure.explored' : 'closure.agreed'),
      })),
      this.form('explored', () => exploredStep(t, record)),
      ...current.policy.limbs.map((limb) => this.form(`limb-${limb.code}`, () => limbStep(t, record, limb, true))),
      this.form('test', () => ({ ...testStep(t, record), title: () => this.t('closure.test.decide') })),
      this.form('concluded', () => ({
        ...concludedStep(t, () => false),
        because: () => this.#inTheWay('closure.agreed'),
      })),
      this.form('best', () => ({
        ...personStep(t, record, 'best'),
        because: () => this.#inTheWay('closure.agreed'),
      })),
      this.form('override', () => personStep(t, record, 'override')),
      this.form('approved', () => ({ ...approvedStep(t), because: () => this.#inTheWay('closure.agreed') })),
      ...(partOf(current) === 'deciding'
        ? [this.form('decide', () => decideStep(t, () => this.#inTheWay('closure.agreed')))]
        : [this.form('reconsidered', () => reconsideredStep(t, this.t('closure.reconsidered')))]),
      ...outcomes.map((outcome) => this.form(`answer-${outcome.id}`, () => answerStep(t, this.#find(outcome)))),
      ...outcomes
        .filter(({ status }) => AGREED.includes(status))
        .map((outcome) =>
          this.form(`review-${outcome.id}`, () =>
            reviewedStep(t, outcome, () => this.#find(outcome).review !== undefined),
          ),
        ),
      this.form('risk', () => riskStep(t)),
      this.form('safety', () => this.#safetyStep()),
      this.form('completed', () => completedStep(t)),
    ];
  }

  protected override nextStep(current: Case, view: CaseView): string | undefined {
    const part = partOf(current);
    if (part === 'exploring') return this.#isOwed('closure.explored', 'advocate.appointed') ? 'advocacy' : 'explored';
    if (part === 'deciding') return this.#nextInDeciding();
    const outcomes = this.#outcomes(current, view);
    const open = outcomes.find(({ status }) => status === 'expressed' || status === 'disputed');
    if (open && this.#isOwed('review.completed', 'outcome.agreed')) return `answer-${open.id}`;
    const unseen = outcomes.find(({ status, review }) => AGREED.includes(status) && !review);
    if (unseen) return `review-${unseen.id}`;
    if (this.#isOwed('review.completed', 'risk.reviewed')) return 'risk';
    return this.#isOwed('review.completed', 'safety.rated') ? 'safety' : 'completed';
  }

  protected override renderStage(current: Case, view: CaseView): Piece {
    const part = partOf(current);
    if (!part) return html`<p>${this.t('closure.lead.outside')}</p>`;
    const list = readings(view);
    const wish = wishOf(list);
    return html`<p>${this.t(`closure.lead.${part}`)}</p>
      ${wish ? html`<p class="stands">${this.t(`closure.wish.${wish}`)}</p>` : nothing}
      ${part === 'deciding' ? whyPanel(this, current, list) : nothing}
      ${part === 'reviewing' ? this.#reviewing(current, view) : this.#talking(current, view, part)}
      ${part === 'reviewing' ? this.tuck('reconsidered') : nothing}`;
  }

  #talking({ policy }: Case, view: CaseView, part: Part): Piece {
    const approved = last(readings(view), 'closure.approved');
    const explored = last(readings(view), 'closure.explored');
    const seen = part === 'deciding' && approved && explored && approved.sequence > explored.sequence;
    const owed = this.#isOwed('closure.agreed', 'closure.approved') ? ['approved'] : [];
    const seldom = [
      ...(owed.length > 0 ? [] : ['approved']),
      'concluded',
      ...policy.limbs.map(({ code }) => `limb-${code}`),
      'test',
      'talk',
      'advocacy',
      'best',
      'override',
    ];
    return html`${this.show('explored')}
    ${
      seen
        ? html`<p>${this.t('closure.approved.done')}. <span class="words">${approved.data.because}</span></p>`
        : nothing
    }
    ${this.show(...seldom.filter((name) => this.nextIs(name)), ...owed, 'decide', 'reconsidered')}
    ${this.tuck(...seldom.filter((name) => !this.nextIs(name)))}`;
  }

  #reviewing(current: Case, view: CaseView): Piece {
    const review = (outcome: Outcome): Piece =>
      outcome.review
        ? html`<p>
            ${this.t(`closure.reviewed.result.${outcome.review.result}`)}
            (${this.t(`stage.who.${outcome.review.view}`)}).
            ${outcome.review.words ? html`<span class="words">“${outcome.review.words}”</span>` : nothing}
          </p>`
        : nothing;
    return html`${heading(this.headingLevel + 1, this.t('closure.outcomes'), { small: true })}
      <ul class="cards">
        ${this.#outcomes(current, view).map((outcome) =>
          outcomeCard(
            this,
            outcome,
            html`${review(outcome)} ${this.show(`review-${outcome.id}`)}
            ${AGREED.includes(outcome.status) ? nothing : this.show(`answer-${outcome.id}`)}`,
          ),
        )}
      </ul>
      ${this.show('risk', 'safety', 'completed')}`;
  }

  #nextInDeciding(): string {
    const owed = (type: EventType): boolean => this.#isOwed('closure.agreed', type);
    if (owed('threshold.decided')) return this.#nextOfTheTest();
    if (owed('enquiry.concluded')) return 'concluded';
    if (owed('advocate.appointed')) return 'advocacy';
    if (owed('bestInterests.decided')) return 'best';
    return owed('closure.approved') ? 'approved' : 'decide';
  }

  #nextOfTheTest(): string {
    const { policy, facts } = this.record.case ?? {};
    const open = policy?.limbs.find(({ code }) => facts?.threshold.limbs[code] === undefined);
    return open ? `limb-${open.code}` : 'test';
  }

  #safetyStep(): EventFormOptions {
    return {
      title: () => this.t('closure.safety'),
      submit: () => this.t('person.save'),
      ways: [
        {
          type: 'safety.rated',
          given: () => ({ moment: 'end' }),
          fields: (values) => safetyFields(this.#t, values, 'end'),
        },
      ],
    };
  }

  #inTheWay(type: EventType): ReturnType<typeof inTheWayOf> {
    const { case: current, view } = this.record;
    return current && view ? inTheWayOf(current, view.role, type) : [];
  }

  #isOwed(blocked: EventType, clearing: EventType): boolean {
    return this.#inTheWay(blocked).some(({ clearedBy }) => clearedBy.includes(clearing));
  }

  #outcomes({ reopenedAt }: Case, view: CaseView): Outcome[] {
    return outcomesOf(readings(view), reopenedAt).filter(({ status }) => status !== 'withdrawn');
  }

  #find(outcome: Outcome): Outcome {
    const { case: current, view } = this.record;
    return (current && view ? this.#outcomes(current, view) : []).find(({ id }) => id === outcome.id) ?? outcome;
  }
}

function partOf({ state: { journey } }: Case): Part | undefined {
  return typeof journey === 'object' && 'closure' in journey ? (journey.closure as Part) : undefined;
}
