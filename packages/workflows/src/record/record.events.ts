import * as z from 'zod/mini';
import { label, reference, words } from '../kit/fields.js';

const openTo = z.strictObject({ to: z.array(reference).check(z.minLength(1)), because: words });

export const recordEvents = {
  /** `data` is checked against the schema of the entry that it corrects; without it, the entry is struck out. */
  'entry.corrected': z.strictObject({
    entryId: label,
    because: words,
    data: z.optional(z.record(z.string(), z.unknown())),
  }),
  'access.restricted': openTo,
  'access.opened': openTo,
};
