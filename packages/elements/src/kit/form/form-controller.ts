import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MspElement } from '../element.js';
import { checkFields } from './check.js';
import { changed, toData } from './field.js';
import type { Change, Field, Problem, Schema, Values } from './field.js';
import { fieldsFor } from './fields-for.js';
import { errorSummary, heading, idOf, mainButton } from './templates.js';
import type { FormView } from './templates.js';

/** One small form inside an element. */
export type FormOptions = {
  /** Unique in its element; starts the ids of its fields. */
  readonly name: string;
  /** Asked again at every drawing, so fields may depend on the case. */
  readonly fields: () => readonly Field[];
  readonly schema?: Schema | undefined;
  readonly initial?: Values | undefined;
  /** Records the data. Answers whether it is recorded; if it is, the form is emptied. */
  readonly send: (data: Record<string, unknown>) => Promise<boolean>;
};

/**
 * Holds the answers of one small form in memory, checks them, sends them once, and forgets them.
 *
 * A second press while the first is under way does nothing. What was typed stays until it is recorded.
 */
export class FormController {
  readonly #host: MspElement;
  readonly #options: FormOptions;
  #values: Values;
  #problems: readonly Problem[] = [];
  #busy = false;

  constructor(host: MspElement, options: FormOptions) {
    this.#host = host;
    this.#options = options;
    this.#values = options.initial ?? {};
    host.whenWiped(() => this.#forget());
  }

  get values(): Values {
    return this.#values;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** The data as it would be recorded now: ask the engine for blockers with it while somebody fills in. */
  get data(): Record<string, unknown> {
    return toData(this.#options.fields(), this.#values);
  }

  set(name: string, change: Change): void {
    this.#values = { ...this.#values, [name]: changed(change, this.#values[name]) };
    this.#host.requestUpdate();
  }

  /** Drops every answer. */
  reset(): void {
    this.#values = this.#options.initial ?? {};
    this.#problems = [];
    this.#host.requestUpdate();
  }

  async submit(): Promise<void> {
    if (this.#busy) return;
    const { fields, schema, send } = this.#options;
    const t: FormView['t'] = (id, params) => this.#host.t(id, params);
    this.#problems = checkFields(fields(), this.#values, schema, t);
    this.#host.requestUpdate();
    if (this.#problems.length > 0) {
      await this.#host.focusOn(`#${idOf(this.#view, 'form')} .error-summary`);
      return;
    }
    this.#busy = true;
    this.#host.announce(t('kit.saving'));
    try {
      if (await send(this.data)) {
        this.reset();
        this.#host.announce(t('kit.saved'));
      }
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  /** The whole form. `legend` is its heading; `after` stands below the button. */
  render(
    view: { legend?: unknown; level?: number; submit?: string; before?: unknown; after?: unknown } = {},
  ): TemplateResult {
    const level = view.level ?? 3;
    const id = idOf(this.#view, 'form');
    const { fields } = this.#options;
    return html`<form
      id=${id}
      novalidate
      autocomplete="off"
      part="form"
      aria-labelledby=${view.legend ? `${id}-legend` : nothing}
      @submit=${this.#onSubmit}
    >
      ${view.legend ? heading(level, view.legend, { id: `${id}-legend`, small: true }) : nothing}
      ${errorSummary(this.#view, this.#problems, level + 1, (name) => void this.goTo(name))} ${view.before}
      ${fieldsFor({
        ...this.#view,
        fields: fields(),
        values: this.#values,
        problems: this.#problems,
        change: (name, value) => this.set(name, value),
      })}
      <div class="actions">
        ${mainButton(this.#busy ? this.#host.t('kit.saving') : (view.submit ?? this.#host.t('kit.save')), { busy: this.#busy })}
      </div>
      ${view.after}
    </form>`;
  }

  /** Puts the focus where this field can be answered. */
  async goTo(name: string): Promise<void> {
    await goToField(this.#host, this.#view, name);
  }

  get #view(): FormView {
    return { prefix: this.#options.name, t: (id, params) => this.#host.t(id, params) };
  }

  #forget(): void {
    this.#values = {};
    this.#problems = [];
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.submit();
  };
}

/** Puts the focus on a field, or on the first control of a group. */
export async function goToField(host: MspElement, view: FormView, name: string): Promise<void> {
  const id = idOf(view, name);
  await host.focusOn(`:is(input, textarea, select)#${id}, #${id} :is(input, textarea, select)`);
}
