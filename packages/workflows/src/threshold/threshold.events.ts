import * as z from 'zod/mini';
import { label, words } from '../kit/fields.js';

/** The code of a point of the test. Which points there are, their words and citations belong to the policy pack. */
export const limb = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/, { error: 'has to be a point of the test' }));

export const route = z.enum(['statutoryEnquiry', 'otherEnquiry', 'noEnquiry', 'redirected']);

/** Grounds on which a concern leaves s42: another law, another place, or another case answers it. */
export const redirectionGround = z.enum(['prison', 'approvedPremises', 'under18', 'died', 'elsewhere', 'duplicate']);

export const thresholdEvents = {
  'threshold.limbAssessed': z.strictObject({ limb, answer: z.enum(['met', 'notMet', 'unclear']), because: words }),
  'threshold.decided': z.strictObject({
    route,
    because: words,
    ground: z.optional(redirectionGround),
    to: z.optional(label),
  }),
};
