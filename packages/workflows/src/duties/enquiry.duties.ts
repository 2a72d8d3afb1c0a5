import { allLimbsMet, isStatutory } from '../case/read.js';
import type { Situation } from '../kit/rule.js';
import { type DutyRule, type EnforcedRule, type Standing, arises, doesNotArise, met } from './duty.js';

const isRedirected = ({ context }: Situation): boolean => context.route === 'redirected';

const isConcluded = ({ facts }: Situation): boolean => facts.checkIns.concludedOn === 'statutoryEnquiry';

/** The duty is to enquire, whoever agrees: consent is no part of the test (Care Act s42(1), (2)). */
const enquire: EnforcedRule = {
  code: 'enquire',
  cites: 'Care Act 2014 s42(2)',
  metBy: (situation) =>
    isStatutory(situation)
      ? ['closure.reconsidered', 'enquiry.concluded']
      : ['closure.reconsidered', 'threshold.decided', 'enquiry.concluded'],
  stands: (situation) => {
    if (isRedirected(situation)) return doesNotArise('Another law, council or case answers this concern.');
    if (isStatutory(situation)) {
      return isConcluded(situation)
        ? met('The enquiry was made and concluded.')
        : arises('The enquiry has not been concluded.');
    }
    return allLimbsMet(situation)
      ? arises('All three points of the test are met and no statutory enquiry was made.')
      : doesNotArise('Not all three points of the test are met.');
  },
};

const advocacyStands = ({ facts: { advocacy }, state }: Situation, notConsidered: string): Standing => {
  if (!advocacy.considered) return arises(notConsidered);
  if (!advocacy.needed) return doesNotArise('The person can take part, or has somebody who supports them.');
  return state.advocacy === 'appointed'
    ? met('The person has an independent advocate.')
    : arises('The person needs an independent advocate and has none.');
};

const advocacyMetBy: EnforcedRule['metBy'] = ({ facts }) =>
  facts.advocacy.considered ? ['advocate.requested', 'advocate.appointed'] : ['advocacy.considered'];

const arrangeAdvocate: EnforcedRule = {
  code: 'arrangeAdvocate',
  cites: 'Care Act 2014 s68',
  metBy: advocacyMetBy,
  stands: (situation) =>
    isStatutory(situation)
      ? advocacyStands(situation, 'Nobody has considered whether the person needs an independent advocate.')
      : doesNotArise('There is no statutory enquiry.'),
};

const explainOverride: EnforcedRule = {
  code: 'explainOverride',
  cites: 'Care and Support Statutory Guidance 14',
  metBy: () => ['wishes.overridden'],
  stands: ({ facts }) => {
    const overrides = Object.values(facts.voice.overrides);
    if (overrides.length === 0) return doesNotArise('Nobody went against what the person wanted.');
    return overrides.some(({ explained }) => !explained)
      ? arises('The person has not been told that you went against what they wanted, and why.')
      : met('The person was told why you went against what they wanted, or it is recorded why not.');
  },
};

/** An assessment of needs is on its way: accepted, or owed whatever was said. */
const isAssessmentComing = ({ facts }: Situation): boolean =>
  Object.values(facts.stepDown.offers).some(
    ({ kind, answer, handedOver, withdrawn }) =>
      kind === 'careActAssessment' && !withdrawn && (answer === 'accepted' || handedOver),
  );

const arrangeAssessmentAdvocate: DutyRule = {
  code: 'arrangeAssessmentAdvocate',
  cites: 'Care Act 2014 s67',
  stands: (situation) =>
    isAssessmentComing(situation)
      ? advocacyStands(situation, 'Nobody has considered whether the person needs an advocate for the assessment.')
      : doesNotArise('No assessment is under way.'),
};

export const enquiryDuties = { enquire, arrangeAdvocate, arrangeAssessmentAdvocate, explainOverride };
