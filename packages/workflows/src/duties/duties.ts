import type { EventType } from '../case/events.js';
import type { Situation } from '../kit/rule.js';
import { inWordsOf } from '../kit/wording.js';
import { assessmentDuties } from './assessment.duties.js';
import type { DutyCode, DutyRule, DutyStatus, EnforcedRule } from './duty.js';
import { enquiryDuties } from './enquiry.duties.js';
import { peopleDuties } from './people.duties.js';

/** What the law asks for in a case now. */
export type Duty = {
  readonly code: DutyCode;
  readonly cites: string;
  readonly status: DutyStatus;
  /** Why, in one plain sentence. */
  readonly because: string;
};

/** Every duty, in the order in which they are shown. Enquire, share, act and assess are four separate decisions. */
const rules: readonly DutyRule[] = [
  enquiryDuties.enquire,
  enquiryDuties.arrangeAdvocate,
  enquiryDuties.arrangeAssessmentAdvocate,
  assessmentDuties.assessNeeds,
  assessmentDuties.assessDespiteRefusal,
  assessmentDuties.assessCarer,
  assessmentDuties.giveAdvice,
  peopleDuties.involveThePerson,
  enquiryDuties.explainOverride,
  peopleDuties.shareForSafety,
  peopleDuties.considerReview,
];

const toDuty = (situation: Situation, { code, cites, stands }: DutyRule): Duty => {
  const { status, because } = stands(situation);
  return { code, status, because, cites: inWordsOf(situation.policy, code, { message: because, cites }).cites };
};

/** What the law asks for in this case now: every duty of the pack's law, with whether it arises, is met or does not arise, and why. */
export const dutiesOf = (situation: Situation): Duty[] => rules.map((rule) => toDuty(situation, rule));

/** A duty whose breach stops a case from closing, and what would meet it. */
export type EnforcedDuty = Duty & { readonly metBy: readonly EventType[] };

const enforced: readonly EnforcedRule[] = [
  enquiryDuties.enquire,
  enquiryDuties.arrangeAdvocate,
  enquiryDuties.explainOverride,
];

/** The duties that a case may not close over: those of them that arise. */
export const enforcedDuties = (situation: Situation): readonly EnforcedDuty[] =>
  enforced
    .filter(({ stands }) => stands(situation).status === 'arises')
    .map((rule) => ({ ...toDuty(situation, rule), metBy: rule.metBy(situation) }));
