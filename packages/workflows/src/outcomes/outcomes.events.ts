import * as z from 'zod/mini';
import { day, label, words, yesNo } from '../kit/fields.js';

const outcomeId = label;

export const outcomesEvents = {
  'outcomes.asked': z
    .strictObject({ result: z.enum(['expressed', 'noneExpressed', 'notAsked']), because: z.optional(words) })
    .check(
      z.refine((asked) => asked.result !== 'notAsked' || asked.because !== undefined, {
        error: 'say why the person was not asked',
        path: ['because'],
      }),
    ),
  'outcome.expressed': z.strictObject({
    outcomeId,
    words,
    saidBy: z.enum(['person', 'representative', 'advocate']),
    howWeWillKnow: z.optional(words),
  }),
  'outcome.agreed': z.strictObject({ outcomeId }),
  'outcome.reworked': z.strictObject({
    outcomeId,
    words,
    because: words,
    personAgrees: z.enum(['yes', 'no', 'cannotSay']),
  }),
  'outcome.declined': z.strictObject({ outcomeId, because: words, insteadOffered: words }),
  'outcome.withdrawn': z.strictObject({ outcomeId, because: z.optional(words) }),
  'outcomes.reopened': z.strictObject({ because: z.optional(words) }),
  'plan.agreed': z.strictObject({
    actions: z.array(z.strictObject({ what: words, who: label, by: day })),
    urgent: z.optional(yesNo),
  }),
  'action.updated': z.strictObject({
    what: z.optional(words),
    progress: z.optional(z.enum(['notStarted', 'underWay', 'done', 'stopped'])),
    because: z.optional(words),
  }),
};
