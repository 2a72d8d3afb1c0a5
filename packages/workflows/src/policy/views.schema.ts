import * as z from 'zod/mini';
import { type EventType, eventSchemas, eventTypes, roleSchema } from '../case/events.js';

/**
 * When an entry may be seen. `explained`: going against a wish was explained to the person. `told`: the person was told.
 * `theirOwn`: whoever looks recorded it. `theirOrganisations`: their organisation did, in the same role. `toThem`: it names
 * their organisation. `inTheirHands`: about an enquiry or support that was given to their organisation. The last four are never
 * so where it is not known who looks.
 */
export const seenWhen = z.enum(['explained', 'told', 'theirOwn', 'theirOrganisations', 'toThem', 'inTheirHands']);

const seenEntry = z.strictObject({
  /** Fields that are never shown; `referrer.contact` is a field of a field. */
  hide: z.optional(z.array(z.string())),
  /** Seen where any of these is so; always, where nothing is named. */
  when: z.optional(z.array(seenWhen).check(z.minLength(1))),
  /** Who raised a concern is shown only if they said that they need not stay unknown to the person. Silence keeps them unknown. */
  raisedBy: z.optional(z.literal('ifTheyAgreed')),
});

const objectOf = (schema: unknown): Readonly<Record<string, unknown>> | undefined => {
  const { shape, def } = schema as { shape?: Record<string, unknown>; def?: { innerType?: unknown } };
  return shape ?? (def?.innerType === undefined ? undefined : objectOf(def.innerType));
};

const hasField = (type: EventType, path: string): boolean => {
  let schema: unknown = eventSchemas[type];
  for (const field of path.split('.')) {
    const fields = objectOf(schema);
    if (!fields || !Object.hasOwn(fields, field)) return false;
    schema = fields[field];
  }
  return true;
};

type SeenEntries = Readonly<Partial<Record<string, z.output<typeof seenEntry>>>>;

/** A field spelled wrongly would be shown to everybody, and nobody would notice. */
const hidesWhatExists = (events: SeenEntries): boolean =>
  Object.entries(events).every(([type, seen]) => (seen?.hide ?? []).every((path) => hasField(type as EventType, path)));

/** What one role may see: each event type that is named, as far as its rule goes. What is not named is not seen. */
const seenBySome = z.strictObject({
  /** Where the case stands. */
  stage: z.boolean(),
  /** Who recorded an entry, and not only in which role. */
  who: z.boolean(),
  events: z
    .partialRecord(z.enum(eventTypes as [EventType, ...EventType[]]), seenEntry)
    .check(z.refine(hidesWhatExists, { error: 'hides a field that its event does not have' })),
});

/** What each role may see. `everything` is for the council’s own staff. */
export const maySeeSchema = z.record(roleSchema, z.union([z.literal('everything'), seenBySome]));

export type SeenWhen = z.output<typeof seenWhen>;
export type SeenEntry = z.output<typeof seenEntry>;
export type SeenBySome = z.output<typeof seenBySome>;
