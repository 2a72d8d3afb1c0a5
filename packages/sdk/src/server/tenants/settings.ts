import * as z from 'zod/mini';
import { type TenantSettings, tenantSettingsSchema } from '../../contract.js';
import type { Store } from '../../store/port.js';
import { decrypt, encrypt, keyOf } from '../privacy/cipher.js';
import type { TenantKeys } from './tenant-key.js';

/** What an organisation set, and which version of it that is. Version 0: nothing was set. */
export type VersionedSettings = { readonly version: number; readonly settings: TenantSettings };

/** Where settings come from: a file of yours, or the store, where they are set over the interface. */
export type SettingsSource = {
  /** Nothing where there is no such organisation. @throws where they cannot be found out. */
  read(tenant: string): Promise<TenantSettings | undefined>;
};

const NAME = '[@msp/sdk] settings';

/**
 * Settings from a value of yours, checked.
 *
 * @param given by tenant.
 * @throws {TypeError} naming each field that does not fit
 * @example
 * const settings = fixedSettings({ larkshire: { allowedOrigins: ['https://www.larkshire.example'] } });
 */
export const fixedSettings = (given: Readonly<Record<string, unknown>>): SettingsSource => {
  const checked = z.safeParse(z.record(z.string(), tenantSettingsSchema), given);
  if (!checked.success) {
    const faults = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new TypeError(`${NAME}: ${faults.join('; ')}.`);
  }
  for (const [tenant, { siteKeys = [] }] of Object.entries(checked.data)) {
    const stranger = siteKeys.findIndex(({ key }) => tenantOfSiteKey(key) !== tenant);
    if (stranger >= 0) throw new TypeError(`${NAME}: ${tenant}.siteKeys.${stranger}.key: is another organisation's.`);
  }
  const byTenant = new Map(Object.entries(checked.data));
  return { read: async (tenant) => byTenant.get(tenant) };
};

/** The organisation that a site key belongs to: it says so itself. */
export const tenantOfSiteKey = (siteKey: string): string => siteKey.split('.').slice(1, -1).join('.');

const about = (tenant: string): string => `msp settings of ${tenant}`;

/** Settings as they stand in the store, where the interface keeps them. */
export const storedSettings = (store: Store, keys: TenantKeys) => {
  const read = async (tenant: string): Promise<VersionedSettings> => {
    const kept = await store.readSettings(tenant);
    if (!kept) return { version: 0, settings: {} };
    const plain = await decrypt(await keyOf(await keys.get(tenant, 'settings')), kept.words, about(tenant));
    const settings = z.parse(tenantSettingsSchema, JSON.parse(new TextDecoder().decode(plain)));
    return { version: kept.version, settings };
  };
  const save = async (tenant: string, { version, settings }: VersionedSettings, subject: string): Promise<boolean> => {
    const plain = new TextEncoder().encode(JSON.stringify(settings));
    const words = await encrypt(await keyOf(await keys.get(tenant, 'settings')), plain, about(tenant));
    return store.saveSettings(tenant, { expectedVersion: version, words, subject });
  };
  return { read, save };
};
