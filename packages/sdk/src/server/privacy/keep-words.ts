import { bytesToHex } from '@noble/hashes/utils.js';
import { type SealedEvent, type StoredEvent, type Words, ledger } from '@msp/workflows';
import type { CaseKey, CaseRecord, KeptEvent } from '../../store/port.js';
import { hash } from '../hash.js';
import { decrypt, encrypt, keyOf, randomBytes } from './cipher.js';
import type { KeyVault } from './vault.js';

const KEY_BYTES = 32;
const SALT_BYTES = 16;

const salts = (): string => bytesToHex(randomBytes(SALT_BYTES));

/** Words belong to one entry of one case of one tenant, and to no other place. */
const about = (tenant: string, { caseId, id, sequence }: StoredEvent): string =>
  JSON.stringify(['msp words', tenant, caseId, id, sequence]);

const isSealed = (event: KeptEvent): event is KeptEvent & SealedEvent =>
  event.hash !== undefined && event.seal !== undefined;

/** A case's words are read and written with this. Its name tells words of this key from words of one that was destroyed. */
export type WordKey = { readonly name: string; readonly key: CryptoKey; readonly kept: CaseKey };

const NAME_BYTES = 6;

/** What is kept begins with a name, which stays when the key is wrapped anew. */
export const named = (name: string, text: string): string => `${name}:${text}`;

export const nameAndRest = (text: string): readonly [name: string, rest: string] => {
  const end = text.indexOf(':');
  return [text.slice(0, end), text.slice(end + 1)];
};

const openKey = async (vault: KeyVault, tenant: string, kept: string): Promise<WordKey> => {
  const [name, wrapped] = nameAndRest(kept);
  return { name, key: await keyOf(await vault.unwrap(tenant, wrapped)), kept: { wrapped: kept, isNew: false } };
};

/** The record of a case as it was before it was taken apart. Words whose key was destroyed stay erased. */
export const withWords = async (
  vault: KeyVault,
  tenant: string,
  record: CaseRecord,
): Promise<{ readonly events: readonly KeptEvent[]; readonly wordKey: WordKey | undefined }> => {
  const wordKey = record.key === undefined ? undefined : await openKey(vault, tenant, record.key);
  const events = await Promise.all(
    record.events.map(async ({ words, ...event }): Promise<KeptEvent> => {
      if (words === undefined || !wordKey || !isSealed(event)) return event;
      const [name, secret] = nameAndRest(words);
      if (name !== wordKey.name) return event;
      const plain = new TextDecoder().decode(await decrypt(wordKey.key, secret, about(tenant, event)));
      return ledger.join(event, JSON.parse(plain) as Words);
    }),
  );
  return { events, wordKey };
};

/** A new key for a case that has none. */
export const newWordKey = async (vault: KeyVault, tenant: string): Promise<WordKey> => {
  const bytes = randomBytes(KEY_BYTES);
  const name = bytesToHex(randomBytes(NAME_BYTES));
  const wrapped = named(name, await vault.wrap(tenant, bytes));
  return { name, key: await keyOf(bytes), kept: { wrapped, isNew: true } };
};

/**
 * An event as it is kept: sealed to the chain of its case, and its words apart from it, encrypted.
 *
 * @param before the record as `withWords` gives it.
 */
export const apart = async (
  tenant: string,
  event: StoredEvent,
  before: readonly KeptEvent[],
  { name, key }: WordKey,
): Promise<KeptEvent> => {
  const sealed = ledger.seal(event, before.at(-1)?.hash ?? '', { hash, salts });
  const { kept, words } = ledger.part(sealed, before as readonly SealedEvent[]);
  const plain = new TextEncoder().encode(JSON.stringify(words));
  return { ...kept, words: named(name, await encrypt(key, plain, about(tenant, event))) };
};

/** The event alone, as the engine reads it. */
export const bare = ({ seal: _seal, hash: _hash, words: _words, ...event }: KeptEvent): StoredEvent => event;
