import { randomLetters } from '../random-letters.js';
import { decrypt, encrypt, keyOf } from './cipher.js';
import { hash } from '../hash.js';
import { grouped, readCode } from './spoken-code.js';

const LENGTH = 16;
const KEY_BITS = 256;

/** A new code, such as `4K7Q-29XD-HJ3M-RT6W`: 72 bits, so that nobody finds one by trying. */
export const newDraftCode = (): string => grouped(randomLetters(LENGTH));

/** The code as it was given, from however somebody typed it; undefined where it is none. */
export const readDraftCode = (typed: string): string | undefined => {
  const letters = readCode(typed);
  return letters === undefined ? undefined : grouped(letters);
};

/** What a draft is kept under. The code cannot be read from it. */
export const draftIdOf = (tenant: string, code: string): string => hash(JSON.stringify(['msp draft', tenant, code]));

const about = (tenant: string): string => `msp draft of ${tenant}`;

/** Only the code opens a draft: neither the database nor the vault does. */
const keyFor = async (tenant: string, code: string): Promise<CryptoKey> => {
  const encoder = new TextEncoder();
  const secret = await crypto.subtle.importKey('raw', encoder.encode(code), 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(about(tenant)) };
  return keyOf(new Uint8Array(await crypto.subtle.deriveBits(how, secret, KEY_BITS)));
};

export const closeDraft = async (tenant: string, code: string, draft: object): Promise<string> =>
  encrypt(await keyFor(tenant, code), new TextEncoder().encode(JSON.stringify(draft)), about(tenant));

export const openDraft = async (tenant: string, code: string, words: string): Promise<object> =>
  JSON.parse(new TextDecoder().decode(await decrypt(await keyFor(tenant, code), words, about(tenant)))) as object;
