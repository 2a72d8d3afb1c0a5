import { checkAppend, checkDraft, checkTexts, isStorableText } from './check.js';
import { pageSize, readCursor, startAfter } from './page.js';
import type { Store } from './port.js';
import { append, eraseWords, postpone } from './postgres/append.js';
import { createChanges } from './postgres/changes.js';
import { postgresCodes } from './postgres/codes.js';
import { dropDraft, dropExpiredDrafts, readDraft, saveDraft } from './postgres/drafts.js';
import { type Connection, type Pool, openPool } from './postgres/driver.js';
import { postgresKeys } from './postgres/keys.js';
import { listMessages, retryMessage, settleMessage, takeMessages } from './postgres/outbox.js';
import { postgresPeople } from './postgres/people.js';
import { closedCases, dueCases, findAnswer, listCases, readAudit, readCase, versionOf } from './postgres/read.js';
import { checkReadiness } from './postgres/readiness.js';
import { keepTenantKey, readSettings, readTenantKey, saveSettings } from './postgres/tenants.js';
import { StoreError } from './store-error.js';

export type { Connection, Pool, PoolClient, Queryable } from './postgres/driver.js';
export { backUp, restore } from './postgres/back-up.js';
export { migrate } from './postgres/migrate.js';

/**
 * Cases in PostgreSQL 15 or later, prepared by `migrate`.
 *
 * Everything of an append is one transaction, and the promise resolves after its COMMIT. Each transaction works as the role
 * `msp_app`, which owns nothing, and for one tenant, so that the database itself keeps tenants apart. Nothing lives in this process
 * that another would need: any number of them may work on one database.
 *
 * @example
 * await migrate({ connectionString });
 * const store = postgresStore({ connectionString });
 */
export const postgresStore = (connection: Connection): Store => {
  const isOwn = 'connectionString' in connection;
  const underWay = new Set<Promise<unknown>>();
  let opened: Promise<Pool> | undefined;
  let isClosed = false;

  const open = (): Promise<Pool> => (opened ??= isOwn ? openPool(connection) : Promise.resolve(connection.pool));

  const changes = createChanges(open);

  const use = async <T>(work: (pool: Pool) => Promise<T>): Promise<T> => {
    if (isClosed) throw new StoreError('closed', 'This store was closed. Open another one.');
    const running = open().then(work);
    underWay.add(running);
    try {
      return await running;
    } finally {
      underWay.delete(running);
    }
  };

  // What cannot be stored is not there: the database would refuse to look for it.
  const isFindable = (...ids: string[]): boolean => ids.every(isStorableText);

  return {
    append: (input) =>
      use(async (pool) => {
        checkAppend(input);
        const result = await append(pool, input);
        const { tenant, caseId } = input;
        if (result.ok) changes.announce({ tenant, caseId, version: result.version });
        return result;
      }),
    findAnswer: (tenant, subject, key) =>
      use(async (pool) => (isFindable(tenant, subject, key) ? findAnswer(pool, tenant, subject, key) : undefined)),
    readCase: (tenant, caseId, options) =>
      use(async (pool) => {
        const [after, reader] = [startAfter(options?.after), options?.reader];
        return isFindable(tenant, caseId, reader ?? '') ? readCase(pool, tenant, caseId, { after, reader }) : undefined;
      }),
    readAudit: (tenant, caseId) =>
      use(async (pool) => (isFindable(tenant, caseId) ? readAudit(pool, tenant, caseId) : [])),
    listCases: (tenant, options) =>
      use(async (pool) => {
        const size = pageSize(options?.limit);
        const place = options?.before === undefined ? undefined : readCursor(options.before);
        return isFindable(tenant) ? listCases(pool, tenant, size, place) : { cases: [] };
      }),
    saveDraft: (tenant, id, draft) =>
      use(async (pool) => {
        checkDraft(tenant, id, draft);
        return saveDraft(pool, tenant, id, draft);
      }),
    readDraft: (tenant, id, now) =>
      use(async (pool) => (isFindable(tenant, id) ? readDraft(pool, tenant, id, now) : undefined)),
    dropDraft: (tenant, id) => use(async (pool) => isFindable(tenant, id) && dropDraft(pool, tenant, id)),
    dropExpiredDrafts: (tenant, now) =>
      use(async (pool) => (isFindable(tenant) ? dropExpiredDrafts(pool, tenant, now) : 0)),
    dueCases: (tenant, now, limit) =>
      use(async (pool) => (isFindable(tenant) ? dueCases(pool, tenant, now, limit) : [])),
    closedCases: (tenant, options) =>
      use(async (pool) => (isFindable(tenant) ? closedCases(pool, tenant, options) : [])),
    postpone: (tenant, caseId, to) =>
      use(async (pool) => isFindable(tenant, caseId) && postpone(pool, tenant, caseId, to)),
    eraseWords: (tenant, caseId, { subject }) =>
      use(async (pool) => isFindable(tenant, caseId, subject) && eraseWords(pool, tenant, caseId, subject)),
    keepTenantKey: (tenant, name, wrapped) =>
      use(async (pool) => {
        checkTexts({ tenant, name, wrapped });
        return keepTenantKey(pool, tenant, name, wrapped);
      }),

    readTenantKey: (tenant, name) =>
      use(async (pool) => (isFindable(tenant, name) ? readTenantKey(pool, tenant, name) : undefined)),

    readSettings: (tenant) => use(async (pool) => (isFindable(tenant) ? readSettings(pool, tenant) : undefined)),

    saveSettings: (tenant, settings) =>
      use(async (pool) => {
        const { words, subject } = settings;
        checkTexts({ tenant, words, subject });
        return saveSettings(pool, tenant, settings);
      }),

    takeMessages: (tenant, options) =>
      use(async (pool) => (isFindable(tenant) ? takeMessages(pool, tenant, options) : [])),

    settleMessage: (tenant, message, outcome) => use((pool) => settleMessage(pool, tenant, message, outcome)),

    listMessages: (tenant, state) => use(async (pool) => (isFindable(tenant) ? listMessages(pool, tenant, state) : [])),

    retryMessage: (tenant, message, now) =>
      use(async (pool) => isFindable(tenant, message.id, message.endpoint) && retryMessage(pool, tenant, message, now)),

    watchChanges: changes.watch,

    versionOf: (tenant, caseId) =>
      use(async (pool) => (isFindable(tenant, caseId) ? versionOf(pool, tenant, caseId) : undefined)),

    ...postgresKeys(use, isFindable),

    ...postgresPeople(use, isFindable),

    ...postgresCodes(use, isFindable),

    ready: async () => {
      if (isClosed) return { ok: false, reason: 'closed' };
      return use(checkReadiness).catch(() => ({ ok: false, reason: 'unreachable' }));
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await Promise.allSettled(underWay);
      await changes.close();
      if (isOwn && opened) await (await opened).end();
    },
  };
};
