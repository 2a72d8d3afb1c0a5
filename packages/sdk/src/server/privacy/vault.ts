import { base64url } from 'jose';
import { type Bytes, UnreadableError, decrypt, encrypt, keyOf } from './cipher.js';

/**
 * Keeps the keys that the keys of cases are encrypted with: one a tenant, which never leaves it. Write one for the key service that
 * you have (its `encrypt` and `decrypt` are enough), or use `localVault`.
 */
export type KeyVault = {
  /** A case's key of 32 bytes, encrypted with the tenant's. */
  wrap(tenant: string, key: Uint8Array<ArrayBuffer>): Promise<string>;
  /**
   * The key again, also where it was wrapped with an older key of the tenant.
   *
   * @throws where it was not wrapped for this tenant by this vault: an error with the code `words-unreadable`
   */
  unwrap(tenant: string, wrapped: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Whether it was wrapped with the key that `wrap` uses now. Needed by `rotateKeys` alone. */
  isNewest?(tenant: string, wrapped: string): boolean | Promise<boolean>;
};

const SECRET_BYTES = 32;
const MOST_KNOWN = 1000;

/** A secret for `localVault`: 32 random bytes. */
export const newVaultSecret = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(SECRET_BYTES));

const about = (tenant: string): string => `msp case key of ${tenant}`;

const NAME_BYTES = 6;
/** What stands where the name would, in what was wrapped before secrets had names. */
const UNNAMED = 'v1';

/** A secret as the vault works with it. Its name stands before all that it wrapped, and says nothing of it. */
type Secret = { readonly name: Promise<string>; readonly keyFor: (tenant: string) => Promise<CryptoKey> };

const openSecret = (secret: Uint8Array): Secret => {
  if (secret.length !== SECRET_BYTES) {
    throw new TypeError(`[@msp/sdk] localVault: the secret has ${secret.length} bytes and needs ${SECRET_BYTES}.`);
  }
  const copy: Bytes = new Uint8Array(secret);
  const master = crypto.subtle.importKey('raw', copy, 'HKDF', false, ['deriveBits']);
  const derive = async (purpose: string, bytes: number): Promise<Bytes> => {
    const info = new TextEncoder().encode(purpose);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
    return new Uint8Array(await crypto.subtle.deriveBits(how, await master, 8 * bytes));
  };
  const known = new Map<string, Promise<CryptoKey>>();
  const keyFor = (tenant: string): Promise<CryptoKey> => {
    const before = known.get(tenant);
    if (before) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const derived = derive(about(tenant), SECRET_BYTES).then(keyOf);
    known.set(tenant, derived);
    return derived;
  };
  return { name: derive('msp name of a vault secret', NAME_BYTES).then((bytes) => base64url.encode(bytes)), keyFor };
};

/**
 * A vault that derives each tenant's key from one secret (HKDF, SHA-256). Whoever has the secret and the database can read everything:
 * keep it elsewhere than the database and its backups. Lost, nothing that people wrote can ever be read again.
 *
 * @param secret 32 random bytes. Of several, the first wraps and all unwrap: so that one can be replaced by another (`rotateKeys`).
 * @throws {TypeError} for another length, and for none
 * @example
 * const vault = localVault(newVaultSecret());
 */
export const localVault = (secret: Uint8Array | readonly Uint8Array[]): Required<KeyVault> => {
  const secrets = (secret instanceof Uint8Array ? [secret] : secret).map(openSecret);
  const [newest] = secrets;
  if (!newest) throw new TypeError('[@msp/sdk] localVault: there is no secret. Give one of 32 bytes.');
  const named = async (wanted: string): Promise<Secret> => {
    for (const each of secrets) if ((await each.name) === wanted) return each;
    throw new UnreadableError();
  };
  const withAny = async (tenant: string, wrapped: string): Promise<Bytes> => {
    for (const { keyFor } of secrets) {
      const key = await decrypt(await keyFor(tenant), wrapped, about(tenant)).catch(() => undefined);
      if (key) return key;
    }
    throw new UnreadableError();
  };
  return {
    wrap: async (tenant, key) =>
      `${await newest.name}.${await encrypt(await newest.keyFor(tenant), key, about(tenant))}`,
    unwrap: async (tenant, wrapped) => {
      const end = wrapped.indexOf('.');
      const name = wrapped.slice(0, Math.max(end, 0));
      if (name === UNNAMED) return withAny(tenant, wrapped);
      const { keyFor } = await named(name);
      return decrypt(await keyFor(tenant), wrapped.slice(end + 1), about(tenant));
    },
    isNewest: async (_tenant, wrapped) => wrapped.startsWith(`${await newest.name}.`),
  };
};
