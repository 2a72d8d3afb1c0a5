import type { Field, Values } from '../kit/form/field.js';
import { choices } from './choices.js';
import type { EveryT } from './every.messages.js';

const known = ['yes', 'no', 'notKnown'] as const;

const yesNoNotKnown = (t: EveryT, name: string, label: string, required: string | false = false): Field => ({
  name,
  kind: 'radios',
  label,
  options: choices(t, 'stage.answer', known),
  required,
});

/** A further concern about the same person. Others at risk: both answers, or none. */
export const furtherConcernFields = (t: EveryT, values: Values): Field[] => {
  const either = values['othersAtRisk.adults'] !== undefined || values['othersAtRisk.children'] !== undefined;
  const others = (who: 'adults' | 'children'): Field => {
    const question = t(`other.${who}`);
    return yesNoNotKnown(t, `othersAtRisk.${who}`, question, either && t('other.both-required', { question }));
  };
  return [
    {
      name: 'whatHappened',
      kind: 'textarea',
      label: t('other.what-happened'),
      required: t('other.what-happened-required'),
    },
    yesNoNotKnown(t, 'immediateDanger', t('other.danger')),
    others('adults'),
    others('children'),
  ];
};

export const adjustmentFields = (t: EveryT): Field[] => [
  { name: 'what', kind: 'textarea', rows: 2, label: t('other.adjustment') },
];

export const consultationFields = (t: EveryT): Field[] => [
  { name: 'who', kind: 'text', label: t('other.consulted') },
  { name: 'said', kind: 'textarea', rows: 3, label: t('other.consulted-said') },
  yesNoNotKnown(t, 'safeToAsk', t('other.consulted-safe')),
];

export const riskAcceptedFields = (t: EveryT): Field[] => [
  { name: 'words', kind: 'textarea', rows: 3, label: t('other.accepted-words') },
  { name: 'offered', kind: 'textarea', rows: 2, label: t('other.accepted-offered') },
  { name: 'lookAgainOn', kind: 'date', label: t('other.accepted-again') },
];

export const linkedFields = (t: EveryT): Field[] => [
  {
    name: 'linkedCaseId',
    kind: 'text',
    label: t('other.linked'),
    hint: t('other.linked-hint'),
    required: t('other.linked-required'),
  },
  { name: 'because', kind: 'textarea', rows: 2, label: t('other.because') },
];

export const accessFields = (t: EveryT): Field[] => [
  { name: 'to', kind: 'lines', rows: 2, label: t('other.access-to'), required: t('other.access-to-required') },
  { name: 'because', kind: 'textarea', rows: 2, label: t('other.because'), required: t('other.because-required') },
];

/** The seven questions of the outcomes framework, answered by the person or somebody who speaks for them. */
export const experienceFields = (t: EveryT): Field[] => {
  const question = (
    name: 'outcomesMet' | 'feelsSafer' | 'involved' | 'understoodWhy' | 'rightPeople',
    yes: 'yes' | 'fully',
  ): Field => ({
    name,
    kind: 'radios',
    label: t(`other.experience.${name}`),
    options: choices(t, 'other.share', [yes, 'partly', 'no', 'notKnown']),
  });
  return [
    {
      name: 'answeredBy',
      kind: 'radios',
      label: t('other.experience.answeredBy'),
      options: choices(t, 'stage.who', ['person', 'representative']),
    },
    yesNoNotKnown(t, 'askedAboutOutcomes', t('other.experience.askedAboutOutcomes')),
    question('outcomesMet', 'fully'),
    question('feelsSafer', 'yes'),
    question('involved', 'yes'),
    question('understoodWhy', 'yes'),
    {
      name: 'listenedTo',
      kind: 'radios',
      label: t('other.experience.listenedTo'),
      options: choices(t, 'other.listened', ['always', 'quiteABit', 'notVeryMuch', 'notAtAll', 'notKnown']),
    },
    question('rightPeople', 'yes'),
    { name: 'words', kind: 'textarea', label: t('other.words') },
    {
      name: 'mayBeQuoted',
      kind: 'radios',
      label: t('other.experience.mayBeQuoted'),
      options: choices(t, 'stage.answer', ['yes', 'no']),
    },
  ];
};
