import type { StoredEvent } from '../case/events.js';
import { canonical } from './canonical.js';
import { changeTexts } from './free-text.js';
import type { Hash, SealedEvent } from './sealed.js';

/** A text and its salt as one hash. The length keeps two different pairs apart. */
export const commit = (hash: Hash, salt: string, text: string): string => hash(`${salt.length}:${salt}${text}`);

/** What the hash of an entry covers: everything that it says, its texts by their commitments, and the entry before. */
export const hashOf = (hash: Hash, event: StoredEvent, data: unknown, previous: string): string => {
  const { id, caseId, type, at, by, sequence, recordedAt } = event;
  return hash(canonical({ id, caseId, type, at, by, data, sequence, recordedAt, previous }));
};

/**
 * Seals a stored event to the chain of its case: SHA-256 over the canonical form (RFC 8785) of all that it says, with each free
 * text replaced by a salted commitment, and over the hash of the entry before. So a text and its salt can be erased later, and the
 * chain still verifies.
 *
 * @param previousHash the `hash` of the entry before; an empty text for the first.
 * @param salts gives a new random text each time (16 bytes or more, as hexadecimal): the engine draws no random numbers.
 */
export const seal = (
  event: StoredEvent,
  previousHash: string,
  { hash, salts }: { readonly hash: Hash; readonly salts: () => string },
): SealedEvent => {
  const commitments: Record<string, string> = {};
  const kept: Record<string, string> = {};
  const data = changeTexts(event, (text, path) => {
    const salt = salts();
    kept[path] = salt;
    return (commitments[path] = commit(hash, salt, text));
  });
  const seal = { previous: previousHash, commitments, salts: kept };
  return { ...event, hash: hashOf(hash, event, data, previousHash), seal };
};
