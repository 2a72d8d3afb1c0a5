import type { EventData } from '../case/events.js';
import { type Promised, allMet, answers, isEnquiry, promise, somebodySpoke } from './promise.js';

type Decided = EventData<'threshold.decided'>;
const isWithin = ({ route }: Decided): boolean => route !== 'redirected';
const ends = ({ route }: Decided): boolean => route === 'otherEnquiry' || route === 'noEnquiry';

/** What is promised about the three-point test. */
export const thresholdPromises: readonly Promised[] = [
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
