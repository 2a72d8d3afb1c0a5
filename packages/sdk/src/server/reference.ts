import { REFERENCE_ALPHABET } from '../contract.js';

const LENGTH = 8;
const FAIR = 256 - (256 % REFERENCE_ALPHABET.length);

/**
 * A new reference, such as `MSP-4K7Q-29XD`: random, so that none can be guessed from another, and without meaning, so that it can
 * stand in a letter.
 */
export const newReference = (): string => {
  let letters = '';
  while (letters.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH * 2))) {
      if (byte < FAIR && letters.length < LENGTH) letters += REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length];
    }
  }
  return `MSP-${letters.slice(0, 4)}-${letters.slice(4)}`;
};
