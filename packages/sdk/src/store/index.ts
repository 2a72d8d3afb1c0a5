export { DEFAULT_PAGE, MAX_AUDIT, MAX_PAGE } from './port.js';
export type {
  Answer,
  AppendInput,
  AppendResult,
  AuditEntry,
  CaseKey,
  CasePage,
  CaseRecord,
  CaseRow,
  Change,
  JsonValue,
  KeptCode,
  KeptDraft,
  KeptEvent,
  KeptMessage,
  KeptSettings,
  LastWrite,
  MessageState,
  NewCode,
  OutMessage,
  Outcome,
  Readiness,
  ReadinessReason,
  Store,
  Watcher,
} from './port.js';
export { StoreError } from './store-error.js';
export type { StoreErrorCode } from './store-error.js';
