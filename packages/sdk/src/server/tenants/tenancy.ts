import type { Policy } from '@msp/workflows';
import type { TenantSettings } from '../../contract.js';
import type { Store } from '../../store/port.js';
import type { KeyVault } from '../privacy/vault.js';
import { Refusal } from '../problem.js';
import { type SettingsSource, type VersionedSettings, storedSettings } from './settings.js';
import { type TenantKeys, tenantKeys } from './tenant-key.js';

export type TenancyOptions = {
  readonly store: Store;
  /** Keeps the keys that what people wrote is encrypted with: `localVault(secret)`, or one for your key service. */
  readonly vault: KeyVault;
  /** Where organisations' settings come from; where none is given they are in the store, set over the interface. */
  readonly settings?: SettingsSource | undefined;
  /** The policy pack where an organisation chose none; England's Care Act where none is given. */
  readonly policy?: Policy | undefined;
  /** Further packs that an organisation may choose by id. */
  readonly policies?: readonly Policy[] | undefined;
};

/** What the server knows of the organisations that it serves. */
export type Tenancy = {
  readonly keys: TenantKeys;
  /** May be a few seconds old. */
  settingsOf(tenant: string): Promise<TenantSettings>;
  /** @throws {Refusal} `unavailable` where the organisation chose a pack that this server does not have */
  policyOf(tenant: string): Promise<Policy | undefined>;
  /** Settings that are set over the interface. Absent where they come from elsewhere. */
  readonly stored?: {
    read(tenant: string): Promise<VersionedSettings>;
    save(tenant: string, settings: VersionedSettings, subject: string): Promise<boolean>;
  };
  /** The ids of the packs that can be chosen. */
  readonly policyIds: readonly string[];
};

/** So that not every request asks again: a change is known everywhere after so long. */
const FRESH_MS = 5_000;
const MOST = 1000;

export const createTenancy = ({ store, vault, settings, policy, policies = [] }: TenancyOptions): Tenancy => {
  const keys = tenantKeys(store, vault);
  const own = storedSettings(store, keys);
  const source = settings ?? { read: async (tenant: string) => (await own.read(tenant)).settings };
  const known = new Map<string, { readonly until: number; readonly found: Promise<TenantSettings> }>();
  const byId = new Map([...(policy ? [policy] : []), ...policies].map((pack) => [pack.id, pack]));

  const settingsOf = (tenant: string): Promise<TenantSettings> => {
    const before = known.get(tenant);
    if (before && before.until > performance.now()) return before.found;
    if (known.size >= MOST) known.clear();
    const found = source.read(tenant).then((read) => read ?? {});
    known.set(tenant, { until: performance.now() + FRESH_MS, found });
    found.catch(() => known.delete(tenant));
    return found;
  };

  return {
    keys,
    settingsOf,
    policyIds: [...byId.keys()],
    policyOf: async (tenant) => {
      const chosen = (await settingsOf(tenant)).policy;
      if (chosen === undefined) return policy;
      const found = byId.get(chosen);
      if (found) return found;
      throw new Refusal('unavailable', {
        detail: 'The policy pack that this organisation chose is not on this server.',
      });
    },
    ...(!settings && {
      stored: {
        read: own.read,
        save: async (tenant, given, subject) => {
          const isKept = await own.save(tenant, given, subject);
          if (isKept) known.delete(tenant);
          return isKept;
        },
      },
    }),
  };
};
