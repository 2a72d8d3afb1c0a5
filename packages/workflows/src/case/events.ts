import * as z from 'zod/mini';
import { advocacyEvents } from '../advocacy/advocacy.events.js';
import { capacityEvents } from '../capacity/capacity.events.js';
import { checkInsEvents } from '../check-ins/check-ins.events.js';
import { closureEvents } from '../closure/closure.events.js';
import { concernEvents } from '../concern/concern.events.js';
import { dangerEvents } from '../danger/danger.events.js';
import { instant, label } from '../kit/fields.js';
import { outcomesEvents } from '../outcomes/outcomes.events.js';
import { recordEvents } from '../record/record.events.js';
import { stepDownEvents } from '../step-down/step-down.events.js';
import { thresholdEvents } from '../threshold/threshold.events.js';
import { voiceEvents } from '../voice/voice.events.js';
import { versions } from './version.js';

/**
 * The schema of each event's data, by event type. The one declaration: types, the forms' validation, the API's JSON Schema
 * and the questions all derive from it.
 */
export const eventSchemas = {
  ...concernEvents,
  ...voiceEvents,
  ...capacityEvents,
  ...advocacyEvents,
  ...dangerEvents,
  ...thresholdEvents,
  ...outcomesEvents,
  ...checkInsEvents,
  ...closureEvents,
  ...stepDownEvents,
  ...recordEvents,
};

export type EventType = keyof typeof eventSchemas;

/** What an event of this type says, as written by `eventSchemas`. */
export type EventData<T extends EventType> = z.output<(typeof eventSchemas)[T]>;

/** Every event type, in the order of the journey. */
export const eventTypes: readonly EventType[] = Object.keys(eventSchemas) as EventType[];

export const roleSchema = z.enum([
  'person',
  'representative',
  'advocate',
  'referrer',
  'practitioner',
  'manager',
  'partner',
  'system',
]);

/** In which role somebody records. Every role may be held by many people, and one person may hold several over time. */
export type Role = z.output<typeof roleSchema>;

export const roles: readonly Role[] = roleSchema.options;

export const bySchema = z.strictObject({ id: label, role: roleSchema, organisation: label });

/** Who recorded an event: an opaque id, never a name. */
export type By = z.output<typeof bySchema>;

/** Everything around an event's data. `sequence`, `recordedAt` and `hash` are there once it is stored. */
export const envelopeSchema = z.strictObject({
  id: z.uuidv7(),
  caseId: label,
  type: z.string(),
  at: instant,
  by: bySchema,
  data: z.optional(z.record(z.string(), z.unknown())),
  sequence: z.optional(z.int().check(z.minimum(1))),
  recordedAt: z.optional(instant),
  hash: z.optional(z.string()),
  /** The version of the event's shape; 1 if it is not said. */
  v: z.optional(z.int().check(z.minimum(1), z.maximum(versions.event))),
});

type Envelope = { id: string; caseId: string; at: string; by: By };
type Stored = {
  sequence?: number | undefined;
  recordedAt?: string | undefined;
  hash?: string | undefined;
  v?: number | undefined;
};
type WithData<D> = Record<never, never> extends D ? { data?: D } : { data: D };

/** One event of one type. `data` may be left out where every field of it may. */
export type EventOf<T extends EventType> = T extends EventType
  ? Envelope & Stored & { type: T } & WithData<EventData<T>>
  : never;

/** A fact that somebody recorded: dotted, past tense. */
export type CaseEvent = EventOf<EventType>;

/** An event as a store keeps it. */
export type StoredEvent = CaseEvent & { sequence: number; recordedAt: string };

export const isEventType = (type: string): type is EventType => Object.hasOwn(eventSchemas, type);

/** A whole event: its envelope, and its data by its type's own schema. */
export const caseEventSchema = envelopeSchema.check(
  z.refine<z.output<typeof envelopeSchema>>(
    (event) => isEventType(event.type) && z.safeParse(eventSchemas[event.type], event.data ?? {}).success,
    { error: 'data does not fit the schema of its event type', path: ['data'] },
  ),
);
