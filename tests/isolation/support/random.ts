/** Chance that can be had again: the same seed gives the same choices on every machine. */
export type Random = {
  /** A whole number from 0, below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** So many hexadecimal digits. */
  readonly hex: (digits: number) => string;
};

export const randomFrom = (seed: number): Random => {
  let state = (seed ^ 0x9e37_79b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
};

const digitsOf = (value: number, count: number): string => value.toString(16).padStart(count, '0');

/** A UUID of version 7 that says nothing but which of many it is. */
export const uuidOf = (history: number, group: number, number: number, tenant: number): string =>
  `01960000-${digitsOf(history, 4)}-7${digitsOf(group, 3)}-8${digitsOf(number, 3)}-${digitsOf(tenant, 12)}`;
