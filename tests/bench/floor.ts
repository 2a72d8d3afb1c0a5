import { hash as sha256, randomBytes } from 'node:crypto';
import { type CaseEvent, caseEventSchema, ledger } from '@msp/workflows';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { accepted, events } from './lifecycle.js';
import { nothing, reduce } from './reducer.js';

export const hash = (text: string): string => sha256('sha256', text, 'hex');

const pool = randomBytes(16 * 4096).toString('hex');
let drawn = 0;

/** Salts drawn beforehand: drawing them is the host's work, and the same for everybody. */
export const salts = (): string => {
  drawn = (drawn + 1) % 4096;
  return pool.slice(drawn * 32, drawn * 32 + 32);
};

export const reducer = (): unknown => events.reduce((state, event) => reduce(state, event) ?? state, nothing);

const parsed = (event: CaseEvent): CaseEvent => z.parse(caseEventSchema, event) as CaseEvent;

const isWords = (name: string): boolean =>
  name === 'words' || name === 'because' || name === 'whatHappened' || name === 'what';

const committed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(committed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && isWords(name) ? hash(salts() + inner) : committed(inner),
    ]),
  );
};

/** By hand and with the same libraries: validate, reduce, commit to the words, canonical form, chain. */
export const floor = (): unknown => {
  let state = nothing;
  let previous = '';
  let sequence = 0;
  for (const event of events) {
    const next = reduce(state, parsed(event));
    if (!next) continue;
    state = next;
    sequence += 1;
    previous = hash(
      canonicalize({ ...event, data: committed(event.data), sequence, recordedAt: event.at, previous }) ?? '',
    );
  }
  return { state, previous };
};

export const sealAll = (): string => {
  let previous = '';
  accepted.forEach((event, index) => {
    previous = ledger.seal({ ...event, sequence: index + 1, recordedAt: event.at }, previous, { hash, salts }).hash;
  });
  return previous;
};
