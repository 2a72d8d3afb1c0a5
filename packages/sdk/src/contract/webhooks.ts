import { type EventType, eventTypes } from '@msp/workflows';
import * as z from 'zod/mini';

const instant = z.iso.datetime({ offset: true });

/**
 * What an organisation's own system is told, as the body of a Standard Webhook: that something was recorded, and where to read it. Never
 * a name, never a word that somebody wrote.
 */
export const webhookMessageSchema = z.object({
  type: z.enum(eventTypes as [EventType, ...EventType[]]),
  /** When it was recorded. */
  timestamp: instant,
  data: z.object({
    caseId: z.uuid(),
    reference: z.string(),
    eventId: z.string(),
    sequence: z.int().check(z.minimum(1)),
  }),
});
export type WebhookMessage = z.output<typeof webhookMessageSchema>;

/** One message to one address: how far it came. */
const delivery = z.object({
  id: z.string(),
  /** The id of the webhook in the settings. */
  webhook: z.string(),
  message: webhookMessageSchema,
  state: z.enum(['waiting', 'delivered', 'dead']),
  attempts: z.int(),
  /** While it waits: when it is tried next. */
  dueAt: z.exactOptional(instant),
  /** What the last attempt was answered with; 0: nothing, or by nobody who may be called. */
  lastStatus: z.exactOptional(z.int()),
});

/** The newest first, 500 at most. */
export const deliveriesSchema = z.object({ deliveries: z.array(delivery) });
export type Deliveries = z.output<typeof deliveriesSchema>;

export const whichDeliveriesSchema = z.strictObject({ state: z.optional(z.enum(['waiting', 'delivered', 'dead'])) });

export const retryDeliverySchema = z.strictObject({
  id: z.string().check(z.maxLength(200)),
  webhook: z.string().check(z.maxLength(200)),
});

/** `waiting: false`: there is no such message, or it was delivered. */
export const retriedDeliverySchema = z.object({ waiting: z.boolean() });
export type RetriedDelivery = z.output<typeof retriedDeliverySchema>;
