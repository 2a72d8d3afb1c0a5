import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { textField } from './field-parts.js';
import { choiceField, dateField } from './group-parts.js';
import { shownFields } from './field.js';
import type { Field, Problem, Value, Values } from './field.js';
import { heading, idOf } from './templates.js';
import type { FormView, Piece } from './templates.js';

/** A list of fields with their values and what is wrong with them. */
export type FieldsView = FormView & {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly change: (name: string, value: Value) => void;
  /** Gives the only field of a page the page's heading. */
  readonly headingLevel?: number | undefined;
};

const items = (view: FieldsView, field: Field, value: Value | undefined): Piece => {
  const list = Array.isArray(value) && value.length > 0 ? (value as readonly Values[]) : [{}];
  const set = (next: readonly Values[]): void => view.change(field.name, next);
  const itemLabel = field.itemLabel ?? field.label;
  return html`<div
    class="field"
    part="field"
    id=${idOf(view, field.name)}
    role="group"
    tabindex="-1"
    aria-labelledby=${idOf(view, field.name, 'label')}
  >
    ${heading(4, field.label, { id: idOf(view, field.name, 'label'), small: true })}
    ${field.hint ? html`<p class="hint">${field.hint}</p>` : nothing}
    ${view.problems.filter(({ name }) => name === field.name).map(({ text }) => html`<p class="error">${text}</p>`)}
    ${list.map(
      (item, index) =>
        html`<fieldset class="item">
          <legend>${view.t('kit.number-of', { label: itemLabel, number: index + 1 })}</legend>
          ${fieldsFor({
            ...view,
            prefix: idOf(view, field.name, String(index)),
            fields: field.fields ?? [],
            values: item,
            problems: [],
            headingLevel: undefined,
            change: (name, part) => set(list.map((other, at) => (at === index ? { ...other, [name]: part } : other))),
          })}
          ${
            list.length > 1
              ? html`<button
                  class="link"
                  type="button"
                  aria-label=${view.t('kit.remove-number', { number: index + 1 })}
                  @click=${() => set(list.filter((_, at) => at !== index))}
                >
                  ${view.t('kit.remove')}
                </button>`
              : nothing
          }
        </fieldset>`,
    )}
    <button class="button quiet" type="button" @click=${() => set([...list, {}])}>${view.t('kit.add-another')}</button>
  </div>`;
};

/** Draws a list of fields: those that the answers so far call for, in their order. */
export function fieldsFor(view: FieldsView): TemplateResult {
  return html`${shownFields(view.fields, view.values).map((field) => {
    const value = view.values[field.name];
    if (field.kind === 'items') return items(view, field, value);
    const one = { ...view, field, value, change: (next: Value) => view.change(field.name, next) };
    if (field.kind === 'radios' || field.kind === 'checkboxes') return choiceField(one);
    return field.kind === 'date' ? dateField(one) : textField(one);
  })}`;
}
