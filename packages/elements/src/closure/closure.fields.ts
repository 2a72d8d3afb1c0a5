import type { Field } from '../kit/form/field.js';
import { choices } from '../stage/choices.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import type { ClosureMessageId } from './closure.messages.js';

type T = (id: ClosureMessageId | StageMessageId) => string;

const note = (label: string): Field => ({ name: 'because', kind: 'textarea', rows: 2, label });

export const agreedFields = (t: T): Field[] => [note(t('closure.agreed.because'))];

export const reconsideredFields = (t: T): Field[] => [note(t('closure.reconsidered.because'))];

export const overriddenFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    label: t('closure.overridden.because'),
    hint: t('closure.overridden.because-hint'),
    required: t('closure.overridden.because-required'),
  },
];

export const approvedFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    label: t('closure.approved.because'),
    required: t('closure.approved.because-required'),
  },
];

export const completedFields = (t: T): Field[] => [note(t('closure.completed.because'))];

/** How one thing that was agreed went, by whose view, in whose words. */
export const reviewedFields = (t: T): Field[] => [
  {
    name: 'result',
    kind: 'radios',
    label: t('closure.reviewed.result'),
    options: choices(t, 'closure.reviewed.result', ['achieved', 'partlyAchieved', 'notAchieved']),
    required: t('closure.reviewed.result-required'),
  },
  {
    name: 'view',
    kind: 'radios',
    label: t('closure.reviewed.view'),
    options: choices(t, 'stage.who', ['person', 'representative', 'advocate', 'practitioner']),
    required: t('closure.reviewed.view-required'),
  },
  {
    name: 'words',
    kind: 'textarea',
    rows: 3,
    label: t('closure.reviewed.words'),
    hint: t('closure.reviewed.words-hint'),
  },
];

export const riskReviewedFields = (t: T): Field[] => [
  {
    name: 'result',
    kind: 'radios',
    label: t('closure.risk.result'),
    options: choices(t, 'closure.risk.result', ['removed', 'reduced', 'remains']),
    required: t('closure.risk.result-required'),
  },
  { name: 'because', kind: 'textarea', rows: 2, label: t('closure.risk.because') },
];
