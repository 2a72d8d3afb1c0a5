import * as z from 'zod/mini';
import { day, howInTouch, label, noted, words, yesNo, yesNoUnsure } from '../kit/fields.js';

const enquiryId = label;

export const checkInsEvents = {
  'checkIn.scheduled': z.strictObject({ due: day, how: z.optional(howInTouch) }),
  'checkIn.fellDue': noted,
  'checkIn.wentOverdue': noted,
  'checkIn.recorded': z.strictObject({
    makingADifference: yesNoUnsure,
    stillTheseOutcomes: yesNoUnsure,
    carryOn: yesNoUnsure,
    nextDue: z.optional(day),
    words: z.optional(words),
  }),
  'checkIn.missed': z.strictObject({ because: z.optional(words) }),
  'enquiry.caused': z.strictObject({ enquiryId, to: label, about: words, reportBy: z.optional(day) }),
  'enquiry.reported': z.strictObject({ enquiryId, found: words, enough: yesNo }),
  'meeting.held': z.strictObject({
    kind: z.enum(['strategy', 'planning', 'review', 'marac', 'marm']),
    personThere: z.enum(['yes', 'represented', 'no']),
    because: z.optional(words),
    decisions: z.optional(z.array(words)),
  }),
  'plan.reviewed': z.strictObject({
    stillNeeded: z.optional(yesNoUnsure),
    nextDate: z.optional(day),
    because: z.optional(words),
  }),
  'enquiry.concluded': z.strictObject({
    result: z.enum(['riskIdentified', 'inconclusive', 'noRisk', 'ceasedAtPersonsRequest']),
    actionTaken: yesNo,
    what: z.optional(words),
    byWhom: z.optional(label),
  }),
};
