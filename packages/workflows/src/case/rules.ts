import { capacityRules } from '../capacity/capacity.rules.js';
import { checkInsRules } from '../check-ins/check-ins.rules.js';
import { closureRules } from '../closure/closure.rules.js';
import { concernRules } from '../concern/concern.rules.js';
import type { Rules } from '../kit/rule.js';
import { outcomeNotReviewed, outcomeUnanswered, outcomesRules } from '../outcomes/outcomes.rules.js';
import { afterAnEnquiry, stepDownRules, unlessNobodyCanAnswer } from '../step-down/step-down.rules.js';
import { thresholdRules } from '../threshold/threshold.rules.js';

/** Every rule of the engine, by the event that it may stand in the way of. */
export const rules: Rules = {
  ...concernRules,
  ...capacityRules,
  ...thresholdRules,
  ...outcomesRules,
  ...checkInsRules,
  ...closureRules,
  ...stepDownRules,
  'review.completed': [outcomeUnanswered, outcomeNotReviewed, ...closureRules['review.completed']],
  'case.closed': [
    unlessNobodyCanAnswer(outcomeUnanswered),
    afterAnEnquiry(outcomeNotReviewed),
    ...stepDownRules['case.closed'],
  ],
};
