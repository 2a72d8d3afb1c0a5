import { ContextProvider } from '@lit/context';
import { englandCareAct } from '@msp/workflows';
import type { CaseView } from '@msp/workflows';
import { html } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { CaseController, caseContext } from '../kit/case-controller.js';
import { MspElement } from '../kit/element.js';
import { form } from '../kit/form/form.styles.js';
import { wordsFor } from '../kit/reader-words.js';
import { voiceMessages } from '../person/voice.messages.js';
import type { CaseContext } from './case-context.js';
import { readingPage } from './case-reading.js';
import { workingPage } from './case-working.js';
import { caseMessages } from './case.messages.js';
import { caseStyles } from './case.styles.js';
import { recordMessages } from './record.messages.js';
import { stageNames } from './stage-names.messages.js';

/**
 * @summary One case: what the person said and wants, where it is, what stands in the way and why, and the work of the stage.
 *
 * It gives its case to every element below it. Practitioners and managers see and record. The person, and whoever speaks for
 * them, see a calm page to read: where things are, their own words, what was answered, what comes next, who to ask.
 *
 * @element msp-case
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} case-id - The case.
 * @attr {string} endpoint - Where the handler is mounted, if there is no `<msp-provider>` around.
 * @attr {string} token - A short-lived token for `endpoint`. For one that renews itself, set the property to a function.
 * @attr {number} heading-level - Level of its first heading in your page, 1 or 2. Default 1.
 *
 * @prop {MspClient} client - A client of your own. It wins over `endpoint` and over the provider.
 *
 * @slot contact - Who to ask, on the page for the person: your number and opening hours.
 * @slot after - More to say at the end of the page.
 *
 * @fires {CustomEvent<{ type: string, version: number }>} msp-event-recorded - The server has kept an event.
 *
 * @csspart heading - A heading.
 * @csspart danger - The box that says that somebody is in danger now.
 * @csspart stages - Where the case is.
 * @csspart voice - What the person said.
 * @csspart quote - Somebody’s own words.
 * @csspart outcome-wanted - One thing that the person wants.
 * @csspart blockers - What stands in the way of the step that leads on.
 * @csspart link-button - The way to a form that clears it.
 *
 * @cssproperty --msp-color-text - Text.
 * @cssproperty --msp-color-muted - Where words come from.
 * @cssproperty --msp-color-surface - Background of the boxes.
 * @cssproperty --msp-color-panel - Background of what somebody else said.
 * @cssproperty --msp-color-line - Borders of the boxes.
 * @cssproperty --msp-color-action - The line beside own words, the stage now.
 * @cssproperty --msp-color-link - Links.
 * @cssproperty --msp-color-error - Danger.
 * @cssproperty --msp-font-size - Text size.
 * @cssproperty --msp-font-size-heading - Headings.
 * @cssproperty --msp-space - Space between parts.
 * @cssproperty --msp-radius - Rounded corners.
 */
export class MspCaseElement extends MspElement {
  static override messages: Readonly<Record<string, string>> = {
    ...recordMessages,
    ...stageNames,
    ...voiceMessages,
    ...caseMessages,
  };
  static override properties: PropertyDeclarations = {
    caseId: { type: String, attribute: 'case-id' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };
  static override styles: CSSResultGroup = [MspElement.styles, form, caseStyles];

  declare caseId: string | undefined;
  declare headingLevel: number;

  #case = new CaseController(this, { alone: true });
  #given = new ContextProvider(this, { context: caseContext });
  #drawn = 0;

  constructor() {
    super();
    this.headingLevel = 1;
  }

  protected override willUpdate(): void {
    this.#given.setValue(this.#case.session);
  }

  /** Which forms there are is known once the elements below have drawn theirs: only then is there a way to each. */
  protected override updated(_changed: PropertyValues): void {
    const version = this.#case.view?.version ?? 0;
    if (version === this.#drawn) return;
    this.#drawn = version;
    void this.updateComplete.then(() => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const { view, case: current } = this.#case;
    if (!view) return html`<div class="box waiting">${this.#case.renderPhase()}</div>`;
    const context = this.#context(view);
    return html`<div class="page ${current ? 'working' : 'reading'}">
      ${current ? workingPage(context, current) : readingPage(context)}
      <slot name="after"></slot>
    </div>`;
  }

  #context(view: CaseView): CaseContext {
    const { session, case: current } = this.#case;
    return {
      view,
      session,
      policy: current?.policy ?? englandCareAct,
      reference: session?.loaded?.reference ?? '',
      level: this.headingLevel + 1,
      t: wordsFor(this, view.role),
    };
  }
}
