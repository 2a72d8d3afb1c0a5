import type { Policy } from '@msp/workflows';
import type { Field } from '../kit/form/field.js';
import { choices, fromPack } from '../stage/choices.js';
import type { ThresholdMessageId } from './threshold.messages.js';

type T = (id: ThresholdMessageId) => string;

/** One point of the test: its answer, and why. */
export const limbFields = (t: T): Field[] => [
  {
    name: 'answer',
    kind: 'radios',
    label: t('threshold.limb.answer'),
    hint: t('threshold.limb.answer-hint'),
    options: choices(t, 'threshold.limb.answer', ['met', 'notMet', 'unclear']),
    required: t('threshold.limb.required'),
  },
  {
    name: 'because',
    kind: 'textarea',
    label: t('threshold.limb.because'),
    hint: t('threshold.limb.because-hint'),
    required: t('threshold.limb.because-required'),
  },
];

/** The decision: a route, why, and for a concern that leaves s42 on which ground and to whom. */
export const decisionFields = (t: T, { routes, redirectionGrounds }: Policy): Field[] => [
  {
    name: 'route',
    kind: 'radios',
    label: t('threshold.decide.route'),
    options: fromPack(routes, { cites: true }),
    required: t('threshold.decide.route-required'),
  },
  {
    name: 'ground',
    kind: 'radios',
    label: t('threshold.decide.ground'),
    options: fromPack(redirectionGrounds),
    showWhen: { name: 'route', is: ['redirected'] },
  },
  {
    name: 'to',
    kind: 'text',
    label: t('threshold.decide.to'),
    hint: t('threshold.decide.to-hint'),
    showWhen: { name: 'route', is: ['redirected'] },
  },
  {
    name: 'because',
    kind: 'textarea',
    label: t('threshold.decide.because'),
    hint: t('threshold.decide.because-hint'),
    required: t('threshold.decide.because-required'),
  },
];
