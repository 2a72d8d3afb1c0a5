import { randomLetters } from './random-letters.js';

/**
 * A new reference, such as `MSP-4K7Q-29XD`: random, so that none can be guessed from another, and without meaning, so that it can
 * stand in a letter.
 */
export const newReference = (): string => `MSP-${randomLetters(4)}-${randomLetters(4)}`;
