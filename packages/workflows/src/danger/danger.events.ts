import * as z from 'zod/mini';
import { day, noted, words, yesNoNotKnown } from '../kit/fields.js';

export const dangerEvents = {
  'danger.reported': z.strictObject({ what: words, actions: z.optional(z.array(words)) }),
  'danger.eased': noted,
  'risk.assessed': z.strictObject({
    othersAtRisk: z.optional(z.strictObject({ adults: yesNoNotKnown, children: yesNoNotKnown })),
    asThePersonSeesIt: z.optional(words),
    asTheWorkerSeesIt: z.optional(words),
    wellbeing: z.optional(words),
    seriousHarm: z.optional(yesNoNotKnown),
    because: z.optional(words),
  }),
  'risk.accepted': z.strictObject({
    words: z.optional(words),
    offered: z.optional(words),
    lookAgainOn: z.optional(day),
  }),
};
