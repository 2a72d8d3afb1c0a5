import * as z from 'zod/mini';
import { caseIdSchema } from './shapes.js';

const instant = z.iso.datetime({ offset: true });
const typed = z.string().check(z.minLength(1), z.maxLength(60));
const opaque = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/));

/** Who can be given a code: people who have no account. */
const holder = z.enum(['person', 'representative', 'advocate']);

/** A code to be made for somebody, and given to them in person. */
export const newCodeSchema = z.strictObject({
  role: holder,
  /** Until when it can be opened: 1 to 30 days, 7 where nothing is said. */
  days: z.optional(z.int().check(z.minimum(1), z.maximum(30))),
  /** The same each time the same person gets a code, so that they find what they wrote. An opaque id, never a name. */
  subject: z.optional(opaque),
  /** An advocate's or a representative's organisation. */
  organisation: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});
export type NewCodeOptions = z.output<typeof newCodeSchema>;

/** The code is shown once, and kept nowhere. */
export const madeCodeSchema = z.object({ id: z.string(), code: z.string(), role: holder, opensUntil: instant });
export type MadeCode = z.output<typeof madeCodeSchema>;

/** The codes of a case, without what was handed out. `referrer`: the code on a receipt. */
export const codeListSchema = z.object({
  codes: z.array(
    z.object({
      id: z.string(),
      role: z.enum([...holder.options, 'referrer']),
      state: z.enum(['waiting', 'opened', 'expired', 'revoked']),
      madeAt: instant,
      opensUntil: instant,
      openedAt: z.exactOptional(instant),
    }),
  ),
});
export type CodeList = z.output<typeof codeListSchema>;

export const revokeCodeSchema = z.strictObject({ id: z.string().check(z.maxLength(60)) });

/** `revoked: false`: this case has no such code (any more). */
export const revokedCodeSchema = z.object({ revoked: z.boolean() });
export type RevokedCode = z.output<typeof revokedCodeSchema>;

const tenant = z.string().check(z.minLength(1), z.maxLength(100));

/** In the body, not in the address: addresses are logged. */
export const openCodeSchema = z.strictObject({ tenant, code: typed });
export const renewCodeSchema = z.strictObject({ tenant, session: typed });

/** The case that a code opened, and a token for it. `session` brings further tokens until `until`. */
export const openedCodeSchema = z.object({
  caseId: caseIdSchema,
  role: z.enum([...holder.options, 'referrer']),
  token: z.string(),
  expiresAt: instant,
  session: z.string(),
  until: instant,
});
export type OpenedCode = z.output<typeof openedCodeSchema>;
