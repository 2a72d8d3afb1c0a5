import * as z from 'zod/mini';
import { caseIdSchema, referenceSchema } from './shapes.js';

/** Cases that may be about the same person, the newest first, 20 at most. */
export const samePersonSchema = z.object({
  cases: z.array(
    z.object({
      caseId: caseIdSchema,
      reference: referenceSchema,
      matchedOn: z.array(z.enum(['name-and-birth', 'name-and-postcode'])),
    }),
  ),
});
export type SamePerson = z.output<typeof samePersonSchema>;

export const otherPersonSchema = z.strictObject({ otherCaseId: caseIdSchema });

/** `kept: false`: it was said before. */
export const keptApartSchema = z.object({ kept: z.boolean() });
export type KeptApart = z.output<typeof keptApartSchema>;
