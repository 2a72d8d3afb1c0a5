import type { VocabularyEntry } from './vocabulary.js';

/** A vocabulary made ready: one expression that finds every phrase, and whose phrase it is (`null`: one that does no harm). */
export type Compiled = { readonly expression: RegExp; readonly entries: ReadonlyMap<string, VocabularyEntry | null> };

/** `refus[es|ed] to` as the phrases that it stands for. */
const phrasesOf = (form: string): string[] => {
  const from = form.indexOf('[');
  const to = form.indexOf(']', from);
  if (from < 0 || to < 0) return [form];
  const [before, after] = [form.slice(0, from), form.slice(to + 1)];
  return form
    .slice(from + 1, to)
    .split('|')
    .flatMap((part) => phrasesOf(before + part + after));
};

/** As phrases are compared: small letters, one space, one apostrophe. */
export const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim();

type Tree = Map<string, Tree>;

const END = '';

const grow = (tree: Tree, phrase: string): void => {
  let branch = tree;
  for (const sign of [...phrase, END]) {
    const next = branch.get(sign) ?? new Map<string, Tree>();
    branch.set(sign, next);
    branch = next;
  }
};

const signPattern = (sign: string): string => {
  if (sign === ' ') return '[\\s\\p{Pd}]{1,3}';
  return sign === "'" ? "['’ʼ]" : sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
};

/** Beginnings that phrases share are tried once; a longer phrase is tried before a shorter one that begins it. */
const pattern = (tree: Tree): string => {
  const longer = [...tree].filter(([sign]) => sign !== END).map(([sign, rest]) => signPattern(sign) + pattern(rest));
  if (longer.length === 0) return '';
  return `(?:${longer.join('|')})${tree.has(END) ? '?' : ''}`;
};

const compile = (vocabulary: readonly VocabularyEntry[]): Compiled => {
  const entries = new Map<string, VocabularyEntry | null>();
  for (const entry of vocabulary)
    for (const phrase of entry.forms.flatMap(phrasesOf)) entries.set(normal(phrase), entry);
  for (const { harmless = [] } of vocabulary)
    for (const phrase of harmless.flatMap(phrasesOf)) entries.set(normal(phrase), null);
  const tree: Tree = new Map();
  for (const phrase of entries.keys()) grow(tree, phrase);
  const expression = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${pattern(tree)}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
  return { expression, entries };
};

const ready = new WeakMap<readonly VocabularyEntry[], Compiled>();

export const compiled = (vocabulary: readonly VocabularyEntry[]): Compiled => {
  const before = ready.get(vocabulary);
  if (before) return before;
  const now = compile(vocabulary);
  ready.set(vocabulary, now);
  return now;
};
