import { isBlank } from '@msp/workflows/questions';
import type { KitMessageId, Params } from '../messages.js';
import { shownFields, toData } from './field.js';
import type { Field, Problem, Schema, Values } from './field.js';

type Translate = (id: KitMessageId, params?: Params) => string;

const textFor = (field: Field, code: string | undefined): KitMessageId => {
  if (code === 'too_big') return 'kit.field.too-long';
  if (field.kind === 'date') return 'kit.field.date';
  if (code === 'custom') return 'kit.field.characters';
  return 'kit.field.other';
};

/**
 * What has to change before the form can be recorded: required fields first, then whatever the schema of the data says.
 *
 * Only what a field can put right is named here. Why the case as a whole does not allow it are the engine's blockers.
 */
export function checkFields(
  fields: readonly Field[],
  values: Values,
  schema: Schema | undefined,
  t: Translate,
): Problem[] {
  const problems = new Map<string, string>();
  const add = (field: Field, text: string): void => {
    if (!problems.has(field.name)) problems.set(field.name, text);
  };
  for (const field of shownFields(fields, values)) {
    if (!field.required || !isBlank(values[field.name])) continue;
    add(field, typeof field.required === 'string' ? field.required : t('kit.field.required', { label: field.label }));
  }
  const parsed = schema?.safeParse(toData(fields, values));
  for (const issue of parsed?.error?.issues ?? []) {
    const path = issue.path.map(String).join('.');
    const at = shownFields(fields, values).find((field) => path === field.name || path.startsWith(`${field.name}.`));
    if (at && !isBlank(values[at.name])) add(at, t(textFor(at, issue.code), { label: at.label }));
  }
  return fields.flatMap((field) => {
    const text = problems.get(field.name);
    return text === undefined ? [] : [{ name: field.name, text }];
  });
}
