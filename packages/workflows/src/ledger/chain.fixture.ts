import { hash as nodeHash } from 'node:crypto';
import type { StoredEvent } from '../case/events.js';
import { type Written, given } from '../testing/index.js';
import { seal } from './seal.js';
import type { SealedEvent } from './sealed.js';

export const hash = (text: string): string => nodeHash('sha256', text, 'hex');

/** Salts that differ and are the same on every run. */
export const saltsFrom = (seed: string): (() => string) => {
  let count = 0;
  return () => hash(`${seed}${(count += 1)}`).slice(0, 32);
};

/** A journey as a store keeps it: written down a day after it happened. */
export const stored = (events: readonly Written[], caseId?: string): StoredEvent[] =>
  given(...events).case.entries.map(
    (event, index) =>
      ({
        ...event,
        ...(caseId === undefined ? {} : { caseId }),
        sequence: index + 1,
        recordedAt: new Date(Date.UTC(2026, 2, 3, 9, index)).toISOString(),
      }) as StoredEvent,
  );

export const chain = (events: readonly StoredEvent[], seed = 'salt'): SealedEvent[] => {
  const salts = saltsFrom(seed);
  const sealed: SealedEvent[] = [];
  for (const event of events) sealed.push(seal(event, sealed.at(-1)?.hash ?? '', { hash, salts }));
  return sealed;
};
