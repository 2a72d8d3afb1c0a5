import type { Policy } from '@msp/workflows';
import type { Field } from '../kit/form/field.js';
import { choices, fromPack } from '../stage/choices.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import type { StepDownMessageId } from './step-down.messages.js';

type T = (id: StepDownMessageId | StageMessageId) => string;

/** Kinds of help to offer. Those come first that were talked about when the person wanted to stop, or fit their reasons. */
export const offeredFields = (t: T, { supportKinds }: Policy, fitting: ReadonlySet<string>): Field[] => [
  {
    name: 'kind',
    kind: 'select',
    label: t('step-down.offered.kind'),
    hint: fitting.size > 0 ? t('step-down.offered.kind-hint') : undefined,
    options: fromPack([
      ...supportKinds.filter(({ code }) => fitting.has(code)),
      ...supportKinds.filter(({ code }) => !fitting.has(code)),
    ]),
    required: t('step-down.offered.kind-required'),
  },
  { name: 'because', kind: 'textarea', rows: 2, label: t('step-down.offered.because') },
];

export const notOfferedFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    label: t('step-down.not-offered.because'),
    hint: t('step-down.not-offered.because-hint'),
    required: t('step-down.not-offered.because-required'),
  },
];

export const acceptedFields = (t: T): Field[] => [
  { name: 'words', kind: 'textarea', rows: 2, label: t('step-down.accepted.words') },
];

/** No, in their own words; or nobody could be reached, which is never counted as a no. */
export const declinedFields = (t: T): Field[] => [
  {
    name: 'noReply',
    kind: 'radios',
    label: t('step-down.declined.noReply'),
    options: choices(t, 'step-down.declined.noReply', ['no', 'yes']),
    required: t('step-down.declined.noReply-required'),
  },
  {
    name: 'because',
    kind: 'textarea',
    rows: 3,
    label: t('step-down.declined.because'),
    hint: t('step-down.declined.because-hint'),
    required: t('step-down.declined.because-required'),
  },
];

export const handedOverFields = (t: T): Field[] => [
  {
    name: 'to',
    kind: 'text',
    label: t('step-down.handed-over.to'),
    hint: t('step-down.handed-over.to-hint'),
    required: t('step-down.handed-over.to-required'),
  },
];

export const refusedFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    rows: 3,
    label: t('step-down.refused.because'),
    required: t('step-down.refused.because-required'),
  },
];

export const withdrawnFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    rows: 3,
    label: t('step-down.withdrawn.because'),
    required: t('step-down.withdrawn.because-required'),
  },
  {
    name: 'insteadOffered',
    kind: 'textarea',
    rows: 3,
    label: t('step-down.withdrawn.insteadOffered'),
    required: t('step-down.withdrawn.insteadOffered-required'),
  },
  {
    name: 'personTold',
    kind: 'radios',
    label: t('step-down.withdrawn.personTold'),
    options: choices(t, 'stage.answer', ['yes', 'no']),
    required: t('step-down.withdrawn.personTold-required'),
  },
];

export const confirmedFields = (t: T): Field[] => [
  { name: 'because', kind: 'textarea', rows: 2, label: t('step-down.confirmed.because') },
];
