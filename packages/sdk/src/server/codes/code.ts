import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { REFERENCE_ALPHABET } from '../../contract.js';
import type { NewCode } from '../../store/port.js';
import { grouped, readCode } from '../privacy/spoken-code.js';
import { randomLetters } from '../random-letters.js';
import type { TenantKeys } from '../tenants/tenant-key.js';

/** The first half of a code names it, the second is the secret. */
const LENGTH = 16;
const NAME = 8;

const keyed = async (keys: TenantKeys, tenant: string, parts: readonly string[]): Promise<Uint8Array> =>
  hmac(sha256, await keys.get(tenant, 'codes'), utf8ToBytes(JSON.stringify(parts)));

const nameOf = (letters: string): string => letters.slice(0, NAME);

/** What a code is kept as: whoever has the database but not the vault cannot try codes on it. */
const hashOf = async (keys: TenantKeys, tenant: string, letters: string): Promise<string> =>
  bytesToHex(await keyed(keys, tenant, ['code', tenant, letters]));

/** What is handed out, and what is kept of it. */
export type Code = { readonly shown: string } & Pick<NewCode, 'id' | 'hash'>;

const codeOf = async (keys: TenantKeys, tenant: string, letters: string): Promise<Code> => ({
  shown: grouped(letters),
  id: nameOf(letters),
  hash: await hashOf(keys, tenant, letters),
});

/** A new code: 16 letters and digits, half of them secret. */
export const newCode = (keys: TenantKeys, tenant: string): Promise<Code> => codeOf(keys, tenant, randomLetters(LENGTH));

/** The code as it was given, from however somebody typed it; undefined where it is none. */
export const typedCode = async (
  keys: TenantKeys,
  tenant: string,
  typed: string,
): Promise<Pick<Code, 'id' | 'hash'> | undefined> => {
  const letters = readCode(typed);
  return letters === undefined ? undefined : codeOf(keys, tenant, letters);
};

const lettersOf = (bytes: Uint8Array): string => {
  const base = BigInt(REFERENCE_ALPHABET.length);
  let rest = BigInt(`0x${bytesToHex(bytes)}`);
  let letters = '';
  while (letters.length < LENGTH) {
    letters += REFERENCE_ALPHABET[Number(rest % base)];
    rest /= base;
  }
  return letters;
};

/**
 * The code on the receipt of a concern. It follows from the case, so that a receipt that is asked for again says the same, and the code
 * is kept nowhere.
 */
export const receiptCode = async (
  keys: TenantKeys,
  tenant: string,
  { caseId, reference }: { readonly caseId: string; readonly reference: string },
): Promise<Code> => codeOf(keys, tenant, lettersOf(await keyed(keys, tenant, ['receipt', tenant, caseId, reference])));
