import {
  asksNothingAtClosing,
  isAssessmentInBestInterests,
  isEnquiryUnderWay,
  isLimbMet,
  isStillAtRisk,
} from '../case/read.js';
import { enforcedDuties } from '../duties/duties.js';
import type { Rule, Rules, Situation } from '../kit/rule.js';
import { own } from '../kit/own.js';
import type { Offer } from './step-down.facts.js';

const offers = ({ facts }: Situation): readonly Offer[] => Object.values(facts.stepDown.offers);

const isThePersonsToAccept = ({ policy }: Situation, { kind }: Offer): boolean =>
  policy.supportKinds.find(({ code }) => code === kind)?.notThePersonsToAccept !== true;

const isUnanswered = (situation: Situation, offer: Offer): boolean =>
  !offer.withdrawn && offer.answer === null && (isThePersonsToAccept(situation, offer) || !offer.handedOver);

/** Refusal does not end the duty to assess (Care Act s11(2)). A carer's own refusal always does. */
const refusalDoesNotCount = (situation: Situation): boolean =>
  isStillAtRisk(situation) || isAssessmentInBestInterests(situation);

const assessmentsOf = (situation: Situation): readonly Offer[] =>
  offers(situation).filter(({ kind }) => kind === 'careActAssessment');

const isAssessmentOwed = (situation: Situation): boolean => {
  const assessments = assessmentsOf(situation);
  return (
    refusalDoesNotCount(situation) &&
    assessments.some(({ answer }) => answer === 'declined') &&
    !assessments.some(({ handedOver, withdrawn }) => handedOver && !withdrawn)
  );
};

export const unlessNobodyCanAnswer = (written: Rule<'case.closed'>): Rule<'case.closed'> => ({
  ...written,
  blocks: (situation, wanted) => !asksNothingAtClosing(situation) && written.blocks(situation, wanted),
});

const notConsidered: Rule<'case.closed'> = {
  code: 'support-not-considered',
  message: 'Offer the person other help before closing, or say why nothing more is wanted or would fit.',
  cites: 'Care Act 2014 s2, s4, s9',
  clearedBy: ['support.notOffered'],
  blocks: (situation) => offers(situation).length === 0 && !situation.facts.stepDown.notOffered,
};

const offerUnanswered: Rule<'case.closed'> = {
  code: 'offer-unanswered',
  message: 'Help was offered and there is no answer yet. Ask the person: do they want it?',
  cites: 'Care Act 2014 s1(3)(b)',
  clearedBy: (situation) => {
    const open = offers(situation).filter((offer) => isUnanswered(situation, offer));
    return [
      ...(open.some((offer) => isThePersonsToAccept(situation, offer))
        ? (['support.accepted', 'support.declined'] as const)
        : []),
      ...(open.some((offer) => !isThePersonsToAccept(situation, offer)) ? (['support.handedOver'] as const) : []),
    ];
  },
  blocks: (situation) => offers(situation).some((offer) => isUnanswered(situation, offer)),
};

const handoverMissing: Rule<'case.closed'> = {
  code: 'handover-missing',
  message: 'The person said yes to help, and nobody has it in hand yet. Hand it over to somebody by name.',
  cites: 'Care Act 2014 s6, s7',
  clearedBy: ['support.handedOver'],
  blocks: (situation) =>
    offers(situation).some(({ answer, handedOver, withdrawn }) => answer === 'accepted' && !handedOver && !withdrawn),
};

const assessmentStillOwed: Rule<'case.closed'> = {
  code: 'assessment-still-owed',
  message:
    'The person said no to an assessment, but they may still be at risk, or cannot make this decision. The council must assess all the same, so hand it over. They can still say no to any service.',
  cites: 'Care Act 2014 s11(2)',
  clearedBy: (situation) =>
    assessmentsOf(situation).every(({ withdrawn }) => withdrawn)
      ? ['support.offered', 'support.handedOver']
      : ['support.handedOver'],
  blocks: isAssessmentOwed,
};

/** Wanted by the person who needs it, or owed although they said no. */
const isOwed = (situation: Situation, { kind, answer }: Offer): boolean =>
  kind === 'careActAssessment' &&
  ((answer === 'accepted' && isLimbMet(situation, 'needs')) || (answer !== null && refusalDoesNotCount(situation)));

const assessmentWithdrawn: Rule<'support.withdrawn'> = {
  code: 'assessment-still-owed',
  message:
    'The council must make this assessment, so it cannot be withdrawn. Hand it over to somebody who will make it.',
  cites: 'Care Act 2014 s9, s11(2)',
  clearedBy: [],
  blocks: (situation, { data }) => {
    const offer = data && own(situation.facts.stepDown.offers, data.supportId);
    return offer !== undefined && isOwed(situation, offer);
  },
};

const transferNotAccepted: Rule<'case.closed'> = {
  code: 'transfer-not-accepted',
  message: 'This was passed to another council, which has not accepted it yet. Make sure that somebody there has it.',
  cites: 'Care Act 2014 s6, s42(1)',
  clearedBy: ['transfer.accepted'],
  blocks: ({ context, facts }) =>
    context.route === 'redirected' && facts.threshold.ground === 'elsewhere' && !facts.stepDown.transferAccepted,
};

const dangerImmediate: Rule<'case.closed'> = {
  code: 'danger-immediate',
  message: 'Somebody is recorded as in immediate danger. Make sure that they are safe first, and record it.',
  cites: 'Care Act 2014 s1(2)(c)',
  clearedBy: ['danger.eased'],
  blocks: ({ state }) => state.danger === 'immediate',
};

const dutyOutstanding: Rule<'case.closed'> = {
  code: 'duty-outstanding',
  message: (situation) =>
    `The law still asks for something here: ${enforcedDuties(situation)
      .map(({ because }) => because)
      .join(' ')}`,
  cites: (situation) =>
    enforcedDuties(situation)
      .map(({ cites }) => cites)
      .join('; '),
  clearedBy: (situation) => [...new Set(enforcedDuties(situation).flatMap(({ metBy }) => metBy))],
  blocks: (situation) => enforcedDuties(situation).length > 0,
};

/** Outcomes are agreed before the review, so what the review asks of them also holds when the case closes after an enquiry. */
export const afterAnEnquiry = (written: Rule): Rule<'case.closed'> =>
  unlessNobodyCanAnswer({
    ...written,
    blocks: (situation, wanted) => isEnquiryUnderWay(situation) && written.blocks(situation, wanted),
  });

export const stepDownRules = {
  'support.withdrawn': [assessmentWithdrawn],
  'case.closed': [
    unlessNobodyCanAnswer(notConsidered),
    unlessNobodyCanAnswer(offerUnanswered),
    unlessNobodyCanAnswer(handoverMissing),
    unlessNobodyCanAnswer(assessmentStillOwed),
    transferNotAccepted,
    dangerImmediate,
    dutyOutstanding,
  ],
} satisfies Rules;
