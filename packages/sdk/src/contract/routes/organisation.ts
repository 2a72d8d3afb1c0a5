import { dueErasuresSchema } from '../retention.js';
import type { Route } from '../route.js';
import { newSettingsSchema, openSiteSchema, shownSettingsSchema, siteSchema } from '../settings.js';
import { deliveriesSchema, retriedDeliverySchema, retryDeliverySchema, whichDeliveriesSchema } from '../webhooks.js';
import { managers, always, withToken, withSmallBody } from './who.js';

/** What an organisation sets for itself, what its own systems are told, and its public form. */
export const organisationRoutes = {
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
  listErasures: {
    method: 'GET',
    path: '/v1/erasures',
    summary: 'Closed cases whose words have been kept for as long as the organisation set: a manager decides on each.',
    roles: managers,
    status: 200,
    response: dueErasuresSchema,
    errors: withToken,
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
    errors: ['forbidden', 'too-many-requests', 'unavailable', ...withSmallBody, ...always],
  },
} as const satisfies Record<string, Route>;
