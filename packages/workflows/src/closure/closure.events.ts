import * as z from 'zod/mini';
import { dayOrInstant, howInTouch, label, noted, words, yesNo } from '../kit/fields.js';
import { supportKind } from '../kit/support.js';
import { conversation } from '../voice/voice.events.js';

/** Why a person wants to stop. More than one may be true at once, and their own words come with them. */
export const closingReason = z.enum([
  'feelsSafe',
  'outcomesMet',
  'tooMuchProcess',
  'takesTooLong',
  'notListenedTo',
  'lostTrust',
  'afraidOfConsequences',
  'pressureFromSomeone',
  'protectingSomeone',
  'dependsOnThem',
  'notAbuseToThem',
  'privacy',
  'wantsOtherHelp',
  'didNotWantThisAtAll',
  'other',
]);

export const closureEvents = {
  'closure.requested': z.strictObject({
    words: z.optional(words),
    wishOf: z.optional(z.enum(['person', 'somebodyElse', 'team'])),
  }),
  'closure.explored': z.strictObject({
    conversation: z.optional(conversation),
    attempts: z.optional(z.array(z.strictObject({ at: dayOrInstant, how: howInTouch }))),
    reasons: z.array(closingReason),
    words: z.optional(words),
    alternativesOffered: z.array(supportKind),
    understands: z.optional(z.enum(['yes', 'no', 'unsure', 'cannotSay'])),
    wayBackGiven: yesNo,
  }),
  'closure.reconsidered': z.strictObject({ because: z.optional(words) }),
  'closure.overridden': z.strictObject({ because: words }),
  'closure.agreed': z.strictObject({ because: z.optional(words) }),
  'closure.approved': z.strictObject({ because: words }),
  'risk.reviewed': z.strictObject({ result: z.enum(['removed', 'reduced', 'remains']), because: z.optional(words) }),
  'outcome.reviewed': z.strictObject({
    outcomeId: label,
    result: z.enum(['achieved', 'partlyAchieved', 'notAchieved']),
    view: z.enum(['person', 'representative', 'advocate', 'practitioner']),
    words: z.optional(words),
  }),
  'review.completed': noted,
};
