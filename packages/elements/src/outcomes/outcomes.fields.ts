import type { Field, Values } from '../kit/form/field.js';
import { choices } from '../stage/choices.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import type { OutcomesMessageId } from './outcomes.messages.js';

type T = (id: OutcomesMessageId | StageMessageId) => string;

/** Whether the person was asked, and if not, why not. */
export const askedFields = (t: T, { result }: Values): Field[] => [
  {
    name: 'result',
    kind: 'radios',
    label: t('outcomes.asked.result'),
    options: choices(t, 'outcomes.asked.result', ['expressed', 'noneExpressed', 'notAsked']),
    required: t('outcomes.asked.result-required'),
  },
  {
    name: 'because',
    kind: 'textarea',
    label: t('outcomes.asked.because'),
    hint: t('outcomes.asked.because-hint'),
    required: result === 'notAsked' && t('outcomes.asked.because-required'),
    showWhen: { name: 'result', is: ['noneExpressed', 'notAsked'] },
  },
];

export const expressedFields = (t: T): Field[] => [
  {
    name: 'words',
    kind: 'textarea',
    rows: 5,
    label: t('outcomes.expressed.words'),
    hint: t('outcomes.expressed.words-hint'),
    required: t('outcomes.expressed.words-required'),
  },
  {
    name: 'saidBy',
    kind: 'radios',
    label: t('outcomes.expressed.saidBy'),
    options: choices(t, 'stage.who', ['person', 'representative', 'advocate']),
    required: t('outcomes.expressed.saidBy-required'),
  },
  {
    name: 'howWeWillKnow',
    kind: 'textarea',
    rows: 2,
    label: t('outcomes.expressed.howWeWillKnow'),
    hint: t('outcomes.expressed.howWeWillKnow-hint'),
  },
];

export const reworkedFields = (t: T): Field[] => [
  {
    name: 'words',
    kind: 'textarea',
    label: t('outcomes.reworked.words'),
    hint: t('outcomes.reworked.words-hint'),
    required: t('outcomes.reworked.words-required'),
  },
  {
    name: 'because',
    kind: 'textarea',
    rows: 2,
    label: t('outcomes.reworked.because'),
    required: t('outcomes.reworked.because-required'),
  },
  {
    name: 'personAgrees',
    kind: 'radios',
    label: t('outcomes.reworked.personAgrees'),
    options: choices(t, 'stage.answer', ['yes', 'no', 'cannotSay']),
    required: t('outcomes.reworked.personAgrees-required'),
  },
];

export const declinedFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    rows: 3,
    label: t('outcomes.declined.because'),
    hint: t('outcomes.declined.because-hint'),
    required: t('outcomes.declined.because-required'),
  },
  {
    name: 'insteadOffered',
    kind: 'textarea',
    rows: 3,
    label: t('outcomes.declined.insteadOffered'),
    required: t('outcomes.declined.insteadOffered-required'),
  },
];

export const withdrawnFields = (t: T): Field[] => [
  { name: 'because', kind: 'textarea', rows: 2, label: t('outcomes.withdrawn.because') },
];

/** The plan. `urgent` is asked only while an advocate is owed. */
export const planFields = (t: T, { advocateOwed }: { advocateOwed: boolean }): Field[] => [
  {
    name: 'actions',
    kind: 'items',
    label: t('outcomes.plan.actions'),
    hint: t('outcomes.plan.actions-hint'),
    itemLabel: t('outcomes.plan.action'),
    required: t('outcomes.plan.actions-required'),
    fields: [
      { name: 'what', kind: 'text', label: t('outcomes.plan.what') },
      { name: 'who', kind: 'text', label: t('outcomes.plan.who') },
      { name: 'by', kind: 'date', label: t('outcomes.plan.by') },
    ],
  },
  ...(advocateOwed
    ? [
        {
          name: 'urgent',
          kind: 'radios',
          label: t('outcomes.plan.urgent'),
          options: choices(t, 'stage.answer', ['yes', 'no']),
        } as const,
      ]
    : []),
];

export const actionFields = (t: T): Field[] => [
  { name: 'what', kind: 'text', label: t('outcomes.action.what') },
  {
    name: 'progress',
    kind: 'radios',
    label: t('outcomes.action.progress'),
    options: choices(t, 'outcomes.action.progress', ['notStarted', 'underWay', 'done', 'stopped']),
  },
  { name: 'because', kind: 'textarea', rows: 2, label: t('outcomes.action.because') },
];

export const reopenedFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    rows: 2,
    label: t('outcomes.reopened.because'),
    hint: t('outcomes.reopened.hint'),
  },
];
