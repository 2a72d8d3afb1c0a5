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
  JsonValue,
  KeptDraft,
  KeptEvent,
  KeptMessage,
  KeptSettings,
  LastWrite,
  MessageState,
  OutMessage,
  Outcome,
  Readiness,
  ReadinessReason,
  Store,
} from './port.js';
export { StoreError } from './store-error.js';
export type { StoreErrorCode } from './store-error.js';
