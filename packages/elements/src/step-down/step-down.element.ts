import type { Blocker, Case, CaseView, EventType } from '@msp/workflows';
import { html, nothing } from 'lit';
import { reconsideredStep } from '../stage/ending.steps.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { wordsOf } from '../stage/choices.js';
import type { EventForm } from '../stage/event-form.js';
import { everyMessages } from '../stage/every.messages.js';
import type { EveryMessageId, EveryT } from '../stage/every.messages.js';
import { otherStep } from '../stage/other-step.js';
import { personStep } from '../stage/person-step.js';
import { all, last, readings } from '../stage/readings.js';
import type { Reading } from '../stage/readings.js';
import { MspStageElement } from '../stage/stage-element.js';
import { inTheWayOf } from '../stage/what-can-happen.js';
import { offersOf } from './offer-list.js';
import type { Offer, OfferStep } from './offer-list.js';
import {
  closedStep,
  feedbackStep,
  lessonStep,
  notOfferedStep,
  offerStep,
  offeredStep,
  transferStep,
} from './step-down.steps.js';

/**
 * @summary Step-down: other help offered, answered and handed over, telling whoever raised the concern, and closing.
 *
 * Each offer is a card with what became of it. Why the case cannot be closed yet, for instance because an assessment is owed
 * although the person said no, is said in the engine's own words, with the way to what clears it.
 *
 * @element msp-step-down
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
 * @csspart card - One offer of help, and what became of it.
 * @csspart step - One step that somebody can take.
 * @csspart more - The steps that are possible now and seldom needed.
 * @csspart tag - “Next”, and what became of an offer.
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
export class MspStepDownElement extends MspStageElement<EveryMessageId> {
  static override messages: typeof everyMessages = everyMessages;

  protected override get stageTitle(): string {
    return this.t('step-down.title');
  }

  #t: EveryT = (id, params) => this.t(id, params);

  protected override otherStep(offered: readonly EventType[]): EventForm {
    return this.form('other', () => otherStep(this.#t, this.record, offered));
  }

  protected override stepsHere(current: Case, view: CaseView): readonly EventForm[] {
    const t = this.#t;
    const { record } = this;
    const offers = this.#offers(current, view);
    return [
      this.form('offered', () =>
        offeredStep(t, current.policy, fittingKinds(current, readings(view)), offers.length > 0),
      ),
      this.form('not-offered', () => notOfferedStep(t)),
      ...offers
        .filter(({ steps }) => steps.at(-1)?.status !== 'withdrawn')
        .map((offer) =>
          this.form(`offer-${offer.id}`, () => ({
            ...offerStep(t, offer),
            settled: !this.#isOpen(current, offer, (type) => this.#isOwed(current, view, type)),
            because: () => this.#inTheWay(current, view),
          })),
        ),
      ...(this.#isOwed(current, view, 'transfer.accepted')
        ? [this.form('transfer', () => ({ ...transferStep(t), because: () => this.#inTheWay(current, view) }))]
        : []),
      ...(this.#isOwed(current, view, 'danger.eased')
        ? [this.form('danger', () => personStep(t, record, 'danger'))]
        : []),
      this.form('feedback', () => feedbackStep(t)),
      this.form('lesson', () => lessonStep(t)),
      this.form('closed', () => closedStep(t)),
      this.form('reconsidered', () => reconsideredStep(t, this.t('step-down.reconsidered'))),
      this.form('reopen', () => personStep(t, record, 'reopen')),
    ];
  }

  protected override nextStep(current: Case, view: CaseView): string | undefined {
    if (current.state.journey !== 'stepDown') return undefined;
    const owed = (type: EventType): boolean => this.#isOwed(current, view, type);
    if (owed('danger.eased')) return 'danger';
    if (owed('transfer.accepted')) return 'transfer';
    if (owed('support.notOffered')) return 'offered';
    const open = this.#offers(current, view).find((offer) => this.#isOpen(current, offer, owed));
    return open ? `offer-${open.id}` : 'closed';
  }

  protected override renderStage(current: Case, view: CaseView): Piece {
    const list = readings(view);
    const offers = this.#offers(current, view);
    const notOffered = all(list, 'support.notOffered').findLast(({ sequence }) => sequence > current.reopenedAt);
    return html`<p>${this.t('step-down.lead')}</p>
      ${current.state.journey === 'closed' ? html`<p class="stands">${this.t('step-down.is-closed')}</p>` : nothing}
      ${this.show('danger', 'transfer')} ${heading(this.headingLevel + 1, this.t('step-down.offers'), { small: true })}
      ${
        offers.length === 0
          ? html`<p class="muted">${this.t('step-down.offers.none')}</p>`
          : html`<ul class="cards">
              ${offers.map((offer) => this.#card(current, offer))}
            </ul>`
      }
      ${
        notOffered
          ? html`<p>
              ${this.t('step-down.not-offered.said')}.
              <span class="words">${this.t('stage.because', { because: notOffered.data.because })}</span>
            </p>`
          : nothing
      }
      ${this.show('offered', 'not-offered', 'closed')} ${this.tuck('feedback', 'lesson', 'reconsidered', 'reopen')}`;
  }

  #card({ policy }: Case, offer: Offer): Piece {
    const status = ({ status: code, to }: OfferStep): string => this.t(`step-down.status.${code}`, { to: to ?? '' });
    const [latest] = offer.steps.slice(-1);
    return html`<li class="card" part="card">
      <div class="card-head">
        <p class="heading-small">${wordsOf(policy.supportKinds, offer.kind)}</p>
        <span class="tag ${latest ? 'quiet' : ''}" part="tag">
          ${latest ? status(latest) : this.t('step-down.status.open')}
        </span>
      </div>
      ${offer.because ? html`<p class="words">${offer.because}</p>` : nothing}
      ${
        offer.steps.length > 0
          ? html`<ol class="plan">
              ${offer.steps.map(
                (step) =>
                  html`<li>
                    ${status(step)}${step.words ? html`: <span class="words">${step.words}</span>` : nothing}
                  </li>`,
              )}
            </ol>`
          : nothing
      }
      ${this.show(`offer-${offer.id}`)}
    </li>`;
  }

  /** Something that is asked before closing is about this offer: no answer, or nobody has it in hand. */
  #isOpen({ facts }: Case, { id, kind }: Offer, owed: (type: EventType) => boolean): boolean {
    const { answer, handedOver, withdrawn } = facts.stepDown.offers[id] ?? {};
    if (withdrawn || handedOver) return false;
    if (answer === null && owed('support.declined')) return true;
    return owed('support.handedOver') && (answer !== 'declined' || kind === 'careActAssessment');
  }

  #offers({ reopenedAt }: Case, view: CaseView): Offer[] {
    return offersOf(readings(view), reopenedAt);
  }

  #inTheWay(current: Case, { role }: CaseView): readonly Blocker[] {
    return inTheWayOf(current, role, 'case.closed');
  }

  #isOwed(current: Case, view: CaseView, clearing: EventType): boolean {
    return this.#inTheWay(current, view).some(({ clearedBy }) => clearedBy.includes(clearing));
  }
}

/** Kinds of help that were talked about when the person wanted to stop, or that the pack suggests for their reasons. */
function fittingKinds({ policy }: Case, list: readonly Reading[]): ReadonlySet<string> {
  const { reasons = [], alternativesOffered = [] } = last(list, 'closure.explored')?.data ?? {};
  const suggested = policy.closingReasons.filter(({ code }) => reasons.includes(code)).map(({ suggests }) => suggests);
  return new Set([...alternativesOffered, ...suggested].filter((kind) => kind !== undefined));
}
