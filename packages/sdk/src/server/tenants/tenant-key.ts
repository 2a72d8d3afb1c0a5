import type { Store } from '../../store/port.js';
import { type Bytes, randomBytes } from '../privacy/cipher.js';
import type { KeyVault } from '../privacy/vault.js';

/** What an organisation's own keys are for: each purpose has one of its own. */
export type KeyPurpose = 'settings' | 'tokens' | 'codes' | 'people' | 'pages';

export type TenantKeys = {
  /** The key; made where there is none yet. */
  get(tenant: string, purpose: KeyPurpose): Promise<Bytes>;
  /** The key, if there is one: for what a stranger says of an organisation. */
  find(tenant: string, purpose: KeyPurpose): Promise<Bytes | undefined>;
};

const MOST = 1000;

/**
 * Keys of organisations, 32 bytes each: kept wrapped in the store, and held in memory once they were asked for. Every process of the
 * server comes to the same ones.
 */
export const tenantKeys = (store: Store, vault: KeyVault): TenantKeys => {
  const known = new Map<string, Bytes>();
  const open = async (name: string, tenant: string, wrapped: string): Promise<Bytes> => {
    const key = await vault.unwrap(tenant, wrapped);
    if (known.size >= MOST) known.clear();
    known.set(name, key);
    return key;
  };
  const find: TenantKeys['find'] = async (tenant, purpose) => {
    const name = `${purpose}:${tenant}`;
    const before = known.get(name);
    if (before) return before;
    const kept = await store.readTenantKey(tenant, purpose);
    return kept === undefined ? undefined : open(name, tenant, kept);
  };
  const make = async (tenant: string, purpose: KeyPurpose): Promise<Bytes> => {
    const wrapped = await vault.wrap(tenant, randomBytes(32));
    return open(`${purpose}:${tenant}`, tenant, await store.keepTenantKey(tenant, purpose, wrapped));
  };
  return { find, get: async (tenant, purpose) => (await find(tenant, purpose)) ?? make(tenant, purpose) };
};
