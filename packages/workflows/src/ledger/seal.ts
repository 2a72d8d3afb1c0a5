import { EngineError } from '../case/engine-error.js';
import type { StoredEvent } from '../case/events.js';
import { canonical } from './canonical.js';
import { changeTexts } from './free-text.js';
import type { Hash, SealedEvent } from './sealed.js';

/** The least that is not no salt at all. Hosts give 32 characters (16 random bytes). */
const MIN_SALT = 8;

/**
 * A text and its salt as one hash. As JSON, so that two different pairs never read alike, nor a lone surrogate like the replacement
 * character that it becomes in UTF-8.
 */
export const commit = (hash: Hash, salt: string, text: string): string => hash(JSON.stringify([salt, text]));

/**
 * What the hash of an entry covers: whatever it carries but the hash and the seal themselves, its texts by their commitments, and the
 * entry before. Fields are not named here: one that is added, by a later version or by a stranger, is covered too.
 *
 * @throws {EngineError} `event-unsealable` for what JSON cannot say (RFC 8785 §3): a lone surrogate, NaN, a circle.
 */
export const hashOf = (hash: Hash, event: StoredEvent, data: unknown, previous: string): string => {
  const { hash: _hash, seal: _seal, ...said } = event as SealedEvent;
  let form: string;
  try {
    form = canonical({ said: { ...said, data }, previous });
  } catch {
    throw new EngineError('event-unsealable', 'This entry holds something that cannot be written as JSON.');
  }
  return hash(form);
};

/** A short salt, or none, would let a short word be found by trying. */
const long = (salt: unknown): string => {
  if (typeof salt === 'string' && salt.length >= MIN_SALT) return salt;
  throw new EngineError('salt-too-short', `A salt has to be a random text of at least ${MIN_SALT} characters.`);
};

/**
 * Seals a stored event to the chain of its case: SHA-256 over the canonical form (RFC 8785) of all that it says, with each free
 * text replaced by a salted commitment, and over the hash of the entry before. So a text and its salt can be erased later, and the
 * chain still verifies.
 *
 * @param previousHash the `hash` of the entry before; an empty text for the first.
 * @param salts gives a new random text each time (16 bytes or more, as hexadecimal): the engine draws no random numbers.
 * @throws {EngineError} `salt-too-short` under 8 characters; `event-unsealable` for what JSON cannot say.
 */
export const seal = (
  event: StoredEvent,
  previousHash: string,
  { hash, salts }: { readonly hash: Hash; readonly salts: () => string },
): SealedEvent => {
  const commitments: Record<string, string> = {};
  const kept: Record<string, string> = {};
  const data = changeTexts(event, (text, path) => {
    const salt = long(salts());
    kept[path] = salt;
    return (commitments[path] = commit(hash, salt, text));
  });
  const seal = { previous: previousHash, commitments, salts: kept };
  return { ...event, hash: hashOf(hash, event, data, previousHash), seal };
};
