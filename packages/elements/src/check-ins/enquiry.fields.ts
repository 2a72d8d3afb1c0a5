import type { Field } from '../kit/form/field.js';
import { choices } from '../stage/choices.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import type { CheckInMessageId } from './check-in.messages.js';

type T = (id: CheckInMessageId | StageMessageId, params?: Readonly<Record<string, string>>) => string;

export const causedFields = (t: T): Field[] => [
  { name: 'to', kind: 'text', label: t('check-in.caused.to'), required: t('check-in.caused.to-required') },
  {
    name: 'about',
    kind: 'textarea',
    rows: 3,
    label: t('check-in.caused.about'),
    required: t('check-in.caused.about-required'),
  },
  { name: 'reportBy', kind: 'date', label: t('check-in.caused.reportBy') },
];

export const reportedFields = (t: T): Field[] => [
  {
    name: 'found',
    kind: 'textarea',
    label: t('check-in.reported.found'),
    required: t('check-in.reported.found-required'),
  },
  {
    name: 'enough',
    kind: 'radios',
    label: t('check-in.reported.enough'),
    options: choices(t, 'stage.answer', ['yes', 'no']),
    required: t('check-in.reported.enough-required'),
  },
];

/** What Care Act s42(2) asks of an enquiry: should anything be done, what, and by whom. */
export const concludedFields = (t: T): Field[] => [
  {
    name: 'result',
    kind: 'radios',
    label: t('check-in.concluded.result'),
    options: choices(t, 'check-in.concluded.result', [
      'riskIdentified',
      'inconclusive',
      'noRisk',
      'ceasedAtPersonsRequest',
    ]),
    required: t('check-in.concluded.result-required'),
  },
  {
    name: 'actionTaken',
    kind: 'radios',
    label: t('check-in.concluded.actionTaken'),
    options: choices(t, 'stage.answer', ['yes', 'no']),
    required: t('check-in.concluded.actionTaken-required'),
  },
  {
    name: 'what',
    kind: 'textarea',
    rows: 3,
    label: t('check-in.concluded.what'),
    showWhen: { name: 'actionTaken', is: ['yes'] },
  },
  {
    name: 'byWhom',
    kind: 'text',
    label: t('check-in.concluded.byWhom'),
    showWhen: { name: 'actionTaken', is: ['yes'] },
  },
];

export const meetingFields = (t: T): Field[] => [
  {
    name: 'kind',
    kind: 'radios',
    label: t('check-in.meeting.kind'),
    options: choices(t, 'check-in.meeting.kind', ['strategy', 'planning', 'review', 'marac', 'marm']),
    required: t('check-in.meeting.kind-required'),
  },
  {
    name: 'personThere',
    kind: 'radios',
    label: t('check-in.meeting.personThere'),
    options: choices(t, 'check-in.meeting.personThere', ['yes', 'represented', 'no']),
    required: t('check-in.meeting.personThere-required'),
  },
  {
    name: 'because',
    kind: 'textarea',
    rows: 2,
    label: t('check-in.meeting.because'),
    showWhen: { name: 'personThere', is: ['represented', 'no'] },
  },
  { name: 'decisions', kind: 'lines', label: t('check-in.meeting.decisions') },
];
