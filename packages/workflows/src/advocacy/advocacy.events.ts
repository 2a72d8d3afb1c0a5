import * as z from 'zod/mini';
import { label, noted, words, yesNo } from '../kit/fields.js';

/** Where the person would have substantial difficulty without help (Care Act s67(4), s68(4)). */
export const difficulty = z.enum(['understand', 'retain', 'useOrWeigh', 'communicate']);

export const advocacyEvents = {
  'advocacy.considered': z.strictObject({
    difficulty: z.array(difficulty),
    appropriatePerson: z.strictObject({
      exists: yesNo,
      who: z.optional(label),
      paid: z.optional(yesNo),
      conflicted: z.optional(yesNo),
      personAgrees: z.optional(yesNo),
      inBestInterests: z.optional(yesNo),
    }),
    because: z.optional(words),
  }),
  'advocate.requested': noted,
  'advocate.appointed': z.strictObject({ who: label }),
  'advocate.unavailable': z.strictObject({ because: words }),
};
