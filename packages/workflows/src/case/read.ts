import type { Situation } from '../kit/rule.js';
import type { LimbAnswer } from '../threshold/threshold.facts.js';

const answers = ({ policy, facts }: Situation): (LimbAnswer | undefined)[] =>
  policy.limbs.map(({ code }) => facts.threshold.limbs[code]);

export const allLimbsMet = (situation: Situation): boolean => answers(situation).every((answer) => answer === 'met');

/** One point that is not met settles the test: the others need not be answered. */
export const settledByOneNotMet = (situation: Situation): boolean => answers(situation).includes('notMet');

export const limbsAnswered = (situation: Situation, answer: LimbAnswer | undefined): boolean =>
  answers(situation).includes(answer);

export const isEnquiryUnderWay = ({ context: { route } }: Situation): boolean =>
  route === 'statutoryEnquiry' || route === 'otherEnquiry';

export const isStatutory = ({ context: { route } }: Situation): boolean => route === 'statutoryEnquiry';

/** Nobody can answer for the dead, and a duplicate is answered in the other case. */
export const asksNothingAtClosing = ({ context, facts }: Situation): boolean =>
  context.route === 'redirected' && (facts.threshold.ground === 'died' || facts.threshold.ground === 'duplicate');

/** An advocate is owed on a statutory enquiry: considered, needed, and nobody appointed (Care Act s68). */
export const isAdvocateOwed = (situation: Situation): boolean =>
  isStatutory(situation) && situation.facts.advocacy.needed && situation.state.advocacy !== 'appointed';

/** What a point of the test asks about, whatever the pack calls it. */
const limbFor = { needs: 'needs', risk: 'abuseOrRisk', protection: 'unableToProtect' } as const;

export const isLimbMet = ({ facts }: Situation, about: keyof typeof limbFor): boolean =>
  facts.threshold.limbs[limbFor[about]] === 'met';

/** The adult is still experiencing or at risk of abuse or neglect (Care Act s11(2)(b)). */
export const isStillAtRisk = (situation: Situation): boolean =>
  isLimbMet(situation, 'risk') && situation.facts.closure.risk !== 'removed';

/** The adult lacks capacity to refuse an assessment, and it is in their best interests (Care Act s11(2)(a)). */
export const isAssessmentInBestInterests = ({ facts }: Situation): boolean =>
  facts.capacity.lacks.assess === true && facts.capacity.inBestInterests.assess === true;
