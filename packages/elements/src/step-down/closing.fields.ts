import type { Field } from '../kit/form/field.js';
import type { StepDownMessageId } from './step-down.messages.js';

type T = (id: StepDownMessageId) => string;

export const transferFields = (t: T): Field[] => [
  { name: 'by', kind: 'text', label: t('step-down.transfer.by'), required: t('step-down.transfer.by-required') },
];

export const feedbackFields = (t: T): Field[] => [
  { name: 'to', kind: 'text', label: t('step-down.feedback.to') },
  { name: 'said', kind: 'textarea', rows: 3, label: t('step-down.feedback.said') },
];

export const lessonFields = (t: T): Field[] => [
  {
    name: 'what',
    kind: 'textarea',
    rows: 3,
    label: t('step-down.lesson.what'),
    hint: t('step-down.lesson.what-hint'),
  },
];

export const closedFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    rows: 3,
    label: t('step-down.closed.because'),
    hint: t('step-down.closed.because-hint'),
    required: t('step-down.closed.because-required'),
  },
];
