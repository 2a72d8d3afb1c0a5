import type { Answer, Answers, FieldInWords } from '@msp/workflows/questions';
import { html } from 'hono/html';
import type { PageWords } from './words.js';

/** A piece of HTML in which whatever came from outside is escaped. */
export type Piece = ReturnType<typeof html>;

export const nothing: Piece = html``;

export type FieldView = {
  readonly field: FieldInWords;
  readonly answers: Answers;
  readonly problem: string | undefined;
  /** The label is the heading of the page. */
  readonly isHeading: boolean;
  readonly words: PageWords;
};

const idOf = ({ field }: FieldView, part = ''): string => `q-${field.name}${part && `-${part}`}`;

const describedBy = (view: FieldView): Piece => {
  const ids = [view.field.hint ? idOf(view, 'hint') : '', view.problem ? idOf(view, 'error') : ''].filter(Boolean);
  return ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : nothing;
};

const invalid = ({ problem }: FieldView): Piece => (problem ? html` aria-invalid="true"` : nothing);

const hint = (view: FieldView): Piece =>
  view.field.hint ? html`<p class="hint" id="${idOf(view, 'hint')}">${view.field.hint}</p>` : nothing;

const error = (view: FieldView): Piece =>
  view.problem
    ? html`<p class="error" id="${idOf(view, 'error')}">
        <span class="unseen">${view.words.t('kit.error-prefix')}</span> ${view.problem}
      </p>`
    : nothing;

const asText = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');

const oneOf = (view: FieldView, control: Piece): Piece => {
  const label = html`<label for="${idOf(view)}">${view.field.label}</label>`;
  return html`<div class="field">
    ${view.isHeading ? html`<h1>${label}</h1>` : label} ${hint(view)} ${error(view)} ${control}
  </div>`;
};

const group = (view: FieldView, role: 'radiogroup' | 'group', content: Piece): Piece =>
  html`<fieldset
    class="field"
    id="${idOf(view)}"
    role="${role}"
    tabindex="-1"
    ${describedBy(view)}
    ${role === 'radiogroup' ? invalid(view) : nothing}
  >
    <legend>${view.isHeading ? html`<h1>${view.field.label}</h1>` : view.field.label}</legend>
    ${hint(view)} ${error(view)} ${content}
  </fieldset>`;

const choices = (view: FieldView): Piece => {
  const { field, answers, words } = view;
  const many = field.kind === 'checkboxes';
  const answer = answers[field.name];
  const chosen = typeof answer === 'string' ? [answer] : (answer ?? []);
  const rows = (field.options ?? []).map((option) => {
    const id = idOf(view, option.value);
    return html`${many && option.alone ? html`<p class="or">${words.t('kit.or')}</p>` : nothing}
      <div class="choice">
        <input
          id="${id}"
          type="${many ? 'checkbox' : 'radio'}"
          name="${field.name}"
          value="${option.value}"
          autocomplete="off"
          ${chosen.includes(option.value) ? html`checked` : nothing}
          ${option.hint || option.note ? html`aria-describedby="${id}-hint"` : nothing}
          ${many ? invalid(view) : nothing}
        />
        <label for="${id}">${option.label}</label>
        ${
          option.hint || option.note
            ? html`<p class="hint" id="${id}-hint">${[option.hint, option.note].filter(Boolean).join(' ')}</p>`
            : nothing
        }
      </div>`;
  });
  return group(view, many ? 'group' : 'radiogroup', html`${rows}`);
};

const PARTS = ['day', 'month', 'year'] as const;

/** The boxes of a date come back as fields of their own: `dateOfBirth.day`. */
export const datePart = (name: string, part: (typeof PARTS)[number]): string => `${name}.${part}`;

const date = (view: FieldView): Piece => {
  const [year = '', month = '', day = ''] = asText(view.answers[view.field.name]).split('-');
  const values = { day, month, year };
  const boxes = PARTS.map(
    (part) =>
      html`<div class="date-part">
        <label for="${idOf(view, part)}">${view.words.t(`kit.${part}`)}</label>
        <input
          id="${idOf(view, part)}"
          class="${part}"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          name="${datePart(view.field.name, part)}"
          value="${values[part]}"
          ${invalid(view)}
        />
      </div>`,
  );
  return group(view, 'group', html`<div class="date">${boxes}</div>`);
};

/** One question as plain HTML. */
export const fieldOf = (view: FieldView): Piece => {
  const { field, answers, words } = view;
  const value = asText(answers[field.name]);
  switch (field.kind) {
    case 'radios':
    case 'checkboxes':
      return choices(view);
    case 'date':
      return date(view);
    case 'textarea':
      return oneOf(
        view,
        // The line break after the tag is the form's own: the first of what was written stays.
        html`<textarea
          id="${idOf(view)}"
          name="${field.name}"
          rows="${field.rows ?? 4}"
          autocomplete="off"
          ${describedBy(view)}
          ${invalid(view)}
        >
${value}</textarea>`,
      );
    case 'select':
      return oneOf(
        view,
        html`<select id="${idOf(view)}" name="${field.name}" autocomplete="off" ${describedBy(view)} ${invalid(view)}>
          <option value="">${words.t('kit.choose')}</option>
          ${(field.options ?? []).map(
            (option) =>
              html`<option value="${option.value}" ${option.value === value ? html`selected` : nothing}>
                ${option.label}
              </option>`,
          )}
        </select>`,
      );
    default:
      return oneOf(
        view,
        html`<input
          id="${idOf(view)}"
          type="text"
          name="${field.name}"
          value="${value}"
          autocomplete="${field.autocomplete ?? 'off'}"
          ${describedBy(view)}
          ${invalid(view)}
        />`,
      );
  }
};

/** The answers to these questions, as a browser sends them. Whatever else it sends is left aside. */
export const answersIn = (given: URLSearchParams, fields: readonly FieldInWords[]): Answers =>
  Object.fromEntries(
    fields.map(({ name, kind, options }): [string, Answer] => {
      if (kind === 'date') {
        const parts = [...PARTS].reverse().map((part) => (given.get(datePart(name, part)) ?? '').replaceAll('-', ''));
        return [name, parts.some((part) => part.trim() !== '') ? parts.join('-') : ''];
      }
      const known = new Set(options?.map(({ value }) => value));
      if (kind === 'checkboxes') {
        const chosen = given.getAll(name).filter((value) => known.has(value));
        // A browser without scripts lets both be ticked. Whoever named something knows something.
        const named = chosen.filter((value) => !options?.find((option) => option.value === value)?.alone);
        return [name, named.length > 0 ? named : chosen];
      }
      const value = given.get(name) ?? '';
      return [name, options && !known.has(value) ? '' : value.replaceAll('\r\n', '\n')];
    }),
  );
