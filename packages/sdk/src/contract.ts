import type { Route } from './contract/route.js';
import { casesRoutes } from './contract/routes/cases.js';
import { healthRoutes } from './contract/routes/health.js';
import { organisationRoutes } from './contract/routes/organisation.js';
import { peopleRoutes } from './contract/routes/people.js';

export { caseScopedRoles } from './contract/routes/who.js';

/**
 * Every route of the interface, once. The client is typed by it, the server validates by it, `GET /openapi.json` derives from it.
 */
export const routes = {
  ...casesRoutes,
  ...peopleRoutes,
  ...organisationRoutes,
  ...healthRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

export {
  API_VERSION,
  MAX_BODY_BYTES,
  formatVersion,
  headers,
  idempotencyKeySchema,
  parseVersion,
} from './contract/headers.js';
export {
  type Conflict,
  type Issue,
  type Problem,
  type ProblemCode,
  problemCodes,
  problemSchema,
  problems,
} from './contract/problems.js';
export { type DueErasures } from './contract/retention.js';
export { type Route, pathTo } from './contract/route.js';
export {
  type NewSettings,
  type ShownSettings,
  type Site,
  type TenantSettings,
  type Webhook,
  tenantSettingsSchema,
} from './contract/settings.js';
export {
  type Audit,
  type CaseAnswer,
  type CaseList,
  type CaseSummary,
  type Chain,
  type DroppedDraft,
  type Erased,
  type EventList,
  type NewEvent,
  type OpenedDraft,
  type Receipt,
  type RecordedEvent,
  type SavedDraft,
  REFERENCE_ALPHABET,
  referenceSchema,
  versionSchema,
} from './contract/shapes.js';
export {
  type Deliveries,
  type RetriedDelivery,
  type WebhookMessage,
  webhookMessageSchema,
} from './contract/webhooks.js';
export {
  type CodeList,
  type MadeCode,
  type NewCodeOptions,
  type OpenedCode,
  type RevokedCode,
} from './contract/codes.js';
export { type KeptApart, type SamePerson } from './contract/same-person.js';
