export type { CaseAnswer, CaseList, CaseSummary, EventList, NewEvent, Receipt, RecordedEvent } from '../contract.js';
export { type MspClient, type MspClientOptions, createMspClient, newIdempotencyKey } from './client.js';
export { type CodeClient, type CodeClientOptions, openWithCode } from './code-client.js';
export { MspError, type MspErrorCode } from './error.js';
export { type WatchOptions, watchCase } from './live.js';
