export { MAX_TOKEN_SECONDS } from './auth/claims.js';
export type { Authenticate, Identity } from './auth/identity.js';
export { type JwksOptions, jwksKeys } from './auth/jwks.js';
export { type JwtAuthOptions, jwtAuth } from './auth/jwt.js';
export { type MintOptions, type TokenClaims, mintToken, newKeyPair } from './auth/mint.js';
export { type Examined, examineRecords } from './examine.js';
export { type MspHandlerOptions, createMspHandler } from './handler.js';
export type { LogEntry, Logger } from './log.js';
export type { Assets } from './pages/pages.js';
export type { Limits } from './request/limits.js';
export { readRecord } from './privacy/read-record.js';
export { type RotateOptions, type Rotated, rotateKeys } from './privacy/rotate-keys.js';
export { type KeyVault, localVault, newVaultSecret } from './privacy/vault.js';
export { type SettingsSource, fixedSettings } from './tenants/settings.js';
export { newSiteKey } from './tenants/site-key.js';
export { type Scheduler, type SchedulerEntry, type SchedulerOptions, createScheduler } from './scheduler.js';
export {
  type Deliverer,
  type DelivererEntry,
  type DelivererOptions,
  type Delivery,
  createDeliverer,
} from './webhooks/deliverer.js';
export { type ReceiveOptions, type Received, newWebhookSecret, receiveWebhook } from './webhooks/receive.js';
