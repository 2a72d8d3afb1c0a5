import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Change, Field, Problem, Value } from './field.js';
import { idOf, why } from './templates.js';
import type { FormView, Piece } from './templates.js';

/** One field as it stands now. */
export type FieldView = FormView & {
  readonly field: Field;
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
  readonly change: (change: Change) => void;
  /** The label is the heading of the page, at this level. */
  readonly headingLevel?: number | undefined;
};

/** The ids of what describes a field: hint, then error. Only ids that are there. */
export function describedBy(view: FieldView): string | typeof nothing {
  const ids = [
    view.field.hint || view.field.kind === 'lines' ? idOf(view, view.field.name, 'hint') : '',
    problemOf(view) ? idOf(view, view.field.name, 'error') : '',
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

export const problemOf = (view: FieldView): string | undefined =>
  view.problems.find((problem) => problem.name === view.field.name)?.text;

export const hint = (view: FieldView): Piece => {
  const lines = view.field.kind === 'lines' ? view.t('kit.one-per-line') : '';
  const text = [view.field.hint, lines].filter(Boolean).join(' ');
  return text ? html`<p class="hint" part="hint" id=${idOf(view, view.field.name, 'hint')}>${text}</p>` : nothing;
};

export const error = (view: FieldView): Piece => {
  const text = problemOf(view);
  return text
    ? html`<p class="error" part="error" id=${idOf(view, view.field.name, 'error')}>
        <span class="only-read-aloud">${view.t('kit.error-prefix')}</span> ${text}
      </p>`
    : nothing;
};

const label = (view: FieldView): Piece => {
  const tag = html`<label for=${idOf(view, view.field.name)} part="label">${view.field.label}</label>`;
  if (!view.headingLevel) return tag;
  if (view.headingLevel <= 1) return html`<h1 class="heading" part="heading" tabindex="-1">${tag}</h1>`;
  if (view.headingLevel === 2) return html`<h2 class="heading" part="heading" tabindex="-1">${tag}</h2>`;
  return html`<h3 class="heading" part="heading" tabindex="-1">${tag}</h3>`;
};

const frame = (view: FieldView, control: Piece): Piece =>
  html`<div class="field ${problemOf(view) ? 'has-error' : ''}" part="field">
    ${label(view)} ${hint(view)} ${why(view, view.field.why)} ${error(view)} ${control}
  </div>`;

/** One line of text, many lines, or a list to choose from. */
export function textField(view: FieldView): Piece {
  const { field } = view;
  const id = idOf(view, field.name);
  const value = typeof view.value === 'string' ? view.value : '';
  const invalid = problemOf(view) ? 'true' : nothing;
  const onInput = (event: Event): void => view.change((event.target as HTMLInputElement).value);
  if (field.kind === 'textarea' || field.kind === 'lines') {
    return frame(
      view,
      html`<textarea
        id=${id}
        part="input"
        rows=${field.rows ?? 4}
        autocomplete="off"
        aria-describedby=${describedBy(view)}
        aria-invalid=${invalid}
        .value=${live(value)}
        @input=${onInput}
      ></textarea>`,
    );
  }
  if (field.kind === 'select') {
    return frame(
      view,
      html`<select
        id=${id}
        part="input"
        autocomplete="off"
        aria-describedby=${describedBy(view)}
        aria-invalid=${invalid}
        @change=${onInput}
      >
        <option value="" ?selected=${value === ''}>${view.t('kit.choose')}</option>
        ${field.options?.map(
          (option) => html`<option value=${option.value} ?selected=${value === option.value}>${option.label}</option>`,
        )}
      </select>`,
    );
  }
  return frame(
    view,
    html`<input
      id=${id}
      part="input"
      type="text"
      autocomplete=${field.autocomplete ?? 'off'}
      inputmode=${field.inputmode ?? nothing}
      aria-describedby=${describedBy(view)}
      aria-invalid=${invalid}
      .value=${live(value)}
      @input=${onInput}
    />`,
  );
}
