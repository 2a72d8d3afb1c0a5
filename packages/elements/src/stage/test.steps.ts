import type { Blocker, Policy } from '@msp/workflows';
import type { CaseController } from '../kit/case-controller.js';
import type { EventFormOptions } from './event-form.js';
import { decisionFields, limbFields } from '../threshold/threshold.fields.js';
import type { ThresholdMessageId } from '../threshold/threshold.messages.js';

type T = (id: ThresholdMessageId) => string;
type Route = Policy['routes'][number]['code'];
export type Limb = Policy['limbs'][number];

const NOT_ABOUT_THE_TEST: readonly Blocker['code'][] = ['wrong-stage', 'role-not-allowed', 'invalid-data'];

/** What the engine would have against this route, were it decided now. */
export const against = (record: CaseController, route: Route): readonly Blocker[] =>
  record
    .blockers({ type: 'threshold.decided', data: { route, because: '-' } })
    .filter(({ code }) => !NOT_ABOUT_THE_TEST.includes(code));

/** What stands in the way of every decision on the test, whatever it is. */
export function beforeAnyDecision(record: CaseController): readonly Blocker[] {
  const routes = record.case?.policy.routes ?? [];
  const [first = [], ...others] = routes
    .filter(({ code }) => code !== 'redirected')
    .map(({ code }) => against(record, code));
  return first.filter(({ code }) => others.every((list) => list.some((other) => other.code === code)));
}

/** One point of the test. */
export const limbStep = (t: T, record: CaseController, { code, plain }: Limb, named = false): EventFormOptions => {
  const answer = record.case?.facts.threshold.limbs[code];
  const answered = answer !== undefined;
  const title = t(answered ? 'threshold.limb.form-again' : 'threshold.limb.form');
  return {
    title: () => (named ? plain : title),
    submit: () => t('threshold.limb.save'),
    settled: answered && answer !== 'unclear',
    ways: [{ type: 'threshold.limbAssessed', given: () => ({ limb: code }), fields: () => limbFields(t) }],
  };
};

/** The decision on the test. */
export const decideStep = (t: T, record: CaseController): EventFormOptions => ({
  title: () => t(record.case?.context.route ? 'threshold.decide.again' : 'threshold.decide'),
  submit: () => t('threshold.decide.save'),
  ways: [
    {
      type: 'threshold.decided',
      fields: () => (record.case ? decisionFields(t, record.case.policy) : []),
    },
  ],
  ahead: () => beforeAnyDecision(record),
});

/** The name of the point that is to be answered next: one without an answer, else one that is unclear. */
export function nextLimb(record: CaseController): Limb | undefined {
  const { policy, facts } = record.case ?? {};
  const limbs = policy?.limbs ?? [];
  const answered = (answer: string | undefined): Limb | undefined =>
    limbs.find(({ code }) => facts?.threshold.limbs[code] === answer);
  return answered(undefined) ?? answered('unclear');
}
