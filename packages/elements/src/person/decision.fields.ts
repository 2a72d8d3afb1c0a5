import type { Field } from '../kit/form/field.js';
import { choices } from '../stage/choices.js';
import type { T } from './voice.fields.js';

const DECISIONS = ['enquire', 'share', 'act', 'assess', 'close', 'other'] as const;
const PARTS = ['understand', 'retain', 'useOrWeigh', 'communicate'] as const;

const yesNo = (t: T, name: string, label: string, more: Partial<Field> = {}): Field => ({
  name,
  kind: 'radios',
  label,
  options: choices(t, 'stage.answer', ['yes', 'no']),
  ...more,
});

const decision = (t: T): Field => ({
  name: 'decision',
  kind: 'radios',
  label: t('person.capacity.decision'),
  options: choices(t, 'person.capacity.decision', DECISIONS),
  required: t('person.capacity.decision-required'),
});

/** The four parts of the test, what was done to help, and what follows. */
export const capacityFields = (t: T): Field[] => [
  decision(t),
  { name: 'supportGiven', kind: 'lines', rows: 3, label: t('person.capacity.support') },
  ...PARTS.map((part) =>
    yesNo(t, `ableToDecide.${part}`, t(`person.capacity.able.${part}`), {
      required: t('person.capacity.able-required'),
    }),
  ),
  { name: 'impairment', kind: 'textarea', rows: 2, label: t('person.capacity.impairment') },
  { name: 'becauseOf', kind: 'textarea', rows: 2, label: t('person.capacity.becauseOf') },
  {
    name: 'conclusion',
    kind: 'radios',
    label: t('person.capacity.conclusion'),
    options: choices(t, 'person.capacity.conclusion', ['hasCapacity', 'lacksCapacity']),
    required: t('person.capacity.conclusion-required'),
  },
];

export const bestInterestsFields = (t: T): Field[] => [
  decision(t),
  yesNo(t, 'inBestInterests', t('person.best.yes'), { required: t('person.best.yes-required') }),
  { name: 'who', kind: 'lines', rows: 2, label: t('person.best.who'), hint: t('person.best.who-hint') },
  { name: 'because', kind: 'textarea', label: t('person.because'), required: t('person.because-required') },
];

/** Would it be very hard for the person to take part, and is there somebody suitable to help (Care Act s68)? */
export const advocacyFields = (t: T): Field[] => {
  const somebody = { name: 'appropriatePerson.exists', is: ['yes'] };
  return [
    {
      name: 'difficulty',
      kind: 'checkboxes',
      label: t('person.advocacy.difficulty'),
      options: [
        ...choices(t, 'person.advocacy.difficulty', PARTS),
        { value: 'none', label: t('person.advocacy.difficulty.none'), alone: true, stores: null },
      ],
      required: t('person.advocacy.difficulty-required'),
    },
    yesNo(t, 'appropriatePerson.exists', t('person.advocacy.exists'), {
      required: t('person.advocacy.exists-required'),
    }),
    { name: 'appropriatePerson.who', kind: 'text', label: t('person.advocacy.who'), showWhen: somebody },
    yesNo(t, 'appropriatePerson.paid', t('person.advocacy.paid'), { showWhen: somebody }),
    yesNo(t, 'appropriatePerson.conflicted', t('person.advocacy.conflicted'), { showWhen: somebody }),
    yesNo(t, 'appropriatePerson.personAgrees', t('person.advocacy.agrees'), { showWhen: somebody }),
    yesNo(t, 'appropriatePerson.inBestInterests', t('person.advocacy.best'), { showWhen: somebody }),
  ];
};

const STANDINGS = ['attorney', 'deputy', 'appropriatePerson', 'family', 'friend'] as const;

export const representativeFields = (t: T): Field[] => [
  { name: 'who', kind: 'text', label: t('person.represent.who'), required: t('person.who-required') },
  {
    name: 'standing',
    kind: 'radios',
    label: t('person.represent.standing'),
    options: choices(t, 'person.represent.standing', STANDINGS),
    required: t('person.represent.standing-required'),
  },
  {
    name: 'conflicted',
    kind: 'radios',
    label: t('person.represent.conflicted'),
    options: choices(t, 'stage.answer', ['yes', 'no', 'notKnown']),
    required: t('person.represent.conflicted-required'),
  },
];
