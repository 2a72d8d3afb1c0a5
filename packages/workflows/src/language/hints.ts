import { compiled, normal } from './compile.js';
import { english } from './english.js';
import { quotedRanges } from './quoted.js';
import type { VocabularyEntry } from './vocabulary.js';

/** A place in a text that could be said in a kinder or clearer way. It never blocks and nothing is rewritten. */
export type Hint = {
  /** In UTF-16 code units of the text, as `slice` counts. */
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly code: string;
  readonly why: string;
  readonly instead: readonly string[];
  readonly cites: string;
};

/**
 * Where a worker's text could be kinder to the person it is about. What stands in quotation marks, or on lines that begin with
 * `>`, is somebody's own words and is left alone. Takes time in proportion to the length of the text.
 *
 * @param vocabulary English by default; `[...english, ...ours]` adds to it. Keep the array: it is made ready once.
 */
export const hints = (
  text: string,
  { vocabulary = english }: { readonly vocabulary?: readonly VocabularyEntry[] } = {},
): Hint[] => {
  if (vocabulary.length === 0) return [];
  const { expression, entries } = compiled(vocabulary);
  const quoted = quotedRanges(text);
  const found: Hint[] = [];
  let passed = 0;
  for (const { 0: phrase, index: start } of text.matchAll(expression)) {
    const entry = entries.get(normal(phrase));
    if (!entry) continue;
    while ((quoted[passed]?.[1] ?? Infinity) <= start) passed += 1;
    if ((quoted[passed]?.[0] ?? Infinity) <= start) continue;
    const { code, why, instead, cites } = entry;
    found.push({ start, end: start + phrase.length, found: phrase, code, why, instead, cites });
  }
  return found;
};
