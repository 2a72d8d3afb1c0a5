import { lacksCapacityToBeHeard } from '../capacity/capacity.facts.js';
import { type Rule, type Rules, type Situation, type Wanted } from '../kit/rule.js';
import { isHeard } from '../voice/voice.facts.js';
import { allLimbsMet, isAdult, isEnquiryUnderWay, limbsAnswered, settledByOneNotMet } from '../case/read.js';

type Decided = Wanted<'threshold.decided'>;

const isRoute = (wanted: Decided, ...routes: string[]): boolean =>
  wanted.data !== undefined && routes.includes(wanted.data.route);

const isWithinS42 = (wanted: Decided): boolean => isRoute(wanted, 'statutoryEnquiry', 'otherEnquiry', 'noEnquiry');

const isGround = (wanted: Decided, ...grounds: string[]): boolean =>
  isRoute(wanted, 'redirected') && wanted.data?.ground !== undefined && grounds.includes(wanted.data.ground);

const namesOf = ({ policy, facts }: Situation, answer: 'unclear' | undefined): string =>
  policy.limbs
    .filter(({ code }) => facts.threshold.limbs[code] === answer)
    .map(({ plain }) => `“${plain}”`)
    .join(' and ');

const citesOf = ({ policy }: Situation): string => policy.limbs.map(({ cites }) => cites).join('; ');

const limbNotAssessed: Rule<'threshold.decided'> = {
  code: 'limb-not-assessed',
  message: (situation) =>
    `Answer every point of the three-point test first. Not answered yet: ${namesOf(situation, undefined)}`,
  cites: citesOf,
  clearedBy: ['threshold.limbAssessed'],
  blocks: (situation, wanted) =>
    isWithinS42(wanted) && !settledByOneNotMet(situation) && limbsAnswered(situation, undefined),
};

const limbUnclear: Rule<'threshold.decided'> = {
  code: 'limb-unclear',
  message: (situation) =>
    `One point of the test is still unclear: ${namesOf(situation, 'unclear')} Find out more, then answer it again.`,
  cites: citesOf,
  clearedBy: ['threshold.limbAssessed'],
  blocks: (situation, wanted) =>
    isWithinS42(wanted) && !settledByOneNotMet(situation) && limbsAnswered(situation, 'unclear'),
};

const limbsNotMet: Rule<'threshold.decided'> = {
  code: 'limbs-not-met',
  message:
    'A statutory enquiry needs all three points of the test to be met. You can make another kind of enquiry, or help in another way.',
  cites: 'Care Act 2014 s42(1)',
  clearedBy: [],
  blocks: (situation, wanted) => isRoute(wanted, 'statutoryEnquiry') && !allLimbsMet(situation),
};

const noRedirectionGround: Rule<'threshold.decided'> = {
  code: 'no-redirection-ground',
  message:
    'To pass this on, choose why it is not for this council, and name who takes it. Nobody’s concern may be passed to no one.',
  cites: 'Care Act 2014 s42(1), s76(7)',
  clearedBy: [],
  blocks: (_, wanted) =>
    isRoute(wanted, 'redirected') &&
    (wanted.data?.ground === undefined || (wanted.data.ground !== 'died' && wanted.data.to === undefined)),
};

const alreadyAdult: Rule<'threshold.decided'> = {
  code: 'no-redirection-ground',
  message: ({ policy }) =>
    `The record shows that the person is ${policy.adultFrom} or over, so this is for adult safeguarding. Put their age right if that is wrong.`,
  cites: ({ policy }) => policy.redirectionGrounds.find(({ code }) => code === 'under18')?.cites ?? policy.name,
  clearedBy: [],
  blocks: (situation, wanted) => isGround(wanted, 'under18') && isAdult(situation, wanted.at) === true,
};

const dutyToEnquire: Rule<'threshold.decided'> = {
  code: 'duty-to-enquire',
  message:
    'All three points of the test are met, so the council must make an enquiry. This does not depend on consent. What the person wants shapes how the enquiry is made.',
  cites: 'Care Act 2014 s42(2)',
  clearedBy: [],
  blocks: (situation, wanted) => isRoute(wanted, 'otherEnquiry', 'noEnquiry') && allLimbsMet(situation),
};

const enquiryUnderWay: Rule<'threshold.decided'> = {
  code: 'enquiry-under-way',
  message:
    'An enquiry is already under way. It ends by being concluded and closed with the person, not by deciding again.',
  cites: 'Care Act 2014 s42(2); Care and Support Statutory Guidance 14',
  clearedBy: [],
  blocks: (situation, wanted) => isRoute(wanted, 'otherEnquiry', 'noEnquiry') && isEnquiryUnderWay(situation),
};

const redirectingAnEnquiry: Rule<'threshold.decided'> = {
  code: 'second-look-needed',
  message: 'An enquiry is under way. Only a manager may pass it on.',
  cites: 'Care and Support Statutory Guidance 14: management oversight',
  clearedBy: [],
  blocks: (situation, wanted) =>
    isRoute(wanted, 'redirected') &&
    !isGround(wanted, 'died') &&
    isEnquiryUnderWay(situation) &&
    wanted.by !== undefined &&
    wanted.by.role !== 'manager',
};

const personNotHeard: Rule<'threshold.decided'> = {
  code: 'person-not-heard',
  message:
    'Nobody has spoken with the person yet. Talk with them, somewhere they are free to speak. If that was not possible, record why, and what you will try next.',
  cites: 'Care Act 2014 s1(3)(e); Care and Support Statutory Guidance 14',
  clearedBy: ['conversation.held', 'conversation.notHeld'],
  blocks: ({ facts }, wanted) =>
    wanted.data !== undefined &&
    !isGround(wanted, 'died', 'duplicate') &&
    facts.voice.notHeldAt === 0 &&
    !isHeard(facts.voice, lacksCapacityToBeHeard(facts.capacity)),
};

export const thresholdRules: Rules = {
  'threshold.decided': [
    limbNotAssessed,
    limbUnclear,
    limbsNotMet,
    noRedirectionGround,
    alreadyAdult,
    dutyToEnquire,
    enquiryUnderWay,
    redirectingAnEnquiry,
    personNotHeard,
  ],
};
