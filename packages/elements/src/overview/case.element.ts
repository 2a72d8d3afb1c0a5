import { ContextProvider } from '@lit/context';
import { stageOf } from '@msp/workflows';
import type { Case, CaseView, Stage } from '@msp/workflows';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { CaseController, blockerList, caseContext } from '../kit/case-controller.js';
import { MspElement } from '../kit/element.js';
import { form } from '../kit/form/form.styles.js';
import { heading, inset } from '../kit/form/templates.js';
import type { Piece } from '../kit/form/templates.js';
import { dayWords } from '../stage/readings.js';
import { quotation, saidSoFar } from '../stage/said.js';
import { stageMessages } from '../stage/stage.messages.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import { caseStyles } from './case.styles.js';
import { nextStep } from './next-step.js';
import { overviewMessages } from './overview.messages.js';
import type { OverviewMessageId } from './overview.messages.js';
import { wantsIn } from './wants.js';
import type { Want } from './wants.js';

const STAGES: readonly Stage[] = ['concern', 'threshold', 'outcomes', 'check-ins', 'closure', 'step-down', 'closed'];

/**
 * @summary One case: what the person said and wants, where it is, what is missing and why, and the work of the stage.
 *
 * It gives its case to every element below it. Staff see and record; the person, and whoever speaks for them, see a calm page
 * to read.
 *
 * @element msp-case
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} case-id - The case.
 * @attr {string} endpoint - Where the handler is mounted, if there is no `<msp-provider>` around.
 * @attr {string} token - A short-lived token for `endpoint`. For one that renews itself, set the property to a function.
 * @attr {number} heading-level - Level of its first heading, 1 to 3. Default 1.
 *
 * @prop {MspClient} client - A client of your own. It wins over `endpoint` and over the provider.
 *
 * @slot after - More to say at the end of the page.
 *
 * @fires {CustomEvent<{ type: string, version: number }>} msp-event-recorded - The server has kept an event.
 *
 * @csspart heading - A heading.
 * @csspart quote - Somebody's own words.
 * @csspart stages - Where the case is.
 * @csspart blockers - What stands in the way of the next step.
 */
export class MspCaseElement extends MspElement<OverviewMessageId | StageMessageId> {
  static override messages: Readonly<Record<string, string>> = { ...stageMessages, ...overviewMessages };
  static override properties: PropertyDeclarations = {
    caseId: { type: String, attribute: 'case-id' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };
  static override styles: CSSResultGroup = [MspElement.styles, form, caseStyles];

  declare caseId: string | undefined;
  declare headingLevel: number;

  #case = new CaseController(this, { alone: true });
  #given = new ContextProvider(this, { context: caseContext });

  constructor() {
    super();
    this.headingLevel = 1;
  }

  protected override willUpdate(): void {
    this.#given.setValue(this.#case.session);
  }

  protected override render(): TemplateResult {
    const { view, case: current } = this.#case;
    if (!view) return html`<div class="box">${this.#case.renderPhase()}</div>`;
    return html`<div class="page">
      ${current ? this.#forStaff(current, view) : this.#forThePerson(view)}
      <slot name="after"></slot>
    </div>`;
  }

  #forStaff(current: Case, view: CaseView): Piece {
    const level = this.headingLevel + 1;
    const { reference = '' } = this.#case.session?.loaded ?? {};
    return html`<header class="box">
        ${heading(this.headingLevel, this.t('case.title', { reference }))} ${this.#danger(current)}
        ${this.#where(current)}
      </header>
      <section class="box person" aria-labelledby="voice">
        <div>
          ${heading(level, this.t('case.voice'), { id: 'voice' })} ${this.#said(view)}
          <p class="muted">${this.t(current.state.voice === 'heard' ? 'case.voice.heard' : 'case.voice.unheard')}</p>
        </div>
        <div>
          ${heading(level, this.t('case.wants'))} ${this.#wants(view, 'case.wants.none')}
          <p class="muted">${this.t('case.advocacy')}: ${this.t(`case.advocacy.${current.state.advocacy}`)}</p>
        </div>
      </section>
      ${this.#missing(current, view)}
      <div class="box">${this.#stage(current)}</div>
      <div class="box"><msp-anytime heading-level=${level}></msp-anytime></div>
      <div class="box"><msp-timeline heading-level=${level}></msp-timeline></div>`;
  }

  #forThePerson(view: CaseView): Piece {
    const level = this.headingLevel + 1;
    return html`<section class="box" aria-labelledby="title">
        ${heading(this.headingLevel, this.t('mine.title'), { id: 'title' })}
        <p>${view.stage ? this.t(`mine.${view.stage}`) : nothing}</p>
        ${inset(html`<p>${this.t('mine.danger')}</p>`)}
      </section>
      <section class="box person" aria-labelledby="words">
        <div>
          ${heading(level, this.t('mine.words'), { id: 'words' })}
          ${saidSoFar(view).length === 0 ? html`<p>${this.t('mine.words.none')}</p>` : this.#said(view)}
        </div>
        <div>${heading(level, this.t('mine.wants'))} ${this.#wants(view, 'mine.wants.none')}</div>
      </section>
      <div class="box"><p>${this.t('mine.who')}</p></div>
      <div class="box"><msp-timeline heading-level=${level}></msp-timeline></div>`;
  }

  #danger({ state }: Case): Piece {
    if (state.danger !== 'immediate') return nothing;
    return html`<div class="box danger">
      <p>${this.t('case.danger')}</p>
      <p>${this.t('case.danger-call')}</p>
    </div>`;
  }

  #where(current: Case): Piece {
    const now = STAGES.indexOf(stageOf(current));
    return html`<ol class="stages" part="stages" aria-label=${this.t('case.where')}>
      ${STAGES.map(
        (stage, index) =>
          html`<li aria-current=${index === now ? 'step' : nothing}>
            ${this.t(`stage-name.${stage}`)}${index === now ? html` (${this.t('case.now')})` : nothing}
          </li>`,
      )}
    </ol>`;
  }

  #said(view: CaseView): Piece {
    const said = saidSoFar(view);
    if (said.length === 0) return html`<p>${this.t('case.voice.none')}</p>`;
    return html`<div class="said">
      ${said.map(({ words, by, at }) => quotation(words, this.#source(view, by, at)))}
    </div>`;
  }

  #source({ whole }: CaseView, by: 'person' | 'representative' | 'advocate' | 'referrer', at: string): string {
    return this.t(`${whole ? 'stage.said.by' : 'mine.said'}.${by}`, { when: dayWords(at) });
  }

  #wants(view: CaseView, none: OverviewMessageId): Piece {
    const wants = wantsIn(view);
    if (wants.length === 0) return html`<p>${this.t(none)}</p>`;
    return html`<ul class="wants">
      ${wants.map((want) => html`<li>${this.#want(view, want)}</li>`)}
    </ul>`;
  }

  #want(view: CaseView, { words, firstWords, saidBy, at, how, answer, because, insteadOffered, result }: Want): Piece {
    const by = saidBy === 'representative' || saidBy === 'advocate' ? saidBy : 'person';
    return html`${quotation(words, this.#source(view, by, at))}
      ${words === firstWords ? nothing : html`<p class="muted">${this.t('case.outcome.first', { words: firstWords })}</p>`}
      ${how ? html`<p class="muted">${this.t('case.outcome.know', { how })}</p>` : nothing}
      <p class="answer">${this.textOf(`case.outcome.${result ?? answer}`)}</p>
      ${because ? html`<p>${this.t('stage.because', { because })}</p>` : nothing}
      ${insteadOffered ? html`<p>${insteadOffered}</p>` : nothing}`;
  }

  #missing(current: Case, view: CaseView): Piece {
    const next = nextStep(current, view.role);
    if (!next) return nothing;
    const level = this.headingLevel + 1;
    return html`<section class="box missing" aria-labelledby="missing">
      ${heading(level, this.t('case.missing'), { id: 'missing' })}
      <p class="answer">${this.textOf(`case.next.${next.type}`)}</p>
      ${
        next.blockers.length === 0
          ? html`<p>${this.t('case.missing.none')}</p>`
          : html`<p>${this.t('case.missing.first')}</p>
              ${blockerList(this, next.blockers)}`
      }
    </section>`;
  }

  #stage(current: Case): Piece {
    const level = this.headingLevel + 1;
    switch (stageOf(current)) {
      case 'concern':
        return html`<msp-concern heading-level=${level}></msp-concern>`;
      case 'threshold':
        return html`<msp-three-point-test heading-level=${level}></msp-three-point-test>`;
      case 'outcomes':
        return html`<msp-outcomes heading-level=${level}></msp-outcomes>`;
      case 'check-ins':
        return html`<msp-check-in heading-level=${level}></msp-check-in>`;
      case 'closure':
        return html`<msp-closure heading-level=${level}></msp-closure>`;
      case 'step-down':
        return html`<msp-step-down heading-level=${level}></msp-step-down>`;
      case 'closed':
        return html`<msp-concern heading-level=${level}></msp-concern>`;
    }
  }
}
