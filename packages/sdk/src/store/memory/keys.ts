import { checkTexts } from '../check.js';
import { pageSize } from '../page.js';
import type { KeyKind, KeyStore } from '../port/keys.js';

/** The wrapped keys of one tenant, wherever they are. */
export type MemoryKeys = {
  all(kind: KeyKind): ReadonlyMap<string, string>;
  set(kind: KeyKind, name: string, wrapped: string): void;
};

/** Every wrapped key there is. */
export const memoryKeys = (keysOf: (tenant: string) => MemoryKeys): KeyStore => ({
  listKeys: async (tenant, kind, { limit, after = '' }) => {
    const size = pageSize(limit);
    return [...keysOf(tenant).all(kind)]
      .filter(([name]) => name > after)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, size)
      .map(([name, wrapped]) => ({ name, wrapped }));
  },
  rewrapKeys: async (tenant, kind, wanted) => {
    for (const { name, from, to } of wanted) checkTexts({ tenant, name, from, to });
    const keys = keysOf(tenant);
    const fitting = wanted.filter(({ name, from }) => keys.all(kind).get(name) === from);
    for (const { name, to } of fitting) keys.set(kind, name, to);
    return fitting.length;
  },
});
