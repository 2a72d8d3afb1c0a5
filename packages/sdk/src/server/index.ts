export { MAX_TOKEN_SECONDS } from './auth/claims.js';
export type { Authenticate, Identity } from './auth/identity.js';
export { type JwtAuthOptions, jwtAuth } from './auth/jwt.js';
export { type MintOptions, type TokenClaims, mintToken, newKeyPair } from './auth/mint.js';
export { type MspHandlerOptions, createMspHandler } from './handler.js';
export type { LogEntry, Logger } from './log.js';
export { readRecord } from './privacy/read-record.js';
export { type KeyVault, localVault, newVaultSecret } from './privacy/vault.js';
export { type Scheduler, type SchedulerEntry, type SchedulerOptions, createScheduler } from './scheduler.js';
