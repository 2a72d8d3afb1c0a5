import { stored, holds, isBlank, nest, writtenDate } from '@msp/workflows/questions';
import type { AnswerKind, Choice, Condition } from '@msp/workflows/questions';

/** One field of a small form, as data. */
export type Field = {
  /** Where the answer goes in the data, dotted: `conversation.freeToSpeak`. Unique in its form. */
  readonly name: string;
  /** `lines` records one text a line; `items` a list of objects with `fields` of their own. */
  readonly kind: AnswerKind | 'lines' | 'items';
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why we ask, shown on request. */
  readonly why?: string | undefined;
  readonly options?: readonly Choice[] | undefined;
  /** Must be answered; as a text, what to say when it is not. */
  readonly required?: boolean | string | undefined;
  readonly showWhen?: Condition | undefined;
  /** Only where the answer is about whoever fills the form in (WCAG 1.3.5); `off` everywhere else. */
  readonly autocomplete?: 'name' | 'email' | 'tel' | 'organization' | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'tel' | 'email' | undefined;
  readonly rows?: number | undefined;
  /** `date` only: the day, or day and month, may be left out. */
  readonly approximate?: boolean | undefined;
  /** `items` only: the fields of one item, and what one item is called (“Action”). */
  readonly fields?: readonly Field[] | undefined;
  readonly itemLabel?: string | undefined;
};

/** What a form holds, by the name of the field, as typed. */
export type Values = { readonly [name: string]: Value };
export type Value = string | readonly string[] | readonly Values[];

/** The next value, or how it follows from the value now: two changes between two drawings both count. */
export type Change = Value | ((now: Value | undefined) => Value);

export const changed = (change: Change, now: Value | undefined): Value =>
  typeof change === 'function' ? change(now) : change;

/** A value as text; what is no text is blank. */
export const asText = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

/** What stands in the way of one field, in words for whoever fills it in. */
export type Problem = { readonly name: string; readonly text: string };

/** The part of a zod schema that a form needs. */
export type Schema = {
  safeParse(data: unknown): {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly { readonly code?: string; readonly path: readonly PropertyKey[] }[] };
  };
};

/** The fields that the answers so far call for. */
export const shownFields = (fields: readonly Field[], values: Values): Field[] =>
  fields.filter((field) => holds(field.showWhen, values));

const isBlankItem = (item: Values): boolean => Object.values(item).every((value) => isBlank(value));

function dataOf(field: Field, value: Value | undefined): unknown {
  if (value === undefined || isBlank(value)) return undefined;
  if (field.kind === 'items') {
    const items = (value as readonly Values[]).filter((item) => !isBlankItem(item));
    return items.length > 0 ? items.map((item) => toData(field.fields ?? [], item)) : undefined;
  }
  if (field.kind === 'lines') {
    return asText(value)
      .split('\n')
      .filter((line) => line.trim() !== '');
  }
  if (field.kind === 'date') return writtenDate(asText(value), field.approximate);
  return stored(value as string | readonly string[], field.options);
}

/** The data that an answered form records. Blank and hidden fields are left out, words are kept to the letter. */
export function toData(fields: readonly Field[], values: Values): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const field of shownFields(fields, values)) {
    const data = dataOf(field, values[field.name]);
    if (data !== undefined) entries.push([field.name, data]);
  }
  return nest(entries);
}
