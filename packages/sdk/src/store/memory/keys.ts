import { checkTexts } from '../check.js';
import { pageSize } from '../page.js';
import type { KeyKind, KeyStore } from '../port/keys.js';
import type { TenantData, Tenants } from './tenant-data.js';

type Keys = {
  all(kind: KeyKind): ReadonlyMap<string, string>;
  set(kind: KeyKind, name: string, wrapped: string): void;
};

/** The wrapped keys of one tenant, wherever they are. */
const keysIn = ({ cases, keys }: TenantData): Keys => {
  const ofCases = (): Map<string, string> =>
    new Map([...cases].flatMap(([caseId, { key }]) => (key === undefined ? [] : [[caseId, key] as const])));
  return {
    all: (kind) => (kind === 'case' ? ofCases() : keys),
    set: (kind, name, wrapped) => {
      const kept = cases.get(name);
      if (kind === 'tenant') keys.set(name, wrapped);
      else if (kept) kept.key = wrapped;
    },
  };
};

/** Every wrapped key there is. */
export const memoryKeys = ({ open }: Tenants): KeyStore => ({
  listKeys: async (tenant, kind, { limit, after = '' }) => {
    const size = pageSize(limit);
    return [...keysIn(open(tenant)).all(kind)]
      .filter(([name]) => name > after)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, size)
      .map(([name, wrapped]) => ({ name, wrapped }));
  },
  rewrapKeys: async (tenant, kind, wanted) => {
    for (const { name, from, to } of wanted) checkTexts({ tenant, name, from, to });
    const keys = keysIn(open(tenant));
    const fitting = wanted.filter(({ name, from }) => keys.all(kind).get(name) === from);
    for (const { name, to } of fitting) keys.set(kind, name, to);
    return fitting.length;
  },
});
