import { isAssessmentInBestInterests, isLimbMet, isStillAtRisk } from '../case/read.js';
import type { Situation } from '../kit/rule.js';
import type { Offer, SupportKind } from '../step-down/step-down.facts.js';
import { type DutyRule, arises, doesNotArise, met } from './duty.js';

const offersOf = ({ facts }: Situation, ...kinds: SupportKind[]): readonly Offer[] =>
  Object.values(facts.stepDown.offers).filter(({ kind, withdrawn }) => kinds.includes(kind) && !withdrawn);

const assessNeeds: DutyRule = {
  code: 'assessNeeds',
  cites: 'Care Act 2014 s9',
  stands: (situation) => {
    if (!isLimbMet(situation, 'needs')) return doesNotArise('It is not known that the person needs care and support.');
    return offersOf(situation, 'careActAssessment').length > 0
      ? met('An assessment of their needs was offered.')
      : arises('The person may need care and support, and nobody has offered to assess that.');
  },
};

/**
 * A refusal does not end the duty to assess while the adult experiences or is at risk of abuse or neglect, or lacks capacity to
 * refuse and it is in their best interests. It compels the assessment, not accepting any service (Care Act s11(2)).
 */
const assessDespiteRefusal: DutyRule = {
  code: 'assessDespiteRefusal',
  cites: 'Care Act 2014 s11(2)',
  stands: (situation) => {
    const assessments = offersOf(situation, 'careActAssessment');
    if (!assessments.some(({ answer }) => answer === 'declined'))
      return doesNotArise('The person did not refuse an assessment.');
    if (assessments.some(({ handedOver }) => handedOver)) return met('The assessment was handed over all the same.');
    if (isStillAtRisk(situation))
      return arises('The person said no, but they are being abused or neglected, or at risk of it.');
    return isAssessmentInBestInterests(situation)
      ? arises('The person cannot make this decision, and an assessment is in their best interests.')
      : doesNotArise('The person said no, and may.');
  },
};

/** A carer may always refuse their own assessment (Care Act s11(5)). */
const assessCarer: DutyRule = {
  code: 'assessCarer',
  cites: 'Care Act 2014 s10',
  stands: (situation) => {
    if (!situation.facts.concern.carerKnown) return doesNotArise('No carer is known.');
    return offersOf(situation, 'carersAssessment').length > 0
      ? met('An assessment was offered to the carer, who may say no.')
      : arises('Somebody cares for the person, and nobody has offered them an assessment of their own.');
  },
};

const giveAdvice: DutyRule = {
  code: 'giveAdvice',
  cites: 'Care Act 2014 s4',
  stands: (situation) =>
    offersOf(situation, 'informationAndAdvice').length > 0
      ? met('Information and advice were offered.')
      : arises('Nobody has offered the person information and advice yet.'),
};

export const assessmentDuties = { assessNeeds, assessDespiteRefusal, assessCarer, giveAdvice };
