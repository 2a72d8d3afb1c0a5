import { REFERENCE_ALPHABET } from '../../contract.js';

const GROUP = 4;
const LENGTH = 16;

/** Letters as they are shown and read out: `4K7Q-29XD-HJ3M-RT6W`. */
export const grouped = (letters: string): string => (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');

/** The letters of a code, from however somebody typed it; undefined where it is none. */
export const readCode = (typed: string): string | undefined => {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const isOne = letters.length === LENGTH && [...letters].every((letter) => REFERENCE_ALPHABET.includes(letter));
  return isOne ? letters : undefined;
};
