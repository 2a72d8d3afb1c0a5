import type { EventData, EventType } from '../case/events.js';
import type { Wanted } from '../kit/rule.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Watch, WatchedOffer } from './watch.types.js';

/** Something that no path may do: which event would break it, and when. */
export type Promised<T extends EventType = EventType> = {
  /** What is promised, as one sentence. */
  readonly promise: string;
  readonly cites: string;
  readonly event: T;
  readonly isBroken: (seen: Watch, wanted: Required<Wanted<T>>, policy: Policy) => boolean;
};

const promise = <T extends EventType>(
  event: T,
  words: string,
  cites: string,
  isBroken: Promised<T>['isBroken'],
): Promised => ({ promise: words, cites, event, isBroken }) as unknown as Promised;

const answers = (seen: Watch, { limbs }: Policy): (string | undefined)[] => limbs.map(({ code }) => seen.limbs[code]);
const allMet = (seen: Watch, policy: Policy): boolean => answers(seen, policy).every((answer) => answer === 'met');
const isEnquiry = ({ route }: Watch): boolean => route === 'statutoryEnquiry' || route === 'otherEnquiry';
const isStatutory = ({ route }: Watch): boolean => route === 'statutoryEnquiry';
const nobodyCanAnswer = ({ route, ground }: Watch): boolean =>
  route === 'redirected' && (ground === 'died' || ground === 'duplicate');
const advocateIsMissing = (seen: Watch): boolean =>
  isStatutory(seen) && seen.advocate === 'needed' && !seen.advocateThere;
const somebodySpoke = (seen: Watch, speakers: readonly string[]): boolean =>
  speakers.includes('advocate') || (speakers.includes('representative') && !seen.conflicted);

type Decided = EventData<'threshold.decided'>;
const isWithin = ({ route }: Decided): boolean => route !== 'redirected';
const ends = ({ route }: Decided): boolean => route === 'otherEnquiry' || route === 'noEnquiry';

const decided = [
  promise(
    'threshold.decided',
    'No decision while a point of the test is open and none is settled as not met',
    'Care Act 2014 s42(1)',
    (seen, { data }, policy) =>
      isWithin(data) &&
      !answers(seen, policy).includes('notMet') &&
      answers(seen, policy).some((answer) => answer === undefined || answer === 'unclear'),
  ),
  promise(
    'threshold.decided',
    'No statutory enquiry unless every point of the test is met',
    'Care Act 2014 s42(1)',
    (seen, { data }, policy) => data.route === 'statutoryEnquiry' && !allMet(seen, policy),
  ),
  promise(
    'threshold.decided',
    'Where every point is met, the council makes the enquiry',
    'Care Act 2014 s42(2)',
    (seen, { data }, policy) => ends(data) && allMet(seen, policy),
  ),
  promise(
    'threshold.decided',
    'Nobody’s concern is passed to no one, or without a ground',
    'Care Act 2014 s42(1), s76(7)',
    (_, { data }) => !isWithin(data) && (!data.ground || (data.ground !== 'died' && !data.to)),
  ),
  promise(
    'threshold.decided',
    'An enquiry under way does not end by deciding again',
    'Care Act 2014 s42(2)',
    (seen, { data }) => ends(data) && isEnquiry(seen),
  ),
  promise(
    'threshold.decided',
    'Only a manager passes on an enquiry that is under way',
    'Care and Support Statutory Guidance 14',
    (seen, { data, by }) => !isWithin(data) && data.ground !== 'died' && isEnquiry(seen) && by.role !== 'manager',
  ),
  promise(
    'threshold.decided',
    'Nothing is decided before somebody heard the person, or said why not',
    'Care Act 2014 s1(3)(e)',
    (seen, { data }) =>
      !(data.route === 'redirected' && (data.ground === 'died' || data.ground === 'duplicate')) &&
      !seen.heard &&
      !seen.notHeldSaid &&
      !((seen.lacks.enquire === true || seen.lacks.other === true) && somebodySpoke(seen, seen.speakers)),
  ),
];

type About = keyof Watch['wishes'];

const against = (seen: Watch, about: readonly About[], part: 'lawful' | 'explained'): boolean =>
  about.some((decision) => seen.wishes[decision] === 'no' && seen.overrides[decision]?.[part] !== true);

const overriding = (event: EventType, about: readonly About[], applies: (wanted: Wanted) => boolean = () => true) => [
  promise(
    event,
    'Nobody goes against a wish without a lawful ground',
    'Care Act 2014 s1(2), s1(3)',
    (seen, wanted) => applies(wanted) && against(seen, about, 'lawful'),
  ),
  promise(
    event,
    'Nobody goes against a wish without telling the person, or saying why not',
    'Care and Support Statutory Guidance 14',
    (seen, wanted) => applies(wanted) && against(seen, about, 'explained'),
  ),
];

const unanswered = (seen: Watch): boolean => Object.values(seen.outcomes).some(({ answer }) => answer === 'open');
const notLookedBack = (seen: Watch): boolean =>
  Object.values(seen.outcomes).some(({ answer, lookedBack }) => answer === 'agreed' && !lookedBack);

const planned = [
  promise(
    'plan.agreed',
    'No plan before the person was asked what they want',
    'Care Act 2014 s1(3)(b)',
    (seen) => !seen.asked,
  ),
  promise(
    'plan.agreed',
    'No plan while something that was asked for has no honest answer',
    'Care and Support Statutory Guidance 14',
    unanswered,
  ),
  promise(
    'plan.agreed',
    'No plan without the advocate who is owed, unless it is urgent and one was asked for',
    'Care Act 2014 s68',
    (seen, { data }) => advocateIsMissing(seen) && !(seen.advocateAsked && data.urgent === 'yes'),
  ),
  promise(
    'outcomes.asked',
    'Nobody is asked without the advocate who is owed',
    'Care Act 2014 s68',
    (seen, { data }) => advocateIsMissing(seen) && !(seen.advocateAsked && data.result === 'notAsked'),
  ),
  ...overriding('plan.agreed', ['enquire', 'act']),
  ...overriding('information.shared', ['share']),
  ...overriding('information.requested', ['share'], ({ data }) => (data as { about?: string }).about === 'share'),
];

const tried = (attempts: readonly { how: string }[] = []): boolean =>
  attempts.length >= 3 && new Set(attempts.map(({ how }) => how)).size >= 2;

const isFlagged = ({ reasons }: Watch, { closingReasons }: Policy): boolean =>
  closingReasons.some(({ code, choiceMayNotBeFree }) => choiceMayNotBeFree === true && reasons.includes(code));

const overriddenSince = ({ overrides }: Watch) =>
  [overrides.enquire, overrides.act].filter((override) => override?.sinceAsked === true && override.lawful);

const closing = [
  promise(
    'enquiry.concluded',
    'No enquiry is concluded while a part of it is not reported',
    'Care Act 2014 s42(2)',
    (seen) => Object.values(seen.enquiries).includes(false),
  ),
  promise(
    'enquiry.concluded',
    'No enquiry is concluded that was never decided on',
    'Care Act 2014 s42(2)',
    (seen) => !isEnquiry(seen),
  ),
  promise(
    'capacity.assessed',
    'Nobody lacks capacity without support, a part of the test and a cause',
    'Mental Capacity Act 2005 s1(3), s2, s3',
    (_, { data }) =>
      data.conclusion === 'lacksCapacity' &&
      (data.supportGiven.length === 0 ||
        !Object.values(data.ableToDecide).includes('no') ||
        data.impairment === undefined),
  ),
  promise(
    'closure.explored',
    'Why somebody wants to stop is never asked in front of others',
    'Care and Support Statutory Guidance 14',
    (_, { data }) => data.conversation?.freeToSpeak === 'no',
  ),
  promise(
    'closure.explored',
    'Nobody answers for a person who can be asked',
    'Mental Capacity Act 2005 s4',
    (seen, { data: { conversation, attempts } }) =>
      conversation !== undefined &&
      !conversation.with.includes('person') &&
      !((seen.lacks.close === true || tried(attempts)) && somebodySpoke(seen, conversation.with)),
  ),
  promise(
    'closure.explored',
    '“Has capacity and wants to stop” is not a reason',
    'Care and Support Statutory Guidance 14',
    (_, { data }) => data.conversation !== undefined && data.reasons.length === 0,
  ),
  promise(
    'closure.explored',
    'Nobody counts as out of reach before three attempts in two ways',
    'Care and Support Statutory Guidance 14',
    (_, { data }) => data.conversation === undefined && !tried(data.attempts),
  ),
  promise(
    'closure.explored',
    'Closing is not explored without the advocate who is owed',
    'Care Act 2014 s68',
    advocateIsMissing,
  ),
  promise(
    'closure.overridden',
    'A wish to stop is not overridden without a lawful ground since',
    'Care Act 2014 s1(2), s1(3)',
    (seen) => seen.stopIsTheirs && overriddenSince(seen).length === 0,
  ),
  promise(
    'closure.overridden',
    'A wish to stop is not overridden without telling the person',
    'Care and Support Statutory Guidance 14',
    (seen) => seen.stopIsTheirs && !overriddenSince(seen).some((override) => override?.explained),
  ),
  promise(
    'closure.agreed',
    'No agreement to close before it was explored why',
    'Care and Support Statutory Guidance 14',
    (seen) => !seen.explored,
  ),
  promise(
    'closure.agreed',
    'A wish to stop does not answer the test',
    'Care Act 2014 s42(1)',
    (seen) => seen.route === null,
  ),
  promise(
    'closure.agreed',
    'A statutory enquiry is concluded before it closes',
    'Care Act 2014 s42(2)',
    (seen) => isStatutory(seen) && seen.concludedOn !== 'statutoryEnquiry',
  ),
  promise(
    'closure.agreed',
    'Where every point is met by now, the test is decided again',
    'Care Act 2014 s42(2)',
    (seen, _, policy) => seen.route !== null && !isStatutory(seen) && allMet(seen, policy),
  ),
  promise(
    'closure.agreed',
    'Closing is not agreed without the advocate who is owed',
    'Care Act 2014 s68',
    advocateIsMissing,
  ),
  promise(
    'closure.agreed',
    'A choice that may not be free gets a second look by a manager',
    'Care and Support Statutory Guidance 14',
    (seen, _, policy) =>
      (seen.notLookedAt.includes('choice') &&
        (isFlagged(seen, policy) ||
          seen.privacyNotKnown ||
          policy.secondLookOn?.some((route) => route === seen.route))) ||
      (seen.notLookedAt.includes('others') && seen.othersAtRisk) ||
      (seen.notLookedAt.includes('disagreement') && seen.disagrees),
  ),
  promise(
    'closure.agreed',
    'Closing for somebody who lacks capacity for it is in their best interests, and somebody spoke for them',
    'Mental Capacity Act 2005 s4',
    (seen) => seen.lacks.close === true && !(seen.best.close === true && somebodySpoke(seen, seen.speakersSinceAsked)),
  ),
  promise(
    'review.completed',
    'The review answers everything that was asked for',
    'Care and Support Statutory Guidance 14',
    unanswered,
  ),
  promise(
    'review.completed',
    'The review looks back at everything that was agreed',
    'Care and Support Statutory Guidance 14',
    notLookedBack,
  ),
  promise(
    'review.completed',
    'The review says how the risk is now',
    'Safeguarding Adults Collection SG2e',
    (seen) => seen.risk === null,
  ),
  promise(
    'review.completed',
    'The review asks how safe the person feels',
    'Care and Support Statutory Guidance 14',
    (seen) => !seen.endSafety,
  ),
];

const isTheirs = ({ kind }: WatchedOffer, { supportKinds }: Policy): boolean =>
  !supportKinds.some(({ code, notThePersonsToAccept }) => code === kind && notThePersonsToAccept === true);

const waits = (offer: WatchedOffer, policy: Policy): boolean =>
  !offer.withdrawn && offer.answer === null && (isTheirs(offer, policy) || !offer.withSomebody);

const asks = (seen: Watch, { limbs }: Policy, about: string): boolean =>
  limbs.some((limb) => limb.asks === about && seen.limbs[limb.code] === 'met');

const refusalDoesNotEnd = (seen: Watch, policy: Policy): boolean => {
  const despite = policy.assessDespiteRefusal;
  const atRisk = despite.includes('atRisk') && asks(seen, policy, 'risk') && seen.risk !== 'removed';
  return atRisk || (despite.includes('lacksCapacity') && seen.lacks.assess === true && seen.best.assess === true);
};

const isOwed = (seen: Watch, policy: Policy): boolean => {
  const assessments = Object.values(seen.offers).filter(({ kind }) => kind === 'careActAssessment');
  return (
    refusalDoesNotEnd(seen, policy) &&
    assessments.some(({ answer }) => answer === 'declined') &&
    !assessments.some(({ withSomebody, withdrawn }) => withSomebody && !withdrawn)
  );
};

const unlessDead =
  (isBroken: Promised['isBroken']): Promised['isBroken'] =>
  (seen, wanted, policy) =>
    !nobodyCanAnswer(seen) && isBroken(seen, wanted, policy);

const closed = [
  promise(
    'case.closed',
    'No enquiry closes without asking why (unless it left s42)',
    'Care and Support Statutory Guidance 14',
    (seen) => isEnquiry(seen) && !seen.explored,
  ),
  promise(
    'case.closed',
    'Nothing closes while the three points are met and no enquiry was made',
    'Care Act 2014 s42(2)',
    (seen, _, policy) =>
      seen.route !== 'redirected' &&
      (allMet(seen, policy) || isStatutory(seen)) &&
      seen.concludedOn !== 'statutoryEnquiry',
  ),
  promise(
    'case.closed',
    'Nothing closes over something that was asked for and not answered',
    'Care and Support Statutory Guidance 14',
    unlessDead(unanswered),
  ),
  promise(
    'case.closed',
    'No enquiry closes over an agreed outcome that nobody looked back at',
    'Safeguarding Adults Collection SG4a',
    unlessDead((seen) => isEnquiry(seen) && notLookedBack(seen)),
  ),
  promise(
    'case.closed',
    'Nothing closes before other help was thought of',
    'Care Act 2014 s2, s4, s9',
    unlessDead((seen) => Object.keys(seen.offers).length === 0 && !seen.nothingOffered),
  ),
  promise(
    'case.closed',
    'Nothing closes over an offer without an answer',
    'Care Act 2014 s1(3)(b)',
    unlessDead((seen, _, policy) => Object.values(seen.offers).some((offer) => waits(offer, policy))),
  ),
  promise(
    'case.closed',
    'Nothing closes before help that was accepted is in somebody’s hands',
    'Care Act 2014 s6, s7',
    unlessDead((seen) =>
      Object.values(seen.offers).some(
        ({ answer, withSomebody, withdrawn }) => answer === 'accepted' && !withSomebody && !withdrawn,
      ),
    ),
  ),
  promise(
    'case.closed',
    'Nothing closes over an assessment that is owed although it was declined',
    'Care Act 2014 s11(2)',
    unlessDead((seen, _, policy) => isOwed(seen, policy)),
  ),
  promise(
    'support.withdrawn',
    'An assessment that is owed is not withdrawn',
    'Care Act 2014 s9, s11(2)',
    (seen, { data }, policy) => {
      const offer = seen.offers[data.supportId];
      if (offer?.kind !== 'careActAssessment' || offer.answer === null) return false;
      return refusalDoesNotEnd(seen, policy) || (offer.answer === 'accepted' && asks(seen, policy, 'needs'));
    },
  ),
  promise(
    'case.closed',
    'A case passed elsewhere closes only when it arrived',
    'Care Act 2014 s6, s42(1)',
    (seen) => seen.route === 'redirected' && seen.ground === 'elsewhere' && !seen.transferred,
  ),
  promise('case.closed', 'Nothing closes in immediate danger', 'Care Act 2014 s1(2)(c)', (seen) => seen.danger),
  promise(
    'case.closed',
    'No statutory enquiry closes before an advocate was considered, and is there if needed',
    'Care Act 2014 s68',
    (seen) => isStatutory(seen) && (seen.advocate === 'notConsidered' || advocateIsMissing(seen)),
  ),
  promise(
    'case.closed',
    'Nothing closes before the person was told of every override',
    'Care and Support Statutory Guidance 14',
    (seen) => Object.values(seen.overrides).some(({ explained }) => !explained),
  ),
];

/** Everything that the engine promises, each watched on every path. */
export const promises: readonly Promised[] = [...decided, ...planned, ...closing, ...closed];
