import type { Field } from '../kit/form/field.js';
import { choices } from '../stage/choices.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import type { CheckInMessageId } from './check-in.messages.js';

type T = (id: CheckInMessageId | StageMessageId, params?: Readonly<Record<string, string>>) => string;

const yesNoUnsure = (t: T, name: 'makingADifference' | 'stillTheseOutcomes' | 'carryOn'): Field => {
  const question = t(`check-in.recorded.${name}`);
  return {
    name,
    kind: 'radios',
    label: question,
    options: choices(t, 'stage.answer', ['yes', 'no', 'unsure']),
    required: t('check-in.recorded.answer-required', { question }),
  };
};

export const checkInFields = (t: T): Field[] => [
  {
    name: 'words',
    kind: 'textarea',
    label: t('check-in.recorded.words'),
    hint: t('check-in.recorded.words-hint'),
  },
  yesNoUnsure(t, 'makingADifference'),
  yesNoUnsure(t, 'stillTheseOutcomes'),
  yesNoUnsure(t, 'carryOn'),
  {
    name: 'nextDue',
    kind: 'date',
    label: t('check-in.recorded.nextDue'),
    hint: t('check-in.recorded.nextDue-hint'),
  },
];

export const scheduleFields = (t: T): Field[] => [
  { name: 'due', kind: 'date', label: t('check-in.scheduled.due'), required: t('check-in.scheduled.due-required') },
  {
    name: 'how',
    kind: 'select',
    label: t('check-in.scheduled.how'),
    options: choices(t, 'stage.how', ['inPerson', 'phone', 'video', 'writing', 'other']),
  },
];

export const missedFields = (t: T): Field[] => [
  { name: 'because', kind: 'textarea', rows: 2, label: t('check-in.missed.because') },
];

export const planReviewedFields = (t: T): Field[] => [
  {
    name: 'stillNeeded',
    kind: 'radios',
    label: t('check-in.plan-reviewed.stillNeeded'),
    options: choices(t, 'stage.answer', ['yes', 'no', 'unsure']),
  },
  { name: 'nextDate', kind: 'date', label: t('check-in.plan-reviewed.nextDate') },
  { name: 'because', kind: 'textarea', rows: 2, label: t('check-in.plan-reviewed.because') },
];

/** A wish to stop, whose it is, in their own words. */
export const stopFields = (t: T): Field[] => [
  {
    name: 'wishOf',
    kind: 'radios',
    label: t('check-in.stop.wishOf'),
    options: choices(t, 'check-in.stop.wishOf', ['person', 'somebodyElse', 'team']),
    required: t('check-in.stop.wishOf-required'),
  },
  { name: 'words', kind: 'textarea', label: t('check-in.stop.words') },
];
