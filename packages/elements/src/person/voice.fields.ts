import type { Policy } from '@msp/workflows';
import type { Field, Values } from '../kit/form/field.js';
import { choices, fromPack } from '../stage/choices.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import type { PersonMessageId } from './person.messages.js';

/** Words of these forms. */
export type T = (id: PersonMessageId | StageMessageId) => string;

const ABOUT = ['enquire', 'share', 'act', 'assess'] as const;
export const HOW = ['inPerson', 'phone', 'video', 'writing', 'other'] as const;

export const ownWords = (t: T, name = 'words'): Field => ({
  name,
  kind: 'textarea',
  rows: 4,
  label: t('person.words'),
  hint: t('person.words-hint'),
});

/** A conversation: with whom, how, free to speak, and what was said or shown. */
export const heldFields = (t: T): Field[] => [
  {
    name: 'with',
    kind: 'checkboxes',
    label: t('person.talk.with'),
    options: choices(t, 'stage.who', ['person', 'representative', 'advocate']),
    required: t('person.talk.with-required'),
  },
  {
    name: 'how',
    kind: 'radios',
    label: t('person.talk.how'),
    options: choices(t, 'stage.how', HOW),
    required: t('person.talk.how-required'),
  },
  {
    name: 'freeToSpeak',
    kind: 'radios',
    label: t('person.talk.free'),
    hint: t('person.talk.free-hint'),
    options: choices(t, 'stage.answer', ['yes', 'no', 'notKnown']),
    required: t('person.talk.free-required'),
  },
  ownWords(t),
  {
    name: 'observed',
    kind: 'textarea',
    rows: 2,
    label: t('person.talk.observed'),
    hint: t('person.talk.observed-hint'),
  },
  { name: 'adjustments', kind: 'lines', rows: 2, label: t('person.talk.adjustments') },
];

export const notHeldFields = (t: T): Field[] => [
  {
    name: 'because',
    kind: 'textarea',
    label: t('person.talk.why-not'),
    required: t('person.talk.why-not-required'),
  },
  { name: 'willTry', kind: 'textarea', rows: 2, label: t('person.talk.will-try') },
];

export const wishFields = (t: T): Field[] => [
  {
    name: 'about',
    kind: 'radios',
    label: t('person.wish.about'),
    options: choices(t, 'person.wish.about', ABOUT),
    required: t('person.wish.about-required'),
  },
  {
    name: 'answer',
    kind: 'radios',
    label: t('person.wish.answer'),
    options: choices(t, 'stage.answer', ['yes', 'no', 'unsure', 'cannotSay']),
    required: t('person.wish.answer-required'),
  },
  ownWords(t),
];

/** Going against a wish: on which ground, why no more than needed, and whether it was explained. */
export const overrideFields = (t: T, { overrideGrounds }: Policy): Field[] => [
  {
    name: 'about',
    kind: 'radios',
    label: t('person.override.about'),
    options: choices(t, 'person.wish.about', ABOUT),
    required: t('person.wish.about-required'),
  },
  { name: 'grounds', kind: 'checkboxes', label: t('person.override.grounds'), options: fromPack(overrideGrounds) },
  {
    name: 'proportionate',
    kind: 'textarea',
    label: t('person.override.proportionate'),
    required: t('person.override.proportionate-required'),
  },
  {
    name: 'told',
    kind: 'radios',
    label: t('person.override.told'),
    options: choices(t, 'person.override.told', ['yes', 'no', 'later']).map((one) => ({ ...one, stores: null })),
    required: t('person.override.told-required'),
  },
  {
    name: 'explained.how',
    kind: 'radios',
    label: t('person.override.how'),
    options: choices(t, 'stage.how', HOW),
    required: t('person.talk.how-required'),
    showWhen: { name: 'told', is: ['yes'] },
  },
  {
    name: 'explained.at',
    kind: 'date',
    label: t('person.override.at'),
    required: true,
    showWhen: { name: 'told', is: ['yes'] },
  },
  {
    name: 'notExplainedBecause',
    kind: 'textarea',
    rows: 2,
    label: t('person.override.not-told'),
    required: t('person.talk.why-not-required'),
    showWhen: { name: 'told', is: ['no'] },
  },
];

const RATINGS = ['1', '2', '3', '4', '5'] as const;

/** How safe the person feels. With a moment given, it is not asked. */
export const safetyFields = (t: T, _values: Values, moment?: 'start' | 'checkIn' | 'end'): Field[] => [
  ...(moment === undefined
    ? [
        {
          name: 'moment',
          kind: 'radios' as const,
          label: t('person.safety.moment'),
          options: choices(t, 'person.safety.moment', ['start', 'checkIn', 'end']),
          required: t('person.safety.moment-required'),
        },
      ]
    : []),
  {
    name: 'rating',
    kind: 'radios',
    label: t('person.safety.rating'),
    options: [
      ...RATINGS.map((value) => ({ value, label: t(`person.safety.rating.${value}`), stores: Number(value) })),
      { value: '0', label: t('person.safety.rating.0'), stores: null },
    ],
    required: t('person.safety.rating-required'),
  },
  ownWords(t),
  {
    name: 'notSaidBecause',
    kind: 'textarea',
    rows: 2,
    label: t('person.safety.not-said'),
    required: t('person.safety.not-said-required'),
    showWhen: { name: 'rating', is: ['0'] },
  },
];

const DISAGREE = ['enquiring', 'sharing', 'plan', 'closing', 'other'] as const;

export const disagreeFields = (t: T): Field[] => [
  {
    name: 'about',
    kind: 'radios',
    label: t('person.disagree.about'),
    options: choices(t, 'person.disagree.about', DISAGREE),
    required: t('person.disagree.about-required'),
  },
  ownWords(t),
];
