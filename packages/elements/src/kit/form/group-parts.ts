import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '@msp/workflows/questions';
import { describedBy, error, hint, problemOf } from './field-parts.js';
import type { FieldView } from './field-parts.js';
import { asText } from './field.js';
import type { Value } from './field.js';
import { heading, idOf, inset, why } from './templates.js';
import type { Piece } from './templates.js';

const fieldset = (view: FieldView, content: unknown, role: 'radiogroup' | 'group'): Piece => html`
  <fieldset
    id=${idOf(view, view.field.name)}
    class="field ${problemOf(view) ? 'has-error' : ''}"
    part="field"
    role=${role}
    tabindex="-1"
    aria-describedby=${describedBy(view)}
    aria-invalid=${role === 'radiogroup' && problemOf(view) ? 'true' : nothing}
  >
    <legend part="label">${view.headingLevel ? heading(view.headingLevel, view.field.label) : view.field.label}</legend>
    ${hint(view)} ${why(view, view.field.why)} ${error(view)} ${content}
  </fieldset>
`;

const afterChange = (values: readonly string[], option: Choice, on: boolean, options: readonly Choice[]): string[] => {
  if (!on) return values.filter((value) => value !== option.value);
  if (option.alone) return [option.value];
  const alone = new Set(options.filter((other) => other.alone).map((other) => other.value));
  return [...values.filter((value) => !alone.has(value) && value !== option.value), option.value];
};

/** Radios or checkboxes. Each has an id of its own: the second “Yes” of a page answers the second question. */
export function choiceField(view: FieldView): Piece {
  const { field } = view;
  const many = field.kind === 'checkboxes';
  const options = field.options ?? [];
  const listOf = (value: Value | undefined): readonly string[] =>
    Array.isArray(value) ? (value as readonly string[]) : value ? [asText(value)] : [];
  const chosen = listOf(view.value);
  const change = (option: Choice, event: Event): void => {
    const on = (event.target as HTMLInputElement).checked;
    view.change(many ? (now) => afterChange(listOf(now), option, on, options) : option.value);
  };
  const row = (option: Choice): Piece => {
    const id = idOf(view, field.name, option.value);
    const on = chosen.includes(option.value);
    const hintId = option.hint ? `${id}-hint` : nothing;
    return html`${many && option.alone ? html`<p class="or">${view.t('kit.or')}</p>` : nothing}
      <div class="choice">
        <input
          id=${id}
          type=${many ? 'checkbox' : 'radio'}
          name=${idOf(view, field.name)}
          value=${option.value}
          autocomplete="off"
          aria-describedby=${hintId}
          aria-invalid=${many && problemOf(view) ? 'true' : nothing}
          .checked=${live(on)}
          @change=${(event: Event) => change(option, event)}
        />
        <label for=${id}>${option.label}</label>
        ${option.hint ? html`<p class="hint" id=${hintId}>${option.hint}</p>` : nothing}
      </div>
      ${on && option.note ? inset(option.note, 'urgent') : nothing}`;
  };
  return fieldset(view, html`<div class="choices">${options.map(row)}</div>`, many ? 'group' : 'radiogroup');
}

const PARTS = ['day', 'month', 'year'] as const;

/** A date in three boxes, as the person knows it. */
export function dateField(view: FieldView): Piece {
  const partsOf = (value: Value | undefined): { day: string; month: string; year: string } => {
    const [year = '', month = '', day = ''] = asText(value).split('-');
    return { day, month, year };
  };
  const parts = partsOf(view.value);
  const input = (part: (typeof PARTS)[number]): Piece => {
    const id = idOf(view, view.field.name, part);
    const change = (event: Event): void => {
      const typed = (event.target as HTMLInputElement).value.replaceAll('-', '');
      view.change((now) => {
        const next = { ...partsOf(now), [part]: typed };
        return next.year || next.month || next.day ? `${next.year}-${next.month}-${next.day}` : '';
      });
    };
    return html`<div class="date-part">
      <label for=${id}>${view.t(`kit.${part}`)}</label>
      <input
        id=${id}
        class=${part}
        part="input"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${problemOf(view) ? 'true' : nothing}
        .value=${live(parts[part])}
        @input=${change}
      />
    </div>`;
  };
  return fieldset(view, html`<div class="date">${PARTS.map(input)}</div>`, 'group');
}
