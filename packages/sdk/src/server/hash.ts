import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text, or of texts and bytes one after the other, in lower-case hexadecimal. */
export const hash = (...parts: readonly (string | Uint8Array)[]): string => {
  const all = sha256.create();
  for (const part of parts) all.update(typeof part === 'string' ? utf8ToBytes(part) : part);
  return bytesToHex(all.digest());
};
