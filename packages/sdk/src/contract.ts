import { type Role, eventSchemas, roles } from '@msp/workflows';
import * as z from 'zod/mini';
import type { ProblemCode } from './contract/problems.js';
import type { Route } from './contract/route.js';
import {
  deliveriesSchema,
  retriedDeliverySchema,
  retryDeliverySchema,
  whichDeliveriesSchema,
} from './contract/webhooks.js';
import { newSettingsSchema, openSiteSchema, shownSettingsSchema, siteSchema } from './contract/settings.js';
import {
  afterSchema,
  auditSchema,
  caseAnswerSchema,
  caseListSchema,
  chainSchema,
  draftCodeSchema,
  droppedDraftSchema,
  erasedSchema,
  erasureSchema,
  eventListSchema,
  healthSchema,
  newDraftSchema,
  newEventSchema,
  openedDraftSchema,
  pageSchema,
  receiptSchema,
  recordedSchema,
  savedDraftSchema,
} from './contract/shapes.js';

const people: readonly Role[] = roles.filter((role) => role !== 'system');
const managers: readonly Role[] = ['manager'];
const staff: readonly Role[] = ['practitioner', 'manager'];

/** Roles that reach one case only: their token has to name it. */
export const caseScopedRoles: readonly Role[] = ['person', 'representative', 'advocate', 'referrer', 'partner'];

const always = ['method-not-allowed', 'internal'] as const satisfies readonly ProblemCode[];
const withToken = ['unauthenticated', 'forbidden', 'unavailable', ...always] as const satisfies readonly ProblemCode[];
const withSmallBody = [
  'unsupported-media-type',
  'body-too-large',
  'invalid-request',
] as const satisfies readonly ProblemCode[];
const withBody = [
  'unsupported-media-type',
  'body-too-large',
  'invalid-request',
  'idempotency-key-missing',
  'idempotency-key-reused',
] as const satisfies readonly ProblemCode[];

/**
 * Every route of the interface, once. The client is typed by it, the server validates by it, `GET /openapi.json` derives from it.
 */
export const routes = {
  raiseConcern: {
    method: 'POST',
    path: '/v1/concerns',
    summary: 'Raise a concern. Answered only once it is committed.',
    roles: people,
    takesOnce: true,
    body: eventSchemas['concern.raised'],
    idempotent: true,
    status: 201,
    response: receiptSchema,
    errors: [...withToken, ...withBody, 'token-used'],
  },
  saveDraft: {
    method: 'POST',
    path: '/v1/drafts',
    summary: 'Keep what somebody began to write, for some days. Only the code in the answer opens it.',
    roles: people,
    takesOnce: true,
    body: newDraftSchema,
    status: 201,
    response: savedDraftSchema,
    errors: [...withToken, ...withSmallBody, 'not-found'],
  },
  openDraft: {
    method: 'POST',
    path: '/v1/drafts/open',
    summary: 'What somebody began to write, by its code.',
    roles: people,
    takesOnce: true,
    body: draftCodeSchema,
    status: 200,
    response: openedDraftSchema,
    errors: [...withToken, ...withSmallBody, 'not-found'],
  },
  dropDraft: {
    method: 'POST',
    path: '/v1/drafts/drop',
    summary: 'Remove a draft for good, by its code.',
    roles: people,
    takesOnce: true,
    body: draftCodeSchema,
    status: 200,
    response: droppedDraftSchema,
    errors: [...withToken, ...withSmallBody, 'not-found'],
  },
  listCases: {
    method: 'GET',
    path: '/v1/cases',
    summary: 'List the cases of the organisation: references, stages and dates, never names or words.',
    roles: staff,
    query: pageSchema,
    status: 200,
    response: caseListSchema,
    errors: [...withToken, 'invalid-request'],
  },
  readCase: {
    method: 'GET',
    path: '/v1/cases/:caseId',
    summary: 'Read a case: what the caller’s role may see, and nothing else.',
    roles,
    caseScoped: true,
    status: 200,
    response: caseAnswerSchema,
    errors: [...withToken, 'not-found', 'invalid-request'],
  },
  readEvents: {
    method: 'GET',
    path: '/v1/cases/:caseId/events',
    summary: 'Read the entries of a case after a given one: what the caller’s role may see of them.',
    roles,
    caseScoped: true,
    query: afterSchema,
    status: 200,
    response: eventListSchema,
    errors: [...withToken, 'not-found', 'invalid-request'],
  },
  recordEvent: {
    method: 'POST',
    path: '/v1/cases/:caseId/events',
    summary: 'Record an event. The server adds who recorded it, by the token, and when.',
    roles,
    caseScoped: true,
    body: newEventSchema,
    idempotent: true,
    expectsVersion: true,
    status: 201,
    response: recordedSchema,
    errors: [...withToken, ...withBody, 'not-found', 'version-missing', 'version-conflict', 'event-refused'],
  },
  readAudit: {
    method: 'GET',
    path: '/v1/cases/:caseId/audit',
    summary: 'Who wrote, read and erased in a case, the newest first: ids and codes.',
    roles: managers,
    caseScoped: true,
    status: 200,
    response: auditSchema,
    errors: [...withToken, 'not-found', 'invalid-request'],
  },
  readChain: {
    method: 'GET',
    path: '/v1/cases/:caseId/chain',
    summary: 'Whether the record of a case is as it was sealed, and the end of its chain to keep elsewhere.',
    roles: managers,
    caseScoped: true,
    status: 200,
    response: chainSchema,
    errors: [...withToken, 'not-found', 'invalid-request'],
  },
  eraseWords: {
    method: 'POST',
    path: '/v1/cases/:caseId/erasure',
    summary: 'Destroy the key of a closed case: nobody reads again what people wrote in it. Cannot be undone.',
    roles: managers,
    caseScoped: true,
    body: erasureSchema,
    status: 200,
    response: erasedSchema,
    errors: [...withToken, 'not-found', 'unsupported-media-type', 'body-too-large', 'invalid-request'],
  },
  readSettings: {
    method: 'GET',
    path: '/v1/settings',
    summary: 'What the organisation set for itself, without secrets.',
    roles: managers,
    status: 200,
    response: shownSettingsSchema,
    errors: withToken,
  },
  saveSettings: {
    method: 'POST',
    path: '/v1/settings',
    summary: 'Set everything anew for the organisation, in place of what was set before.',
    roles: managers,
    body: newSettingsSchema,
    expectsVersion: true,
    status: 200,
    response: shownSettingsSchema,
    errors: [...withToken, ...withSmallBody, 'version-missing', 'version-conflict'],
  },
  listDeliveries: {
    method: 'GET',
    path: '/v1/deliveries',
    summary: 'What was sent to the organisation’s own systems; where nothing is said, what was given up.',
    roles: managers,
    query: whichDeliveriesSchema,
    status: 200,
    response: deliveriesSchema,
    errors: [...withToken, 'invalid-request'],
  },
  retryDelivery: {
    method: 'POST',
    path: '/v1/deliveries/retry',
    summary: 'Try again to send what was given up.',
    roles: managers,
    body: retryDeliverySchema,
    status: 200,
    response: retriedDeliverySchema,
    errors: [...withToken, ...withSmallBody],
  },
  openSite: {
    method: 'POST',
    path: '/v1/site',
    summary:
      'A token that is good for one concern, for a page with a site key and no back end; and what its form shows.',
    roles: 'anyone',
    body: openSiteSchema,
    status: 200,
    response: siteSchema,
    errors: ['forbidden', 'unavailable', ...withSmallBody, ...always],
  },
  live: {
    method: 'GET',
    path: '/health/live',
    summary: 'The process answers.',
    roles: 'anyone',
    status: 200,
    response: healthSchema,
    errors: always,
  },
  ready: {
    method: 'GET',
    path: '/health/ready',
    summary: 'The process can keep a concern: its store is reachable and its settings are safe.',
    roles: 'anyone',
    status: 200,
    response: healthSchema,
    errors: ['unavailable', ...always],
  },
  openApi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This interface as OpenAPI 3.1.',
    roles: 'anyone',
    status: 200,
    response: z.looseObject({ openapi: z.string() }),
    errors: always,
  },
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
} from './contract/shapes.js';
export {
  type Deliveries,
  type RetriedDelivery,
  type WebhookMessage,
  webhookMessageSchema,
} from './contract/webhooks.js';
