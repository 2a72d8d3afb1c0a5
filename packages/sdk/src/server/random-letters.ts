import { REFERENCE_ALPHABET } from '../contract.js';

const FAIR = 256 - (256 % REFERENCE_ALPHABET.length);

/** Random letters and digits that never spell anything and do not look alike: each as likely as any other. */
export const randomLetters = (length: number): string => {
  let letters = '';
  while (letters.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      if (byte < FAIR && letters.length < length) letters += REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length];
    }
  }
  return letters;
};
