import { type BlockerCode, type EventType, roleSchema } from '@msp/workflows';
import * as z from 'zod/mini';

/**
 * Every way in which the server refuses, once: the HTTP status that it always has, a title that never changes, and what to do next.
 *
 * The codes are stable. A client decides by `code`; `title` and `detail` are for people.
 */
export const problems = {
  unauthenticated: {
    status: 401,
    title: 'Sign in again',
    next: 'Send a fresh token in the header “Authorization: Bearer …”. Tokens are minted by your back end and live 10 minutes at most.',
  },
  forbidden: {
    status: 403,
    title: 'Your role cannot do this',
    next: 'Ask somebody whose role may do it. What each role may record is in the policy pack.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    next: 'Check the address. A case of another organisation, or outside your token’s scope, looks the same as one that does not exist.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    next: 'See the header “Allow” for the methods that it takes.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Send JSON',
    next: 'Send the body as “Content-Type: application/json”, not compressed.',
  },
  'body-too-large': {
    status: 413,
    title: 'This is too long to send',
    next: 'Send at most the number of bytes named in the detail.',
  },
  'invalid-request': {
    status: 400,
    title: 'Something in the request does not fit',
    next: 'Put right each field named in “issues” and send it again with a new idempotency key.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The header Idempotency-Key is missing',
    next: 'Make one key when the form opens, and send the same key with every attempt.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This idempotency key was used for something else',
    next: 'What was sent first is kept. Make a new key for anything that differs from it.',
  },
  'token-used': {
    status: 403,
    title: 'This token was used',
    next: 'Fetch a fresh token: each is good for one concern. What was sent with it first is kept.',
  },
  'version-missing': {
    status: 428,
    title: 'The header If-Match is missing',
    next: 'Send the version of the case that you read, in double quotes: If-Match: "7".',
  },
  'version-conflict': {
    status: 409,
    title: 'Somebody recorded something since you looked',
    next: 'Read the case again, look at what is new, and record this if it is still right. “conflict” says who wrote last and when.',
  },
  'event-refused': {
    status: 422,
    title: 'This cannot be recorded yet',
    next: 'See “blockers”: what is missing, which law or guidance asks for it, and what to record first.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too much was asked at once',
    next: 'Send the same request again after the seconds in the header “Retry-After”, with the same idempotency key.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot be reached just now',
    next: 'Send the same request again in a moment, with the same idempotency key. Nothing is recorded twice.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    next: 'Send the same request again with the same idempotency key. If it stays wrong, give us the error id.',
  },
} as const satisfies Record<string, { status: number; title: string; next: string }>;

/** The closed list of codes with which the server refuses. */
export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as ProblemCode[];

/** Why an event is refused, as the engine says it. `path` comes with `invalid-data`. */
export const blockerSchema = z.object({
  // Any text is let through here and in `clearedBy`, so that the word of a newer engine does not make the refusal unreadable.
  code: z.string() as unknown as z.ZodMiniType<BlockerCode>,
  message: z.string(),
  cites: z.string(),
  clearedBy: z.array(z.string() as unknown as z.ZodMiniType<EventType>),
  path: z.exactOptional(z.string()),
});

/** What happened since the writer last looked: the version now, and when and in which role it came about. Never who by name. */
export const conflictSchema = z.object({
  version: z.int(),
  at: z.iso.datetime({ offset: true }),
  role: roleSchema,
});

export type Conflict = z.output<typeof conflictSchema>;

/** One field that does not fit: where, and what is wanted. Never what was sent. */
export const issueSchema = z.object({ path: z.string(), message: z.string() });

export type Issue = z.output<typeof issueSchema>;

/** The body of every refusal: problem details (RFC 9457). It never contains what people wrote. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  detail: z.string(),
  /** Where this code is explained. */
  docs: z.string(),
  blockers: z.exactOptional(z.array(blockerSchema)),
  conflict: z.exactOptional(conflictSchema),
  issues: z.exactOptional(z.array(issueSchema)),
  /** With `internal`: the id under which the server's log has it. */
  errorId: z.exactOptional(z.string()),
});

export type Problem = z.output<typeof problemSchema>;
