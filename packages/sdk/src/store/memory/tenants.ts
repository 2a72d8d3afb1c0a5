import { checkTexts } from '../check.js';
import type { TenantStore } from '../port.js';
import type { Tenants } from './tenant-data.js';

/** What belongs to an organisation itself. */
export const memoryTenants = ({ open, keep }: Tenants): TenantStore => ({
  keepTenantKey: async (tenant, name, wrapped) => {
    const data = open(tenant);
    checkTexts({ tenant, name, wrapped });
    if (!data.keys.has(name)) data.keys.set(name, wrapped);
    keep(tenant, data);
    return data.keys.get(name) ?? wrapped;
  },

  readTenantKey: async (tenant, name) => open(tenant).keys.get(name),

  readSettings: async (tenant) => open(tenant).settings,

  saveSettings: async (tenant, { expectedVersion, words, subject }) => {
    const data = open(tenant);
    checkTexts({ tenant, words, subject });
    if ((data.settings?.version ?? 0) !== expectedVersion) return false;
    data.settings = Object.freeze({ version: expectedVersion + 1, words });
    keep(tenant, data);
    return true;
  },
});
