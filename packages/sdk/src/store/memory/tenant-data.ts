import type { Answer, AuditEntry, CaseRow, KeptDraft, KeptEvent, KeptSettings } from '../port.js';
import { type MemoryCodes, memoryCodes } from './codes.js';
import { type MemoryOutbox, memoryOutbox } from './outbox.js';
import { type MemoryPeople, memoryPeople } from './people.js';

export type Kept = {
  row: CaseRow;
  events: KeptEvent[];
  key: string | undefined;
  audit: AuditEntry[];
  nextDue: number | undefined;
};

/** Everything that is kept of one tenant. */
export type TenantData = {
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

export const newTenant = (): TenantData => ({
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

/** The data of all tenants. */
export type Tenants = {
  /** Of one that nothing is kept of yet it is empty, and stays only once it is given to `keep`. */
  readonly open: (tenant: string) => TenantData;
  readonly keep: (tenant: string, data: TenantData) => void;
};

export const noted = (subject: string, action: AuditEntry['action'], version: number): AuditEntry =>
  Object.freeze({ at: new Date().toISOString(), subject, action, version });
