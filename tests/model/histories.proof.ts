import assert from 'node:assert/strict';
import { tryHistories } from './support/histories.js';

/** A hundred thousand random histories, a thousand at a time. */
export const chunks = 100;

export const run = (chunk: number): string => {
  const { histories, recorded, closed } = tryHistories(chunk, 1000);
  assert.ok(closed > 50, `only ${closed} of ${histories} histories reached their end`);
  return `${histories} histories, ${recorded} events recorded, ${closed} cases closed on the way`;
};
