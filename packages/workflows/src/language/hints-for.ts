import type { CaseEvent, Role } from '../case/events.js';
import { type Hint, hints } from './hints.js';
import type { VocabularyEntry } from './vocabulary.js';
import { whose } from './whose.js';

/** A hint and the field that it is in, dotted, as forms name it: `actions.0.what`. */
export type FieldHint = Hint & { readonly path: string };

/** Whoever writes in another role writes for themselves, and is never told how to put it. */
const workers: readonly Role[] = ['practitioner', 'manager', 'partner', 'advocate'];

type Text = { readonly path: string; readonly text: string };

const textsAt = (value: unknown, steps: readonly string[], path: readonly (string | number)[] = []): Text[] => {
  if (steps.length === 0) return typeof value === 'string' ? [{ path: path.join('.'), text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const [step, ...rest] = steps as [string, ...string[]];
  if (step === '[]') return Array.isArray(value) ? value.flatMap((one, at) => textsAt(one, rest, [...path, at])) : [];
  return textsAt((value as Record<string, unknown>)[step], rest, [...path, step]);
};

const stepsOf = (path: string): string[] => path.replaceAll('[]', '.[]').split('.');

/**
 * Hints for what a worker wrote in an event. Never for the person's own words, nor for anything that the person, somebody who speaks
 * for them or whoever raised the concern wrote. An unfinished event will do: hints come while somebody writes.
 */
export const hintsFor = (
  { type, by, data }: Pick<CaseEvent, 'type' | 'by' | 'data'>,
  options?: { readonly vocabulary?: readonly VocabularyEntry[] },
): FieldHint[] => {
  if (!workers.includes(by.role)) return [];
  return Object.entries(whose[type] ?? {})
    .filter(([, owner]) => owner === 'workers')
    .flatMap(([path]) => textsAt(data, stepsOf(path)))
    .flatMap(({ path, text }) => hints(text, options).map((hint) => ({ ...hint, path })));
};
