const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** By how many letters are left after whole groups of four: the bits of the last one that stand for nothing. One letter says no byte. */
const SPARE: readonly (number | undefined)[] = [0b000000, undefined, 0b001111, 0b000011];

/**
 * Whether a part of a token is base64url in its one canonical spelling (RFC 4648, 3.5; RFC 7515, 2): no padding, no other letter, and
 * nothing in the bits that stand for nothing. So of one token there is one spelling of each part.
 */
const isCanonical = (part: string): boolean => {
  const spare = SPARE[part.length % 4];
  const last = ALPHABET.indexOf(part.at(-1) ?? '');
  return spare !== undefined && last >= 0 && (last & spare) === 0;
};

/** Whether each part of a compact token is. That it has no other letters is said by the pattern that found it. */
export const isCanonicalToken = (token: string): boolean => token.split('.').every(isCanonical);
