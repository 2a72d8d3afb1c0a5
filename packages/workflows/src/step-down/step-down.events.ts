import * as z from 'zod/mini';
import { label, words, yesNo } from '../kit/fields.js';
import { supportKind } from '../kit/support.js';

const supportId = label;

export const stepDownEvents = {
  'support.offered': z.strictObject({ supportId, kind: supportKind, because: z.optional(words) }),
  'support.notOffered': z.strictObject({ because: words }),
  'support.accepted': z.strictObject({ supportId, words: z.optional(words) }),
  'support.declined': z.strictObject({ supportId, because: words, noReply: z.optional(yesNo) }),
  'support.handedOver': z.strictObject({ supportId, to: label }),
  'support.refused': z.strictObject({ supportId, because: words }),
  'support.withdrawn': z.strictObject({ supportId, because: words, insteadOffered: words, personTold: yesNo }),
  'support.confirmed': z.strictObject({ supportId, because: z.optional(words) }),
  'transfer.accepted': z.strictObject({ by: label }),
  'case.closed': z.strictObject({ because: words }),
  'case.reopened': z.strictObject({ because: words }),
  'case.linked': z.strictObject({ linkedCaseId: label, because: z.optional(words) }),
  'lesson.learned': z.strictObject({ what: z.optional(words) }),
  'feedback.given': z.strictObject({ said: z.optional(words), to: z.optional(label) }),
};
