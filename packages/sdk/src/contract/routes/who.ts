import { type Role, roles } from '@msp/workflows';
import type { ProblemCode } from '../problems.js';

export const people: readonly Role[] = roles.filter((role) => role !== 'system');
export const managers: readonly Role[] = ['manager'];
export const staff: readonly Role[] = ['practitioner', 'manager'];

/** Roles that reach one case only: their token has to name it. */
export const caseScopedRoles: readonly Role[] = ['person', 'representative', 'advocate', 'referrer', 'partner'];

export const always = ['method-not-allowed', 'internal'] as const satisfies readonly ProblemCode[];
export const withToken = [
  'unauthenticated',
  'forbidden',
  'too-many-requests',
  'unavailable',
  ...always,
] as const satisfies readonly ProblemCode[];
export const withSmallBody = [
  'unsupported-media-type',
  'body-too-large',
  'invalid-request',
] as const satisfies readonly ProblemCode[];
export const withBody = [
  'unsupported-media-type',
  'body-too-large',
  'invalid-request',
  'idempotency-key-missing',
  'idempotency-key-reused',
] as const satisfies readonly ProblemCode[];
