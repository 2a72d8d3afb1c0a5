import { checkAppend, checkDraft, checkTexts, copy, repeatedEventId, toInstant } from './check.js';
import { type MemoryCodes, memoryCodes } from './memory/codes.js';
import { type MemoryKeys, memoryKeys } from './memory/keys.js';
import { type MemoryOutbox, memoryOutbox } from './memory/outbox.js';
import { type MemoryPeople, memoryPeople } from './memory/people.js';
import { type Place, pageSize, readCursor, startAfter, writeCursor } from './page.js';
import type {
  Answer,
  AppendInput,
  AppendResult,
  AuditEntry,
  CaseAppend,
  CaseRow,
  KeptDraft,
  KeptEvent,
  KeptSettings,
  Store,
  Watcher,
} from './port.js';
import { MAX_AUDIT } from './port.js';
import { StoreError } from './store-error.js';

type Kept = {
  row: CaseRow;
  events: KeptEvent[];
  key: string | undefined;
  audit: AuditEntry[];
  nextDue: number | undefined;
};

type TenantData = {
  cases: Map<string, Kept>;
  answers: Map<string, Answer>;
  usedTokens: Set<string>;
  drafts: Map<string, KeptDraft>;
  references: Set<string>;
  eventIds: Set<string>;
  keys: Map<string, string>;
  settings: KeptSettings | undefined;
  outbox: MemoryOutbox;
  codes: MemoryCodes;
  people: MemoryPeople;
};

const newTenant = (): TenantData => ({
  cases: new Map(),
  answers: new Map(),
  usedTokens: new Set(),
  drafts: new Map(),
  references: new Set(),
  eventIds: new Set(),
  keys: new Map(),
  settings: undefined,
  outbox: memoryOutbox(),
  codes: memoryCodes(),
  people: memoryPeople(),
});

const answerId = (subject: string, key: string): string => JSON.stringify([subject, key]);

const newestFirst = (a: Place, b: Place): number => {
  if (a.raisedAt !== b.raisedAt) return a.raisedAt < b.raisedAt ? 1 : -1;
  if (a.caseId === b.caseId) return 0;
  return a.caseId < b.caseId ? 1 : -1;
};

const conflictWith = (kept: Kept | undefined): AppendResult => {
  const newest = kept?.events.at(-1);
  if (!newest) return { ok: false, reason: 'version-conflict', version: 0 };
  const last = { at: newest.recordedAt, role: newest.by.role };
  return { ok: false, reason: 'version-conflict', version: newest.sequence, last };
};

const noted = (subject: string, action: AuditEntry['action'], version: number): AuditEntry =>
  Object.freeze({ at: new Date().toISOString(), subject, action, version });

const appendTo = (data: TenantData, input: AppendInput): AppendResult => {
  const { caseId, expectedVersion, events, idempotency } = input;
  const id = answerId(idempotency.subject, idempotency.key);
  const answer = data.answers.get(id);
  if (answer) return { ok: false, reason: 'already-answered', ...answer, response: copy(answer.response) };

  const known = data.cases.get(caseId);
  if ((known?.row.version ?? 0) !== expectedVersion) return conflictWith(known);
  const fits = !input.key || (input.key.isNew ? known?.key === undefined : known?.key === input.key.wrapped);
  if (!fits) return conflictWith(known);
  if (!known && data.references.has(input.case.reference)) return { ok: false, reason: 'reference-taken' };
  if (events.some((event) => data.eventIds.has(event.id))) throw repeatedEventId();
  const { once } = idempotency;
  if (once !== undefined && data.usedTokens.has(once)) return { ok: false, reason: 'token-used' };

  if (input.code && data.codes.has(input.code.id)) return { ok: false, reason: 'reference-taken' };
  const { beside = [] } = input;
  const references = [...(known ? [] : [input]), ...beside].map((each) => each.case.reference);
  if (new Set(references).size < references.length) return { ok: false, reason: 'reference-taken' };
  for (const other of beside) {
    if (data.cases.has(other.caseId)) return conflictWith(data.cases.get(other.caseId));
    if (data.references.has(other.case.reference)) return { ok: false, reason: 'reference-taken' };
    if (other.events.some((event) => data.eventIds.has(event.id))) throw repeatedEventId();
  }
  writeCase(data, input, idempotency.subject);
  for (const other of beside) writeCase(data, other, idempotency.subject);
  if (once !== undefined) data.usedTokens.add(once);
  if (input.code) data.codes.keep(input.code);
  data.answers.set(id, { requestHash: idempotency.requestHash, response: copy(idempotency.response) });
  return { ok: true, version: expectedVersion + events.length };
};

/** Writes one case that was found to fit. */
const writeCase = (data: TenantData, input: CaseAppend, subject: string): void => {
  const { caseId, events } = input;
  const known = data.cases.get(caseId);
  const version = (known?.row.version ?? 0) + events.length;
  const { stage, danger } = input.case;
  const { reference, raisedAt } = known?.row ?? { ...input.case, raisedAt: toInstant(input.case.raisedAt) };
  const lastEventAt = toInstant(input.case.lastEventAt);
  data.cases.set(caseId, {
    row: Object.freeze({ caseId, reference, version, stage, danger, raisedAt, lastEventAt }),
    events: [...(known?.events ?? []), ...events.map(copy)],
    key: input.key?.wrapped ?? known?.key,
    nextDue: input.case.nextDue === undefined ? undefined : Date.parse(input.case.nextDue),
    audit: [...(known?.audit ?? []), noted(subject, 'append', version)],
  });
  data.references.add(reference);
  for (const event of events) data.eventIds.add(event.id);
  if (input.marks) data.people.mark(caseId, input.marks);
  data.outbox.write(input.messages ?? [], lastEventAt);
};

/**
 * A store for tests, stories and first steps. It keeps every promise of the port but the one that matters most: when the process
 * ends, everything is gone.
 */
export const memoryStore = (): Store => {
  const tenants = new Map<string, TenantData>();
  const watchers = new Set<Watcher>();
  let isClosed = false;

  const open = (tenant: string): TenantData => {
    if (isClosed) throw new StoreError('closed', 'This store was closed. Open another one.');
    return tenants.get(tenant) ?? newTenant();
  };

  const keysOf = (tenant: string): MemoryKeys => {
    const { cases, keys } = open(tenant);
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

  return {
    ...memoryKeys(keysOf),
    append: async (input) => {
      const data = open(input.tenant);
      checkAppend(input);
      const result = appendTo(data, input);
      if (result.ok) {
        tenants.set(input.tenant, data);
        const { tenant, caseId } = input;
        for (const watcher of watchers) watcher({ tenant, caseId, version: result.version });
      }
      return result;
    },
    findAnswer: async (tenant, subject, key) => {
      const answer = open(tenant).answers.get(answerId(subject, key));
      return answer && { requestHash: answer.requestHash, response: copy(answer.response) };
    },
    readCase: async (tenant, caseId, options) => {
      const after = startAfter(options?.after);
      const kept = open(tenant).cases.get(caseId);
      if (!kept) return undefined;
      const { reference, version } = kept.row;
      const { key } = kept;
      if (options?.reader !== undefined) kept.audit.push(noted(options.reader, 'read', version));
      return { reference, version, events: kept.events.slice(after).map(copy), ...(key === undefined ? {} : { key }) };
    },
    saveDraft: async (tenant, id, draft) => {
      const data = open(tenant);
      checkDraft(tenant, id, draft);
      data.drafts.set(id, Object.freeze({ words: draft.words, expiresAt: toInstant(draft.expiresAt) }));
      tenants.set(tenant, data);
    },
    readDraft: async (tenant, id, now) => {
      const draft = open(tenant).drafts.get(id);
      return draft && Date.parse(draft.expiresAt) > Date.parse(now) ? draft : undefined;
    },
    dropDraft: async (tenant, id) => open(tenant).drafts.delete(id),
    dropExpiredDrafts: async (tenant, now) => {
      const { drafts } = open(tenant);
      const expired = [...drafts].filter(([, { expiresAt }]) => Date.parse(expiresAt) <= Date.parse(now));
      for (const [id] of expired) drafts.delete(id);
      return expired.length;
    },
    watchChanges: (watcher) => {
      if (!isClosed) watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    versionOf: async (tenant, caseId) => open(tenant).cases.get(caseId)?.row.version,

    findSamePerson: async (tenant, caseId, { subject }) => {
      const { cases, people } = open(tenant);
      const kept = cases.get(caseId);
      kept?.audit.push(noted(subject, 'look-for-person', kept.row.version));
      return people
        .matches(caseId)
        .flatMap((match) => {
          const row = cases.get(match.caseId)?.row;
          return row ? [{ match, row }] : [];
        })
        .sort((a, b) => newestFirst(a.row, b.row))
        .slice(0, people.limit)
        .map(({ match, row }) => ({ caseId: match.caseId, reference: row.reference, matchedOn: match.matchedOn }));
    },
    keepApart: async (tenant, { caseId, other }, { subject }) => {
      const { cases, people } = open(tenant);
      const kept = cases.get(caseId);
      const isKept = kept !== undefined && cases.has(other) && people.keepApart(caseId, other);
      if (isKept) kept.audit.push(noted(subject, 'keep-apart', kept.row.version));
      return isKept;
    },

    keepCode: async (tenant, code, { subject }) => {
      const { codes, cases } = open(tenant);
      const kept = cases.get(code.caseId);
      if (!kept || codes.has(code.id)) return false;
      codes.keep(code);
      kept.audit.push(noted(subject, 'make-code', kept.row.version));
      return true;
    },
    openCode: async (tenant, id, attempt) => {
      const { codes, cases } = open(tenant);
      const code = codes.open(id, attempt);
      const kept = code && cases.get(code.caseId);
      if (code && kept) kept.audit.push(noted(code.subject, 'open-code', kept.row.version));
      return code;
    },
    codeOfSession: async (tenant, hash, now) => open(tenant).codes.ofSession(hash, now),
    isCodeGood: async (tenant, id) => open(tenant).codes.isGood(id),
    listCodes: async (tenant, caseId) => open(tenant).codes.list(caseId),
    revokeCode: async (tenant, { caseId, id }, { subject, now }) => {
      const { codes, cases } = open(tenant);
      const isRevoked = codes.revoke(id, caseId, now);
      const kept = cases.get(caseId);
      if (isRevoked && kept) kept.audit.push(noted(subject, 'revoke-code', kept.row.version));
      return isRevoked;
    },

    takeMessages: async (tenant, options) => open(tenant).outbox.take(options),
    settleMessage: async (tenant, message, outcome) => open(tenant).outbox.settle(message, outcome),
    listMessages: async (tenant, state) => open(tenant).outbox.list(state),
    retryMessage: async (tenant, message, now) => open(tenant).outbox.retry(message, now),

    keepTenantKey: async (tenant, name, wrapped) => {
      const data = open(tenant);
      checkTexts({ tenant, name, wrapped });
      if (!data.keys.has(name)) data.keys.set(name, wrapped);
      tenants.set(tenant, data);
      return data.keys.get(name) ?? wrapped;
    },

    readTenantKey: async (tenant, name) => open(tenant).keys.get(name),

    readSettings: async (tenant) => open(tenant).settings,

    saveSettings: async (tenant, { expectedVersion, words, subject }) => {
      const data = open(tenant);
      checkTexts({ tenant, words, subject });
      if ((data.settings?.version ?? 0) !== expectedVersion) return false;
      data.settings = Object.freeze({ version: expectedVersion + 1, words });
      tenants.set(tenant, data);
      return true;
    },

    dueCases: async (tenant, now, limit) =>
      [...open(tenant).cases.entries()]
        .flatMap(([caseId, { nextDue }]) =>
          nextDue !== undefined && nextDue <= Date.parse(now) ? [{ caseId, nextDue }] : [],
        )
        .sort((a, b) => a.nextDue - b.nextDue || (a.caseId < b.caseId ? -1 : 1))
        .slice(0, limit)
        .map(({ caseId }) => caseId),
    postpone: async (tenant, caseId, { version, nextDue }) => {
      const kept = open(tenant).cases.get(caseId);
      if (kept?.row.version !== version) return false;
      kept.nextDue = nextDue === undefined ? undefined : Date.parse(nextDue);
      return true;
    },
    readAudit: async (tenant, caseId) =>
      [...(open(tenant).cases.get(caseId)?.audit ?? [])].reverse().slice(0, MAX_AUDIT),
    eraseWords: async (tenant, caseId, { subject }) => {
      const { cases, people } = open(tenant);
      const kept = cases.get(caseId);
      if (kept?.key === undefined) return false;
      kept.key = undefined;
      people.forget(caseId);
      kept.audit.push(noted(subject, 'erase-words', kept.row.version));
      return true;
    },
    listCases: async (tenant, options) => {
      const size = pageSize(options?.limit);
      const rows = [...open(tenant).cases.values()].map(({ row }) => row).sort(newestFirst);
      const place = options?.before === undefined ? undefined : readCursor(options.before);
      const start = place ? rows.findIndex((row) => newestFirst(place, row) < 0) : 0;
      const cases = start < 0 ? [] : rows.slice(start, start + size);
      const last = cases.at(-1);
      const hasMore = last !== undefined && rows.at(-1) !== last;
      return { cases, ...(hasMore && { next: writeCursor(last) }) };
    },
    ready: async () => (isClosed ? { ok: false, reason: 'closed' } : { ok: true }),
    close: async () => {
      isClosed = true;
      watchers.clear();
    },
  };
};
