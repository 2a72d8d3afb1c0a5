import { type Bytes, decrypt, encrypt, keyOf } from './cipher.js';

/**
 * Keeps the keys that the keys of cases are encrypted with: one a tenant, which never leaves it. Write one for the key service that
 * you have (its `encrypt` and `decrypt` are enough), or use `localVault`.
 */
export type KeyVault = {
  /** A case's key of 32 bytes, encrypted with the tenant's. */
  wrap(tenant: string, key: Uint8Array<ArrayBuffer>): Promise<string>;
  /** The key again. @throws where it was not wrapped for this tenant by this vault. */
  unwrap(tenant: string, wrapped: string): Promise<Uint8Array<ArrayBuffer>>;
};

const SECRET_BYTES = 32;
const MOST_KNOWN = 1000;

/** A secret for `localVault`: 32 random bytes. */
export const newVaultSecret = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(SECRET_BYTES));

const about = (tenant: string): string => `msp case key of ${tenant}`;

/**
 * A vault that derives each tenant's key from one secret (HKDF, SHA-256). Whoever has the secret and the database can read everything:
 * keep it elsewhere than the database and its backups. Lost, nothing that people wrote can ever be read again.
 *
 * @param secret 32 random bytes.
 * @throws {TypeError} for another length
 * @example
 * const vault = localVault(newVaultSecret());
 */
export const localVault = (secret: Uint8Array): KeyVault => {
  if (secret.length !== SECRET_BYTES) {
    throw new TypeError(`[@msp/sdk] localVault: the secret has ${secret.length} bytes and needs ${SECRET_BYTES}.`);
  }
  const copy: Bytes = new Uint8Array(secret);
  const master = crypto.subtle.importKey('raw', copy, 'HKDF', false, ['deriveBits']);
  const derive = async (tenant: string): Promise<CryptoKey> => {
    const info = new TextEncoder().encode(about(tenant));
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
    return keyOf(new Uint8Array(await crypto.subtle.deriveBits(how, await master, 8 * SECRET_BYTES)));
  };
  const known = new Map<string, Promise<CryptoKey>>();
  const keyFor = (tenant: string): Promise<CryptoKey> => {
    const before = known.get(tenant);
    if (before) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const derived = derive(tenant);
    known.set(tenant, derived);
    return derived;
  };
  return {
    wrap: async (tenant, key) => encrypt(await keyFor(tenant), key, about(tenant)),
    unwrap: async (tenant, wrapped) => decrypt(await keyFor(tenant), wrapped, about(tenant)),
  };
};
