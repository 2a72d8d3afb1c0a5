import type { CaseView, Policy } from '@msp/workflows';
import type { Field } from '../kit/form/field.js';
import { choices, fromPack } from '../stage/choices.js';
import { dayWords } from '../stage/readings.js';
import type { T } from './voice.fields.js';

const known = ['yes', 'no', 'notKnown'] as const;

export const dangerFields = (t: T): Field[] => [
  { name: 'what', kind: 'textarea', label: t('person.danger.what'), required: t('person.danger.what-required') },
  { name: 'actions', kind: 'lines', rows: 2, label: t('person.danger.actions') },
];

export const becauseFields = (t: T): Field[] => [
  { name: 'because', kind: 'textarea', rows: 2, label: t('person.because') },
];

export const neededBecauseFields = (t: T): Field[] => [
  { name: 'because', kind: 'textarea', label: t('person.because'), required: t('person.because-required') },
];

const atRisk = (t: T, name: string, label: string): Field => ({
  name,
  kind: 'radios',
  label,
  options: choices(t, 'stage.answer', known),
  required: true,
});

/** The risk as both see it, and whether somebody else is at risk: the last answer replaces what the concern said. */
export const riskFields = (t: T): Field[] => [
  { name: 'asThePersonSeesIt', kind: 'textarea', rows: 3, label: t('person.risk.person') },
  { name: 'asTheWorkerSeesIt', kind: 'textarea', rows: 3, label: t('person.risk.worker') },
  { name: 'wellbeing', kind: 'textarea', rows: 2, label: t('person.risk.wellbeing') },
  atRisk(t, 'othersAtRisk.adults', t('person.risk.adults')),
  atRisk(t, 'othersAtRisk.children', t('person.risk.children')),
  { name: 'seriousHarm', kind: 'radios', label: t('person.risk.serious'), options: choices(t, 'stage.answer', known) },
];

const text = (name: string, label: string, required: string): Field => ({ name, kind: 'text', label, required });

export const requestedFields = (t: T): Field[] => [
  text('from', t('person.share.from'), t('person.who-required')),
  {
    name: 'about',
    kind: 'radios',
    label: t('person.share.about'),
    options: [
      { value: 'share', label: t('stage.answer.yes') },
      { value: 'no', label: t('stage.answer.no'), stores: null },
    ],
  },
];

export const receivedFields = (t: T): Field[] => [text('from', t('person.share.from'), t('person.who-required'))];

export const sharedFields = (t: T, { overrideGrounds }: Policy): Field[] => [
  text('to', t('person.share.to'), t('person.who-required')),
  {
    name: 'ground',
    kind: 'radios',
    label: t('person.share.ground'),
    options: [{ value: 'agreed', label: t('person.share.ground.agreed') }, ...fromPack(overrideGrounds)],
    required: t('person.share.ground-required'),
  },
  {
    name: 'personTold',
    kind: 'radios',
    label: t('person.share.told'),
    options: choices(t, 'stage.answer', ['yes', 'no']),
    required: t('person.share.told-required'),
  },
];

export const feedbackFields = (t: T): Field[] => [
  { name: 'said', kind: 'textarea', label: t('person.feedback.said'), hint: t('person.feedback.said-hint') },
];

export const allocateFields = (t: T): Field[] => [
  text('to', t('person.allocate.to'), t('person.who-required')),
  {
    name: 'personTold',
    kind: 'radios',
    label: t('person.allocate.told'),
    options: choices(t, 'stage.answer', ['yes', 'no']),
  },
];

/** Any entry but a correction can be chosen; the engine says which may be struck out. */
export const correctFields = (t: T, view: CaseView, words: (type: string) => string): Field[] => [
  {
    name: 'entryId',
    kind: 'select',
    label: t('person.correct.entry'),
    options: view.entries
      .filter(({ type }) => type !== 'entry.corrected')
      .map(({ id, type, at }) => ({ value: id, label: `${words(type)}, ${dayWords(at)}` })),
    required: t('person.correct.entry-required'),
  },
  ...neededBecauseFields(t),
];
