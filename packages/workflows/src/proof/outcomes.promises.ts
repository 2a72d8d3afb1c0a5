import { type Promised, advocateIsMissing, overriding, promise, unanswered } from './promise.js';

/** What is promised about what the person wants, and against their wishes. */
export const outcomesPromises: readonly Promised[] = [
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
