import { checkAppend } from './check.js';
import { appendTo } from './memory/append.js';
import { memoryCases } from './memory/cases.js';
import { memoryDrafts } from './memory/drafts.js';
import { memoryInCases } from './memory/in-cases.js';
import { memoryKeys } from './memory/keys.js';
import { type TenantData, type Tenants, newTenant } from './memory/tenant-data.js';
import { memoryTenants } from './memory/tenants.js';
import type { Store, Watcher } from './port.js';
import { StoreError } from './store-error.js';

/**
 * A store for tests, stories and first steps. It keeps every promise of the port but the one that matters most: when the process
 * ends, everything is gone.
 */
export const memoryStore = (): Store => {
  const kept = new Map<string, TenantData>();
  const watchers = new Set<Watcher>();
  let isClosed = false;

  const open: Tenants['open'] = (tenant) => {
    if (isClosed) throw new StoreError('closed', 'This store was closed. Open another one.');
    return kept.get(tenant) ?? newTenant();
  };
  const keep: Tenants['keep'] = (tenant, data) => void kept.set(tenant, data);
  const tenants: Tenants = { open, keep };

  return {
    ...memoryCases(tenants),
    ...memoryDrafts(tenants),
    ...memoryInCases(tenants),
    ...memoryKeys(tenants),
    ...memoryTenants(tenants),
    append: async (input) => {
      const data = open(input.tenant);
      checkAppend(input);
      const result = appendTo(data, input);
      if (result.ok) {
        keep(input.tenant, data);
        const { tenant, caseId } = input;
        for (const watcher of watchers) watcher({ tenant, caseId, version: result.version });
      }
      return result;
    },
    watchChanges: (watcher) => {
      if (!isClosed) watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    takeMessages: async (tenant, options) => open(tenant).outbox.take(options),
    settleMessage: async (tenant, message, outcome) => open(tenant).outbox.settle(message, outcome),
    listMessages: async (tenant, state) => open(tenant).outbox.list(state),
    retryMessage: async (tenant, message, now) => open(tenant).outbox.retry(message, now),

    ready: async () => (isClosed ? { ok: false, reason: 'closed' } : { ok: true }),
    close: async () => {
      isClosed = true;
      watchers.clear();
    },
  };
};
