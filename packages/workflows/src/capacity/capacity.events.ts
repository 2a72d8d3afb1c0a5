import * as z from 'zod/mini';
import { label, words, yesNo } from '../kit/fields.js';

/** Capacity is about one decision at one time (Mental Capacity Act 2005 s2(1)); there is no flag for a whole person. */
export const capacityDecision = z.enum(['enquire', 'share', 'act', 'assess', 'close', 'other']);

export const capacityEvents = {
  'capacity.assessed': z.strictObject({
    decision: capacityDecision,
    ableToDecide: z.strictObject({ understand: yesNo, retain: yesNo, useOrWeigh: yesNo, communicate: yesNo }),
    impairment: z.optional(words),
    becauseOf: z.optional(words),
    supportGiven: z.array(words),
    conclusion: z.enum(['hasCapacity', 'lacksCapacity']),
  }),
  'bestInterests.decided': z.strictObject({
    decision: capacityDecision,
    inBestInterests: yesNo,
    who: z.array(label),
    because: words,
  }),
};
