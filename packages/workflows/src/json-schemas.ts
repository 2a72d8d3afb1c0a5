import * as z from 'zod/mini';
import { type EventType, caseEventSchema, eventSchemas, eventTypes } from './case/events.js';
import { policySchema } from './policy/policy.schema.js';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const of = (schema: z.core.$ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;

/**
 * The data of each event as JSON Schema (draft 2020-12), derived from the one declaration that the engine judges by. A module of its
 * own, so that pages which only record carry no schema writer.
 */
export const jsonSchemas: Readonly<Record<EventType, JsonSchema>> = Object.fromEntries(
  eventTypes.map((type) => [type, of(eventSchemas[type])]),
) as Record<EventType, JsonSchema>;

/** Everything around an event’s data. */
export const caseEventJsonSchema: JsonSchema = of(caseEventSchema);

/** What a policy pack looks like. `readPolicy` asks more of it than a schema can say. */
export const policyJsonSchema: JsonSchema = of(policySchema);
