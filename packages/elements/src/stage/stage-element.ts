import type { Case, CaseView, EventType } from '@msp/workflows';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { CaseController } from '../kit/case-controller.js';
import { MspElement } from '../kit/element.js';
import { form } from '../kit/form/form.styles.js';
import { heading } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { EventForm } from './event-form.js';
import type { EventFormOptions, Way } from './event-form.js';
import { saidPanel } from './said.js';
import { stageMessages } from './stage.messages.js';
import type { StageMessageId } from './stage.messages.js';
import { stage } from './stage.styles.js';

/**
 * What the elements of the stages share: one case, the person's words in sight, and steps of which one comes next.
 *
 * Which step comes next follows from what the engine says stands in the way; the element only knows what it is called.
 */
export abstract class MspStageElement<Id extends string = never> extends MspElement<Id | StageMessageId> {
  static override messages: Readonly<Record<string, string>> = stageMessages;
  static override properties: PropertyDeclarations = {
    caseId: { type: String, attribute: 'case-id' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };
  static override styles: CSSResultGroup = [MspElement.styles, form, stage];

  declare caseId: string | undefined;
  declare headingLevel: number;

  /** @internal */
  readonly record = new CaseController(this, { forms: (type) => this.formFor(type) });

  #forms = new Map<string, EventForm>();
  #here: readonly EventForm[] = [];
  #next: string | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** @internal The step of this element that records such an event here; of several, the one that is still to do. */
  formFor(type: EventType): EventForm | undefined {
    const fitting = this.#here.filter(({ ways }) => ways.some((way) => way.type === type));
    return fitting.find((one) => this.isNext(one)) ?? fitting.find(({ settled }) => !settled) ?? fitting[0];
  }

  /** @internal Puts the focus where somebody goes on: the next step, or the one that was just recorded. */
  afterRecording(recorded: EventForm, wasNext: boolean): void {
    void this.updateComplete.then(async () => {
      const next = `#${this.#next ?? 'no'}-summary`;
      const own = `#${recorded.name}-summary`;
      for (const place of wasNext ? [next, own, '#title'] : [own, next, '#title']) {
        if (this.renderRoot.querySelector(place)) {
          await this.focusOn(place);
          return;
        }
      }
    });
  }

  /** @internal This step comes next, as the case was drawn last. */
  isNext(form: EventForm): boolean {
    return form.name === this.#next;
  }

  /** @internal Every way of recording something that this element has now, whatever the role. */
  get waysHere(): readonly Way[] {
    return this.#here.flatMap(({ ways }) => ways);
  }

  /** A form of this element: made when it is asked for first, kept with what was typed into it. */
  protected form(name: string, options: () => EventFormOptions): EventForm {
    const known = this.#forms.get(name) ?? new EventForm(this, name, options);
    known.options = options;
    this.#forms.set(name, known);
    return known;
  }

  /** Draws the steps with these names, in this order; the one that comes next is open. */
  protected show(...names: readonly string[]): Piece[] {
    return names.flatMap((name) => {
      const found = this.#here.find((one) => one.name === name);
      return found ? [found.render({ next: name === this.#next })] : [];
    });
  }

  /** The same, with all but the next one tucked away: what is possible now, and seldom needed. */
  protected tuck(...names: readonly string[]): Piece {
    const rest = this.show(...names.filter((name) => name !== this.#next), 'other').filter(
      (piece) => piece !== nothing,
    );
    return html`${this.show(...names.filter((name) => name === this.#next))}
    ${
      rest.length === 0
        ? nothing
        : html`<details class="tucked" part="more">
            <summary class="step-title"><span class="step-name">${this.t('stage.more')}</span></summary>
            ${rest}
          </details>`
    }`;
  }

  protected nextIs(name: string): boolean {
    return name === this.#next;
  }

  protected abstract readonly stageTitle: string;

  /** The name of the step that comes next. */
  protected abstract nextStep(current: Case, view: CaseView): string | undefined;

  /** Every step of this element as the case stands now. */
  protected abstract stepsHere(current: Case, view: CaseView): readonly EventForm[];

  protected abstract renderStage(current: Case, view: CaseView): Piece;

  /** What somebody sees who may read only a part of the case. */
  protected renderForReading(_view: CaseView): Piece {
    return html`<p class="muted">${this.t('stage.read-only')}</p>`;
  }

  /** What stays in sight beside the steps: the person's own words. */
  protected renderPanel(view: CaseView): Piece {
    return saidPanel(this, view, this.headingLevel + 1);
  }

  /** A step for what the element does not ask for itself, given what it does. */
  protected otherStep(_offered: readonly EventType[]): EventForm | undefined {
    return undefined;
  }

  #allSteps(current: Case, view: CaseView): readonly EventForm[] {
    const own = this.stepsHere(current, view);
    const other = this.otherStep(own.flatMap(({ ways }) => ways.map(({ type }) => type)));
    return other ? [...own, other] : own;
  }

  protected override render(): TemplateResult {
    const { view, case: current } = this.record;
    this.#here = current && view ? this.#allSteps(current, view) : [];
    if (!view) return html`${this.record.renderPhase()}`;
    this.#next = current && this.nextStep(current, view);
    return html`<section class="stage" part="stage" aria-labelledby="title">
      ${heading(this.headingLevel, this.stageTitle, { id: 'title' })}
      <div class="columns ${this.caseId ? '' : 'shared'}">
        ${this.renderPanel(view)}
        <div class="main">${current ? this.renderStage(current, view) : this.renderForReading(view)}</div>
      </div>
    </section>`;
  }
}
