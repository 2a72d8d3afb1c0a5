import { type CaseEvent, type EventType, bySchema, eventSchemas, eventTypes, roleSchema } from '@msp/workflows';
import * as z from 'zod/mini';

const instant = z.iso.datetime({ offset: true });
const version = z.int().check(z.minimum(0));
const eventType = z.enum(eventTypes as [EventType, ...EventType[]]);

/** Ids of cases are UUIDs: nothing can be read from them. */
export const caseIdSchema = z.uuid();

/**
 * The reference that people read out on the phone, such as `MSP-4K7Q-29XD`. No vowels, so that it never spells anything, and no
 * letters or digits that look alike.
 */
export const REFERENCE_ALPHABET = '23456789CDFHJKMNPQRTVWX';
export const referenceSchema = z.string().check(z.regex(/^MSP-[2-9CDFHJKMNPQRTVWX]{4}-[2-9CDFHJKMNPQRTVWX]{4}$/));

/** Says that a concern is kept. There is none before the transaction is committed. */
export const receiptSchema = z.object({
  caseId: caseIdSchema,
  reference: referenceSchema,
  receivedAt: instant,
  /** The cases of other adults who were told of with it, each of their own, in the same order. */
  others: z.exactOptional(z.array(z.object({ caseId: caseIdSchema, reference: referenceSchema }))),
  /** Opens the page of whoever raised it: what became of it, as far as that can be told. It is the one way back. */
  code: z.string(),
});
export type Receipt = z.output<typeof receiptSchema>;

export const stageSchema = z.enum(['concern', 'threshold', 'outcomes', 'check-ins', 'closure', 'step-down', 'closed']);

/** One line of the desk's list: never a name, never words. */
export const caseSummarySchema = z.object({
  caseId: caseIdSchema,
  reference: referenceSchema,
  version,
  stage: stageSchema,
  /** Somebody is in immediate danger, as far as is known. */
  danger: z.boolean(),
  raisedAt: instant,
  lastEventAt: instant,
});
export type CaseSummary = z.output<typeof caseSummarySchema>;

/** A page of the list, the newest concern first. `next` is there while more follow: give it as `before`. */
export const caseListSchema = z.object({ cases: z.array(caseSummarySchema), next: z.exactOptional(z.string()) });
export type CaseList = z.output<typeof caseListSchema>;

/** Where a case is in the statechart: XState's state value. */
const stateSchema = z.object({
  journey: z.union([
    z.enum(['concern', 'stepDown', 'closed']),
    z.object({
      active: z.union([
        z.literal('threshold'),
        z.object({ outcomes: z.enum(['listening', 'agreeing']) }),
        z.object({ checkIns: z.enum(['waiting', 'due', 'overdue']) }),
      ]),
    }),
    z.object({ closure: z.enum(['exploring', 'deciding', 'reviewing']) }),
  ]),
  danger: z.enum(['none', 'immediate']),
  advocacy: z.enum(['notConsidered', 'notNeeded', 'needed', 'requested', 'appointed', 'unavailable']),
  voice: z.enum(['unheard', 'heard']),
});

/** One entry of the record as the caller's role may see it. */
export const entryViewSchema = z.object({
  id: z.string(),
  caseId: caseIdSchema,
  sequence: z.int().check(z.minimum(1)),
  type: eventType,
  at: instant,
  recordedAt: z.exactOptional(instant),
  by: z.union([bySchema, z.object({ role: roleSchema })]),
  data: z.record(z.string(), z.unknown()),
});

/** What the caller's role may see of a case, and nothing else. */
export const caseViewSchema = z.object({
  caseId: caseIdSchema,
  role: roleSchema,
  version,
  /** Access is restricted, and the caller is not among those who may see it. */
  restricted: z.exactOptional(z.literal(true)),
  /** Nothing is left out: the engine's `caseOf` gives the case itself. */
  whole: z.boolean(),
  stage: z.exactOptional(stageSchema),
  state: z.exactOptional(stateSchema),
  entries: z.array(entryViewSchema),
});

export const caseAnswerSchema = z.object({
  caseId: caseIdSchema,
  reference: referenceSchema,
  version,
  view: caseViewSchema,
});
export type CaseAnswer = z.output<typeof caseAnswerSchema>;

export const eventListSchema = z.object({ events: z.array(entryViewSchema), version });
export type EventList = z.output<typeof eventListSchema>;

/** Says that an event is kept, and which version the case has now. */
export const recordedSchema = z.object({
  event: z.object({ id: z.string(), sequence: z.int().check(z.minimum(1)), recordedAt: instant }),
  version,
});
export type RecordedEvent = z.output<typeof recordedSchema>;

/** Which version a case has: how many entries its record has. */
export const versionSchema = z.object({ version });

/** Who did what with a case, the newest first: ids and codes. */
export const auditSchema = z.object({
  entries: z.array(
    z.object({
      at: instant,
      subject: z.string(),
      action: z.enum([
        'append',
        'read',
        'erase-words',
        'make-code',
        'open-code',
        'revoke-code',
        'look-for-person',
        'keep-apart',
      ]),
      version,
    }),
  ),
});
export type Audit = z.output<typeof auditSchema>;

const anchorSchema = z.object({ caseId: caseIdSchema, sequence: z.int().check(z.minimum(1)), hash: z.string() });

/**
 * Whether the record of a case is as it was sealed. `intact: false` names the first entry that is not. `head` is the end of the chain: keep
 * it elsewhere, for whoever can rewrite everything could seal it anew.
 */
export const chainSchema = z.object({
  intact: z.boolean(),
  says: z.string(),
  at: z.exactOptional(z.int()),
  erased: z.int(),
  head: z.exactOptional(anchorSchema),
});
export type Chain = z.output<typeof chainSchema>;

const draftCode = z.string().check(z.minLength(1), z.maxLength(60));

/** What somebody began to write, as the page that they write on has it: nobody else reads it. */
const draft = z.record(z.string(), z.unknown());

export const newDraftSchema = z.strictObject({ draft, code: z.optional(draftCode) });

/** The code is the one way back: it is shown once, and kept nowhere. */
export const savedDraftSchema = z.object({ code: z.string(), expiresAt: instant });
export type SavedDraft = z.output<typeof savedDraftSchema>;

/** In the body, not in the address: addresses are logged. Spaces, hyphens and small letters do no harm. */
export const draftCodeSchema = z.strictObject({ code: draftCode });

export const openedDraftSchema = z.object({ draft, expiresAt: instant });
export type OpenedDraft = z.output<typeof openedDraftSchema>;

/** `dropped: false`: there was none (any more). */
export const droppedDraftSchema = z.object({ dropped: z.boolean() });
export type DroppedDraft = z.output<typeof droppedDraftSchema>;

/** The reference is repeated by whoever erases, so that no slip of the hand does. */
export const erasureSchema = z.strictObject({ reference: referenceSchema });

/** `erased: false`: there were no words (any more). */
export const erasedSchema = z.object({ erased: z.boolean() });
export type Erased = z.output<typeof erasedSchema>;

export const healthSchema = z.object({ status: z.enum(['ok']) });

/** What a caller gives to record an event. The server adds who, when it was stored, and its place in the record. */
type NewEventOf<E> = E extends { type: infer T; data: infer D }
  ? { type: T; data: D; at?: string }
  : E extends { type: infer T; data?: infer D }
    ? { type: T; data?: D; at?: string }
    : never;
export type NewEvent = NewEventOf<CaseEvent>;

const newEventOf = (type: EventType) => {
  const data = eventSchemas[type];
  const mayBeLeftOut = z.safeParse(data as z.ZodMiniType, {}).success;
  return z.strictObject({
    type: z.literal(type),
    data: mayBeLeftOut ? z.optional(data as z.ZodMiniType) : (data as z.ZodMiniType),
    at: z.optional(instant),
  });
};

const [first, ...others] = eventTypes.map(newEventOf);
if (!first) throw new Error('[@msp/sdk] contract: the engine has no events.');

export const newEventSchema = z.discriminatedUnion('type', [first, ...others]);

/** The sequence after which entries are wanted. */
export const afterSchema = z.strictObject({ after: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) });

/** Which page of the list is wanted: `next` of the page before, and how many lines (1 to 500). */
export const pageSchema = z.strictObject({
  before: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-9]\d|[1-4]\d\d|500)$/))),
});
