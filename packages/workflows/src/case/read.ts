import { yearsBetween } from '../concern/concern.facts.js';
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

/** A point of the test that asks about this is met, whatever the pack calls it. */
export const isLimbMet = ({ policy, facts }: Situation, about: 'needs' | 'risk' | 'protection'): boolean =>
  policy.limbs.some(({ code, asks }) => asks === about && facts.threshold.limbs[code] === 'met');

/** Whether the person is an adult by the pack’s law, at this time if one is given; `undefined` where their age is not known. */
export const isAdult = ({ policy, facts }: Situation, at?: string): boolean | undefined => {
  const { age, dateOfBirth, ageBand } = facts.concern;
  if (dateOfBirth !== null && at !== undefined) return yearsBetween(dateOfBirth, at) >= policy.adultFrom;
  if (age !== null) return age >= policy.adultFrom;
  if (ageBand === null || ageBand === 'notKnown') return undefined;
  return ageBand === 'under18' ? (policy.adultFrom < 18 ? undefined : false) : true;
};

/** The adult is still experiencing or at risk of abuse or neglect, and the pack's law asks (Care Act s11(2)(b)). */
export const isStillAtRisk = (situation: Situation): boolean =>
  situation.policy.assessDespiteRefusal.includes('atRisk') &&
  isLimbMet(situation, 'risk') &&
  situation.facts.closure.risk !== 'removed';

/** The adult lacks capacity to refuse an assessment, and it is in their best interests (Care Act s11(2)(a)). */
export const isAssessmentInBestInterests = ({ policy, facts }: Situation): boolean =>
  policy.assessDespiteRefusal.includes('lacksCapacity') &&
  facts.capacity.lacks.assess === true &&
  facts.capacity.inBestInterests.assess === true;
