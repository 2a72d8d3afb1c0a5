export { DEFAULT_PAGE, MAX_PAGE } from './port.js';
export type {
  Answer,
  AppendInput,
  AppendResult,
  CasePage,
  CaseRecord,
  CaseRow,
  JsonValue,
  LastWrite,
  Readiness,
  ReadinessReason,
  Store,
} from './port.js';
export { StoreError } from './store-error.js';
export type { StoreErrorCode } from './store-error.js';
