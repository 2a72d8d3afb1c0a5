import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { textField } from './field-parts.js';
import { choiceField, dateField } from './group-parts.js';
import { changed, shownFields } from './field.js';
import type { Change, Field, Problem, Value, Values } from './field.js';
import { idOf } from './templates.js';
import type { FormView, Piece } from './templates.js';

/** A list of fields with their values and what is wrong with them. */
export type FieldsView = FormView & {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly change: (name: string, change: Change) => void;
  /** Makes the label of the first field the heading of the page, at this level. */
  readonly headingLevel?: number | undefined;
};

const items = (view: FieldsView, field: Field, value: Value | undefined): Piece => {
  const listOf = (now: Value | undefined): readonly Values[] =>
    Array.isArray(now) && now.length > 0 ? (now as readonly Values[]) : [{}];
  const list = listOf(value);
  const set = (next: (now: readonly Values[]) => readonly Values[]): void =>
    view.change(field.name, (now) => next(listOf(now)));
  const itemLabel = field.itemLabel ?? field.label;
  return html`<div
    class="field"
    part="field"
    id=${idOf(view, field.name)}
    role="group"
    tabindex="-1"
    aria-labelledby=${idOf(view, field.name, 'label')}
  >
    <p class="heading-small" id=${idOf(view, field.name, 'label')}>${field.label}</p>
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
            change: (name, part) =>
              set((now) =>
                now.map((other, at) => (at === index ? { ...other, [name]: changed(part, other[name]) } : other)),
              ),
          })}
          ${
            list.length > 1
              ? html`<button
                  class="link"
                  type="button"
                  aria-label=${view.t('kit.remove-number', { number: index + 1 })}
                  @click=${() => set((now) => now.filter((_, at) => at !== index))}
                >
                  ${view.t('kit.remove')}
                </button>`
              : nothing
          }
        </fieldset>`,
    )}
    <button class="button quiet" type="button" @click=${() => set((now) => [...now, {}])}>
      ${view.t('kit.add-another')}
    </button>
  </div>`;
};

/** Draws a list of fields: those that the answers so far call for, in their order. */
export function fieldsFor(view: FieldsView): TemplateResult {
  return html`${shownFields(view.fields, view.values).map((field, index) => {
    const value = view.values[field.name];
    if (field.kind === 'items') return items(view, field, value);
    const one = {
      ...view,
      field,
      value,
      headingLevel: index === 0 ? view.headingLevel : undefined,
      change: (next: Change) => view.change(field.name, next),
    };
    if (field.kind === 'radios' || field.kind === 'checkboxes') return choiceField(one);
    return field.kind === 'date' ? dateField(one) : textField(one);
  })}`;
}
