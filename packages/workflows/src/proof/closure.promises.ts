import type { Policy } from '../policy/policy.schema.js';
import {
  type Promised,
  advocateIsMissing,
  allMet,
  isEnquiry,
  isStatutory,
  notLookedBack,
  promise,
  somebodySpoke,
  unanswered,
} from './promise.js';
import type { Watch } from './watch.types.js';

const tried = (attempts: readonly { how: string }[] = []): boolean =>
  attempts.length >= 3 && new Set(attempts.map(({ how }) => how)).size >= 2;

const isFlagged = ({ reasons }: Watch, { closingReasons }: Policy): boolean =>
  closingReasons.some(({ code, choiceMayNotBeFree }) => choiceMayNotBeFree === true && reasons.includes(code));

const overriddenSince = ({ overrides }: Watch) =>
  [overrides.enquire, overrides.act].filter((override) => override?.sinceAsked === true && override.lawful);

/** What is promised about closing, and about looking back. */
export const closurePromises: readonly Promised[] = [
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
