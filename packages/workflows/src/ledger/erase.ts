import type { EventType } from '../case/events.js';
import { changeTexts, changeTextsOf } from './free-text.js';
import { ERASED, type SealedEvent } from './sealed.js';

/** Which text to erase: of one entry, one field (dotted, as in `commitments`) or all. */
export type Erasure = { readonly sequence: number; readonly path?: string };

/** One text of an entry, and what its commitment was salted with. */
export type Word = { readonly text: string; readonly salt: string };

/** What a correction puts in place holds codes as well as words: only the words, by the entry that it corrects, are erased. */
export const wordsOf = (events: readonly SealedEvent[], event: SealedEvent): ReadonlySet<string> => {
  const paths = new Set<string>();
  const note = (prefix: string) => (text: string, path: string) => {
    paths.add(prefix + path);
    return text;
  };
  if (event.type !== 'entry.corrected') changeTexts(event, note(''));
  else {
    paths.add('because');
    const { entryId, data } = event.data;
    const corrected: EventType | undefined = events.find(({ id }) => id === entryId)?.type;
    if (corrected) changeTextsOf(corrected, data, note('data.'));
  }
  return paths;
};

const without = (salts: Readonly<Record<string, string>>, gone: ReadonlySet<string>): Record<string, string> =>
  Object.fromEntries(Object.entries(salts).filter(([path]) => !gone.has(path)));

/** The entry with these of its texts erased. */
export const eraseIn = (event: SealedEvent, gone: ReadonlySet<string>): SealedEvent => {
  const data = changeTexts(event, (text, path) => (gone.has(path) ? ERASED : text));
  return { ...event, data, seal: { ...event.seal, salts: without(event.seal.salts, gone) } } as SealedEvent;
};

/**
 * The record without these texts (or, with `'all'`, without any): each reads `[erased]`, and its salt is gone, so that it cannot be
 * guessed from what is kept. Commitments stay, so `verify` still holds and says what was erased. Codes, dates and who recorded an
 * entry stay, so the record replays to the same state. What was given is not changed: delete it, and its copies.
 */
export const erase = (events: readonly SealedEvent[], fields: readonly Erasure[] | 'all'): SealedEvent[] =>
  events.map((event) => {
    const asked =
      fields === 'all' ? [{ sequence: event.sequence }] : fields.filter((one) => one.sequence === event.sequence);
    const all = wordsOf(events, event);
    const gone = new Set(
      [...all].filter((path) => asked.some((one: Erasure) => one.path === undefined || one.path === path)),
    );
    return gone.size === 0 ? event : eraseIn(event, gone);
  });
