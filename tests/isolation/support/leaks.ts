import type { Store } from '@msp/sdk/store';
import type { Pool, PoolClient } from '@msp/sdk/store/postgres';

/** Tenants that anybody asked for, but for the one that asks now. */
type Others = (tenant: string) => readonly string[];

const firstOf = async <T>(
  tenants: readonly string[],
  ask: (tenant: string) => Promise<T>,
  isFound: (found: T) => boolean,
) => {
  let found: T | undefined;
  for (const tenant of tenants) {
    found = await ask(tenant);
    if (isFound(found)) break;
  }
  return found as T;
};

const isThere = (found: unknown): boolean => found !== undefined;
const isTrue = (found: boolean): boolean => found;

/** What a store would be like in which one method forgot whose rows it may touch: each is the store, but for that method. */
const forgetful: Readonly<Record<string, (store: Store, others: Others) => Partial<Store>>> = {
  readCase: (store, others) => ({
    readCase: (tenant, id, options) =>
      firstOf([tenant, ...others(tenant)], (of) => store.readCase(of, id, options), isThere),
  }),
  readAudit: (store, others) => ({
    readAudit: async (tenant, id) => {
      const all = [];
      for (const of of [tenant, ...others(tenant)]) all.push(...(await store.readAudit(of, id)));
      return all;
    },
  }),
  listCases: (store, others) => ({
    listCases: async (tenant, options) => {
      const own = await store.listCases(tenant, options);
      const theirs = await Promise.all(others(tenant).map((of) => store.listCases(of, options)));
      return { ...own, cases: [...own.cases, ...theirs.flatMap(({ cases }) => cases)] };
    },
  }),
  dueCases: (store, others) => ({
    dueCases: async (tenant, ...given) => {
      const theirs = await Promise.all(others(tenant).map((of) => store.dueCases(of, ...given)));
      return [...theirs.flat(), ...(await store.dueCases(tenant, ...given))];
    },
  }),
  findAnswer: (store, others) => ({
    findAnswer: (tenant, subject, key) =>
      firstOf([tenant, ...others(tenant)], (of) => store.findAnswer(of, subject, key), isThere),
  }),
  readDraft: (store, others) => ({
    readDraft: (tenant, id, now) => firstOf([tenant, ...others(tenant)], (of) => store.readDraft(of, id, now), isThere),
  }),
  dropDraft: (store, others) => ({
    dropDraft: (tenant, id) => firstOf([tenant, ...others(tenant)], (of) => store.dropDraft(of, id), isTrue),
  }),
  postpone: (store, others) => ({
    postpone: (tenant, id, to) => firstOf([tenant, ...others(tenant)], (of) => store.postpone(of, id, to), isTrue),
  }),
  eraseWords: (store, others) => ({
    eraseWords: (tenant, id, by) => firstOf([tenant, ...others(tenant)], (of) => store.eraseWords(of, id, by), isTrue),
  }),
  'append, for tokens': (store, others) => ({
    append: async (input) => {
      const result = await store.append(input);
      const [other] = others(input.tenant);
      const isOnce = result.ok && input.idempotency.once !== undefined && other !== undefined;
      const theirs = isOnce && (await store.findAnswer(other, input.idempotency.subject, input.idempotency.key));
      return theirs ? { ok: false, reason: 'token-used' } : result;
    },
  }),
};

export const forgetfulMethods = Object.keys(forgetful);

/** A store in which one method looks at the rows of other tenants too. */
export const forgetting = (method: string, store: Store): Store => {
  const asked = new Set<string>();
  const others: Others = (tenant) => {
    asked.add(tenant);
    return [...asked].filter((other) => other !== tenant);
  };
  return {
    ...store,
    append: async (input) => {
      others(input.tenant);
      return store.append(input);
    },
    ...forgetful[method]?.(store, others),
  };
};

/** Changes what is sent on a connection; `kept` is what is remembered with that connection. */
type Rewrite = (text: string, kept: Map<string, string>) => string;

export const rewrites = {
  /** The first tenant of a connection stays set for everybody who gets it after them. */
  tenantStays: (text, kept) =>
    text.replace(/set_config\('msp\.tenant', '([^']*)'/, (_, tenant: string) => {
      if (!kept.has('tenant')) kept.set('tenant', tenant);
      return `set_config('msp.tenant', '${kept.get('tenant') ?? ''}'`;
    }),
  /** No transaction leaves the mighty role of the login. */
  roleStays: (text) => text.replace('SET LOCAL ROLE msp_app; ', ''),
  /** No statement says whose rows it wants. */
  whereForgets: (text) => text.replaceAll(/(\w\.)?\btenant = \$1(?!\d)/g, () => '$1::text IS NOT NULL'),
} as const satisfies Record<string, Rewrite>;

/** A pool on whose connections statements are changed on the way. */
export const rewriting = (pool: Pool, ...changes: readonly Rewrite[]): Pool => {
  const kept = new WeakMap<object, Map<string, string>>();
  return {
    end: () => pool.end(),
    connect: async (): Promise<PoolClient> => {
      const client = await pool.connect();
      const own = kept.get(client) ?? new Map<string, string>();
      kept.set(client, own);
      return {
        release: (destroy) => client.release(destroy),
        query: (text, values) =>
          client.query(
            changes.reduce((before, change) => change(before, own), text),
            values,
          ),
      };
    },
  };
};
