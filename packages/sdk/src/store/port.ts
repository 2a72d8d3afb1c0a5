import type { Role, Seal, Stage, StoredEvent } from '@msp/workflows';
import type { ChangeStore } from './port/changes.js';
import type { CodeStore, NewCode } from './port/codes.js';
import type { KeyStore } from './port/keys.js';
import type { PeopleStore, PersonMark } from './port/people.js';
import type { OutMessage, OutboxStore } from './port/outbox.js';
import type { TenantStore } from './port/tenants.js';

export type { Change, ChangeStore, Watcher } from './port/changes.js';
export type { CodeStore, KeptCode, NewCode } from './port/codes.js';
export { type KeyKind, type KeyStore, type Rewrapped, type WrappedKey, keyKinds } from './port/keys.js';
export type { KeptMessage, MessageState, OutMessage, Outcome, OutboxStore } from './port/outbox.js';
export type { MatchKind, PeopleStore, PersonMark, PersonMatch } from './port/people.js';
export type { KeptSettings, TenantStore } from './port/tenants.js';

/** What JSON can say: what an answer kept for a retry consists of. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * What a list of cases may know about one case: never a name, never a word that somebody wrote.
 *
 * Instants come back as `toISOString()` writes them, in UTC with milliseconds, however they were given.
 */
export type CaseRow = {
  readonly caseId: string;
  readonly reference: string;
  /** How many events the case has. */
  readonly version: number;
  readonly stage: Stage;
  readonly danger: boolean;
  readonly raisedAt: string;
  readonly lastEventAt: string;
};

/** An answer that was given before, and a fingerprint of the request that it answered. */
export type Answer = { readonly requestHash: string; readonly response: JsonValue };

/**
 * An event as it is kept: what people wrote is not in `data`, which reads as once it is erased, but in `words`, encrypted with the
 * key of the case. `hash` and `seal` are its place in the chain of the case.
 */
export type KeptEvent = StoredEvent & {
  readonly seal?: Seal;
  /** The texts of the event and their salts, as ciphertext. */
  readonly words?: string;
};

/** The key that the words of a case are encrypted with, itself encrypted (wrapped) with a key of the tenant's. */
export type CaseKey = {
  readonly wrapped: string;
  /** The writer found no key and made this one. Otherwise it is the one that the writer found. */
  readonly isNew: boolean;
};

/** What is written of one case. */
export type CaseAppend = {
  readonly caseId: string;
  /**
   * At least one event of this case, `sequence` counting on from `expectedVersion` and `recordedAt` set. The store gives back
   * each event to the letter; it adds nothing and drops nothing.
   */
  readonly events: readonly KeptEvent[];
  /** Needed where an event has `words`. */
  readonly key?: CaseKey;
  /** What others are to be told of it: kept with the events, and due at once. */
  readonly messages?: readonly OutMessage[];
  /** What is known of the adult now, in place of what was known before. Left out where nothing of it changed. */
  readonly marks?: readonly PersonMark[];
  /** The case's row after these events. `reference` and `raisedAt` are read for a new case alone: they never change. */
  readonly case: {
    readonly reference: string;
    readonly stage: Stage;
    readonly danger: boolean;
    readonly raisedAt: string;
    readonly lastEventAt: string;
    /** When time itself next brings something about in the case. Absent: not before somebody records something. */
    readonly nextDue?: string;
  };
};

export type AppendInput = CaseAppend & {
  readonly tenant: string;
  /** The version that the writer saw. 0: the case is new. */
  readonly expectedVersion: number;
  /** Further new cases, which begin together with this one: all of them are kept, or none. */
  readonly beside?: readonly CaseAppend[];
  /** With a new case: the code by which whoever raised the concern comes back to it. */
  readonly code?: NewCode;
  /**
   * One request of one subject is answered once. `response` is what a retry gets again: ids, codes and instants only, for it
   * is kept as it stands and not encrypted with the case.
   */
  readonly idempotency: {
    readonly key: string;
    readonly subject: string;
    readonly requestHash: string;
    readonly response: JsonValue;
    /** The id of a token that is good for one append of its tenant. */
    readonly once?: string;
  };
};

/** When the newest event of a case was recorded, and in which role: what somebody is told who came second. */
export type LastWrite = { readonly at: string; readonly role: Role };

/**
 * How an append ended. Only `ok: true` wrote anything. When several reasons hold, the first of this order is given:
 *
 * - `already-answered`: this subject used this key before. Same `requestHash`: give `response` again. Another one: the key was
 *   used for a different request, and the caller must be told so.
 * - `version-conflict`: somebody else wrote first. `version` is the true one; 0, without `last`, where there is no such case. Also
 *   where the key of the case is not, or not any more, the one that the words are encrypted with: nobody could ever read them.
 * - `token-used`: something else was appended with this `once` before.
 * - `reference-taken`: another case of this tenant has this reference, or its code this id. Make new ones and append again.
 */
export type AppendResult =
  | { readonly ok: true; readonly version: number }
  | ({ readonly ok: false; readonly reason: 'already-answered' } & Answer)
  | { readonly ok: false; readonly reason: 'version-conflict'; readonly version: number; readonly last?: LastWrite }
  | { readonly ok: false; readonly reason: 'reference-taken' | 'token-used' };

/** One case at one moment: `version` and `events` belong together, whoever writes meanwhile. */
export type CaseRecord = {
  readonly reference: string;
  /** The version of the whole case, also when `events` begins `after` a sequence. */
  readonly version: number;
  readonly events: readonly KeptEvent[];
  /** The wrapped key of the case's words. Absent where nobody wrote any yet, or once they were erased. */
  readonly key?: string;
};

export type AuditAction =
  'append' | 'read' | 'erase-words' | 'make-code' | 'open-code' | 'revoke-code' | 'look-for-person' | 'keep-apart';

/** Who did what with a case, and which version it had then. Ids and codes alone. */
export type AuditEntry = {
  /** When, as `toISOString()` writes it. */
  readonly at: string;
  /** Who, by the subject of their token. */
  readonly subject: string;
  readonly action: AuditAction;
  readonly version: number;
};

/** So many entries of the audit are given back. */
export const MAX_AUDIT = 500;

/** What somebody began to write, as ciphertext, until when it is kept. */
export type KeptDraft = {
  readonly words: string;
  /** An instant, as `toISOString()` writes it. From then on the draft is not there. */
  readonly expiresAt: string;
};

export type CasePage = {
  readonly cases: readonly CaseRow[];
  /** Give it as `before` for the next page. Absent on the last one. */
  readonly next?: string;
};

export type Readiness = { readonly ok: true } | { readonly ok: false; readonly reason: ReadinessReason };

/** Why a store must not be used now: codes, so that they can stand in an answer and in a log. */
export type ReadinessReason =
  'unreachable' | 'not-migrated' | 'database-newer' | 'unsafe-settings' | 'unsafe-role' | 'closed';

export const DEFAULT_PAGE = 100;
export const MAX_PAGE = 500;

/**
 * Where cases are kept. Every method may also throw a `StoreError`, whose code says what to do and whose text never holds
 * what people wrote.
 *
 * Whoever writes a store of their own shows that it keeps these promises with `runStoreSuite` (`@msp/sdk/store/suite`).
 */
export type Store = CaseStore & ChangeStore & CodeStore & KeyStore & OutboxStore & PeopleStore & TenantStore;

/** Cases, what is due in them, and drafts of what is not a case yet. */
export type CaseStore = {
  /**
   * Keeps the events, the case's row, the answer for a retry and the audit entry: all of them, or none. The promise resolves only when
   * they are durable, so that whoever is told "received" can rely on it.
   *
   * @throws StoreError `outcome-unknown` when the connection broke while the store was saying yes: append again with the
   * same key to find out. After every other code nothing was kept.
   */
  append(input: AppendInput): Promise<AppendResult>;

  /** The answer that this subject already got for this key. Asked first, it spares the work; `append` is what decides. */
  findAnswer(tenant: string, subject: string, key: string): Promise<Answer | undefined>;

  /**
   * A case and its events in order, all of them or those `after` a sequence. Undefined where this tenant has no such case. With a
   * `reader` (the subject of a token) it is noted in the audit who read, before anything is given back.
   */
  readCase(
    tenant: string,
    caseId: string,
    options?: { readonly after?: number; readonly reader?: string },
  ): Promise<CaseRecord | undefined>;

  /** Who wrote, read and erased in this case, the newest first, `MAX_AUDIT` at most. Empty where this tenant has no such case. */
  readAudit(tenant: string, caseId: string): Promise<readonly AuditEntry[]>;

  /**
   * A tenant's cases, the newest concern first. The order is by what never changes (`raisedAt`, then `caseId`, both falling),
   * so that walking from page to page misses no case while others write.
   *
   * `limit` counts from 1 to 500 and is 100 where nothing is said.
   */
  listCases(tenant: string, options?: { readonly limit?: number; readonly before?: string }): Promise<CasePage>;

  /** Keeps a draft under an id that says nothing of it, in place of what was kept under it before. */
  saveDraft(tenant: string, id: string, draft: KeptDraft): Promise<void>;

  /** The draft of this id, if there is one that has not expired at `now`. */
  readDraft(tenant: string, id: string, now: string): Promise<KeptDraft | undefined>;

  /** Removes a draft for good. False where there was none. */
  dropDraft(tenant: string, id: string): Promise<boolean>;

  /** Removes for good every draft of a tenant that has expired at `now`. @returns how many */
  dropExpiredDrafts(tenant: string, now: string): Promise<number>;

  /** The cases of a tenant for which something is due at `now`, the longest due first. */
  dueCases(tenant: string, now: string, limit: number): Promise<readonly string[]>;

  /**
   * Closed cases that have words still, and whose last entry is not later than `until`: the longest ago first. An erased one is not among
   * them any more.
   */
  closedCases(tenant: string, options: { readonly until: string; readonly limit: number }): Promise<readonly CaseRow[]>;

  /** Sets when something is next due in a case, unless somebody wrote since `version`. False where nothing was set. */
  postpone(
    tenant: string,
    caseId: string,
    to: { readonly version: number; readonly nextDue: string | undefined },
  ): Promise<boolean>;

  /**
   * Destroys the key of a case, so that nobody can read again what people wrote in it, here or in any copy made later; forgets its marks; and notes in the
   * audit who did. The events stay, without their words. False where there is no such key (any more).
   */
  eraseWords(tenant: string, caseId: string, by: { readonly subject: string }): Promise<boolean>;

  /** Whether an accepted append would be durable and apart from other tenants here and now. Never throws. */
  ready(): Promise<Readiness>;

  /** Waits for what is under way and lets go of connections. Afterwards every method throws `closed`. */
  close(): Promise<void>;
};
