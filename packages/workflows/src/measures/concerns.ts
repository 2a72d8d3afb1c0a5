import { NOT_KNOWN } from '../kit/fields.js';
import type { Episode } from './tally.types.js';

const kindsOfNotKnowing: readonly string[] = NOT_KNOWN;

/** What is known takes the place of every way of not knowing; nothing known is ever lost to one. */
export const addTypes = (before: Episode['concern']['types'], now: Episode['concern']['types'] = []) => {
  const all = [...new Set([...before, ...now])];
  const known = all.filter((type) => !kindsOfNotKnowing.includes(type));
  return known.length > 0 ? known : all;
};

/** The same for one code: the last that says something. */
export const addCode = <T extends string>(before: T, now: T | undefined): T =>
  now === undefined || (kindsOfNotKnowing.includes(now) && !kindsOfNotKnowing.includes(before)) ? before : now;
