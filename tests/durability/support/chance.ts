/** What a proof leaves to chance follows from this one number, so that what it found can be looked for again. */
export const seed = Number(process.env['MSP_SEED'] ?? 20_261_123);
if (!Number.isSafeInteger(seed)) throw new Error('MSP_SEED has to be a whole number.');

export type Chance = {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0, below this one. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(from: readonly T[]): T[];
};

/** FNV-1a: spreads neighbouring numbers and names far apart. */
const spread = (text: string): number => {
  let mixed = 0x811c9dc5;
  for (const letter of text) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return mixed >>> 0;
};

/** A row of chances of its own for each thing that it is about: what others draw, and when, changes nothing in it. */
export const chanceFor = (...about: readonly (string | number)[]): Chance => {
  let state = spread([seed, ...about].join('/'));
  // Mulberry32.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('There is nothing to pick from.');
    return from[below(from.length)] as T;
  };
  const shuffled = <T>(from: readonly T[]): T[] =>
    from
      .map((one) => ({ one, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ one }) => one);
  return { next, below, pick, shuffled };
};
