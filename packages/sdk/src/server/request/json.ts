import { Refusal } from '../problem.js';

/** Names through which an object could reach what all objects share. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

const invalid = (message: string): Refusal => new Refusal('invalid-request', { issues: [{ path: '', message }] });

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/** Whether brackets nest deeper than `limit`, without parsing: a parser would already have done the work. */
const isDeeperThan = (text: string, limit: number): boolean => {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inText) {
      if (code === BACKSLASH) i += 1;
      else if (code === QUOTE) inText = false;
    } else if (code === QUOTE) inText = true;
    else if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
};

const hasForbiddenName = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasForbiddenName);
  return Object.entries(value).some(([name, inner]) => FORBIDDEN.has(name) || hasForbiddenName(inner));
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('The body has to be UTF-8.');
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('The body has to be JSON.');
  }
};

/**
 * JSON from bytes that a stranger sent.
 *
 * @throws {Refusal} `invalid-request` for what is not UTF-8 or not JSON, nests too deep, or has a name such as `__proto__`
 */
export const parseJson = (bytes: Uint8Array, { maxDepth }: { readonly maxDepth: number }): unknown => {
  const text = decode(bytes);
  if (isDeeperThan(text, maxDepth)) throw invalid(`The body may nest ${maxDepth} levels deep at most.`);
  const value = parse(text);
  if (hasForbiddenName(value)) throw invalid(`These names cannot be used: ${[...FORBIDDEN].join(', ')}.`);
  return value;
};
