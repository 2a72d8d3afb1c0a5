import { own } from '../kit/own.js';
import { type Word, eraseIn, wordsOf } from './erase.js';
import { changeTexts } from './free-text.js';
import type { SealedEvent } from './sealed.js';

/** The words of an entry, apart from it: each text with its salt, by its path. To be kept encrypted. */
export type Words = Readonly<Record<string, Word>>;

/**
 * An entry in two parts, so that its words can be kept encrypted and can be lost without it: `kept` is the entry as it reads once its
 * words are erased (it verifies and replays by itself), `words` are what `join` puts back.
 *
 * @param before the entries before it: what a correction puts in place is read by the entry that it corrects.
 */
export const part = (
  event: SealedEvent,
  before: readonly SealedEvent[],
): { readonly kept: SealedEvent; readonly words: Words } => {
  const paths = wordsOf(before, event);
  const words: Record<string, Word> = {};
  changeTexts(event, (text, path) => {
    const salt = own(event.seal.salts, path);
    if (salt !== undefined && paths.has(path)) words[path] = { text, salt };
    return text;
  });
  return { kept: paths.size === 0 ? event : eraseIn(event, paths), words };
};

/** The entry with its words again. Without them (`{}`, once they are lost for good) it stays as it reads erased. */
export const join = (kept: SealedEvent, words: Words): SealedEvent => {
  if (Object.keys(words).length === 0) return kept;
  const salts: Record<string, string> = { ...kept.seal.salts };
  const data = changeTexts(kept, (text, path) => {
    const word = own(words, path);
    if (!word) return text;
    salts[path] = word.salt;
    return word.text;
  });
  return { ...kept, data, seal: { ...kept.seal, salts } } as SealedEvent;
};
