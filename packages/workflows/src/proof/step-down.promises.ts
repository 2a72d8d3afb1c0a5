import type { Policy } from '../policy/policy.schema.js';
import {
  type Promised,
  advocateIsMissing,
  allMet,
  isEnquiry,
  isStatutory,
  nobodyCanAnswer,
  notLookedBack,
  promise,
  unanswered,
} from './promise.js';
import type { Watch, WatchedOffer } from './watch.types.js';

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

/** What is promised about handing on and letting go. */
export const stepDownPromises: readonly Promised[] = [
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
