import { lacksAnyCapacity } from '../capacity/capacity.facts.js';
import { othersAreAtRisk } from '../danger/danger.facts.js';
import type { Situation } from '../kit/rule.js';
import type { PromptRule } from './prompt.js';

const GUIDANCE = 'Care and Support Statutory Guidance 14';

const isCheckingIn = ({ state: { journey } }: Situation): boolean =>
  typeof journey === 'object' &&
  'active' in journey &&
  typeof journey.active === 'object' &&
  'checkIns' in journey.active;

const isClosing = ({ state: { journey } }: Situation): boolean =>
  journey === 'stepDown' || (typeof journey === 'object' && 'closure' in journey);

const hasOffered = ({ facts }: Situation, kind: string): boolean =>
  Object.values(facts.stepDown.offers).some((offer) => offer.kind === kind);

/** Kinds of help that fit why the person wants to stop, as the pack says. */
const fitting = ({ policy, facts }: Situation): string[] =>
  policy.closingReasons.flatMap(({ code, suggests }) =>
    suggests !== undefined && facts.closure.reasons.includes(code) ? [suggests] : [],
  );

/** While things are under way, and at the end of them. */
export const goingOnPrompts: readonly PromptRule[] = [
  {
    code: 'share-for-safety',
    message: 'Somebody else may be at risk. Tell those who can keep them safe, and tell the person that you do.',
    cites: 'Care Act 2014 s6, s7; Data Protection Act 2018 Sch 1 para 18',
    event: 'information.shared',
    when: ({ facts }) => othersAreAtRisk(facts.danger) && facts.concern.informationSharedAt === 0,
  },
  {
    code: 'seen-before',
    message: 'There were concerns about this person before. Look at what was tried then, and link the cases.',
    cites: GUIDANCE,
    event: 'case.linked',
    when: ({ facts }) => facts.prompts.concerns > 1 && !facts.prompts.linked,
  },
  {
    code: 'transition-16-to-25',
    message: 'The person is young. Ask who supported them before they were 18, so that nothing stops at a birthday.',
    cites: 'Care Act 2014 s58 to s66',
    event: 'information.requested',
    when: ({ facts: { concern, prompts } }) =>
      concern.age !== null && concern.age >= 16 && concern.age <= 25 && !prompts.askedOthers,
  },
  {
    code: 'liberty-safeguards',
    message: 'The person lives in care and cannot make a decision about it. Ask if they are kept there lawfully.',
    cites: 'Mental Capacity Act 2005 Sch A1',
    event: 'information.requested',
    when: ({ facts }) => facts.prompts.livesInCare && lacksAnyCapacity(facts.capacity) && !facts.prompts.askedOthers,
  },
  {
    code: 'check-in-not-planned',
    message: 'Nobody has said when the person will next be asked how things are. Agree a day with them.',
    cites: GUIDANCE,
    event: 'checkIn.scheduled',
    when: (situation) => isCheckingIn(situation) && !situation.facts.prompts.checkInPlanned,
  },
  {
    code: 'check-in-makes-no-difference',
    message: 'The person says that this makes no difference. Go back to what they want.',
    cites: GUIDANCE,
    event: 'outcomes.reopened',
    when: (situation) => isCheckingIn(situation) && situation.facts.prompts.lastCheckIn?.makingADifference === 'no',
  },
  {
    code: 'person-may-want-to-stop',
    message: 'The person does not want to carry on. Ask them why, in private, and what they would like instead.',
    cites: GUIDANCE,
    event: 'closure.requested',
    when: (situation) => isCheckingIn(situation) && situation.facts.prompts.lastCheckIn?.carryOn === 'no',
  },
  {
    code: 'offer-carers-assessment',
    message: 'Somebody cares for this person. Offer them an assessment of their own. They may say no.',
    cites: 'Care Act 2014 s10',
    event: 'support.offered',
    when: (situation) => situation.facts.concern.carerKnown && !hasOffered(situation, 'carersAssessment'),
  },
  {
    code: 'support-fits-reason',
    message: 'Why the person wants to stop points to help that was not offered yet. Offer it.',
    cites: 'Care Act 2014 s2, s4, s9',
    event: 'support.offered',
    when: (situation) => fitting(situation).some((kind) => !hasOffered(situation, kind)),
  },
  {
    code: 'plan-review-not-dated',
    message: 'A risk remains. Agree when the plan will be looked at again.',
    cites: GUIDANCE,
    event: 'plan.reviewed',
    when: ({ facts }) => facts.closure.risk === 'remains' && !facts.prompts.planReviewDated,
  },
  {
    code: 'tell-the-referrer',
    message: 'Whoever raised this has not heard what came of it. Tell them what the person agrees to.',
    cites: GUIDANCE,
    event: 'feedback.given',
    when: ({ facts, context }) => context.route !== null && !facts.prompts.aboutSelf && !facts.prompts.referrerTold,
  },
  {
    code: 'learn-from-this',
    message: 'What would you do in the same way again, and what not? Record what was learned.',
    cites: 'Care Act 2014 s43',
    event: 'lesson.learned',
    when: (situation) => (isClosing(situation) || situation.context.closed) && !situation.facts.stepDown.learned,
  },
];
