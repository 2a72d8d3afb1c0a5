import * as z from 'zod/mini';
import type { Route } from '../route.js';
import { healthSchema } from '../shapes.js';
import { always } from './who.js';

/** What whoever runs the server asks. */
export const healthRoutes = {
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
