import type { Policy } from '@msp/workflows';
import type { Choice } from '@msp/workflows/questions';
import type { Field, Values } from '../kit/form/field.js';
import { choices, fromPack } from '../stage/choices.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import type { ClosureMessageId } from './closure.messages.js';

type T = (id: ClosureMessageId | StageMessageId) => string;

const SOMEBODY = ['person', 'representative', 'advocate'] as const;
const WITH = 'conversation.with';

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** Kinds of support, those first that fit the reasons which were ticked. */
const alternatives = (t: T, { supportKinds, closingReasons }: Policy, reasons: readonly string[]): Choice[] => {
  const fitting = new Set(closingReasons.filter(({ code }) => reasons.includes(code)).map(({ suggests }) => suggests));
  const all = supportKinds.map((kind) => ({ ...kind, fits: fitting.has(kind.code) }));
  return [...all.filter(({ fits }) => fits), ...all.filter(({ fits }) => !fits)].map(({ code, words, fits }) => ({
    value: code,
    label: words,
    ...(fits && { hint: t('closure.explored.fits') }),
  }));
};

const attempts = (t: T): Field => ({
  name: 'attempts',
  kind: 'items',
  label: t('closure.explored.attempts'),
  hint: t('closure.explored.attempts-hint'),
  itemLabel: t('closure.explored.attempt'),
  fields: [
    { name: 'at', kind: 'date', label: t('closure.explored.at') },
    {
      name: 'how',
      kind: 'select',
      label: t('closure.explored.attempt-how'),
      options: choices(t, 'stage.how', ['inPerson', 'phone', 'video', 'writing', 'other']),
    },
  ],
});

/**
 * The conversation about why: who was there, whether they were free to speak, their words and reasons, what was offered
 * instead. Without the person themselves it asks how they were tried to be reached.
 */
export const exploredFields = (t: T, policy: Policy, values: Values): Field[] => {
  const there = list(values[WITH]);
  const talked = { name: WITH, is: SOMEBODY };
  return [
    {
      name: WITH,
      kind: 'checkboxes',
      label: t('closure.explored.with'),
      hint: t('closure.explored.with-hint'),
      options: [
        ...choices(t, 'closure.explored.with', SOMEBODY),
        { value: 'nobody', label: t('closure.explored.with.nobody'), alone: true, stores: null },
      ],
      required: t('closure.explored.with-required'),
    },
    {
      name: 'conversation.how',
      kind: 'select',
      label: t('closure.explored.how'),
      options: choices(t, 'stage.how', ['inPerson', 'phone', 'video', 'writing', 'other']),
      required: t('closure.explored.how-required'),
      showWhen: talked,
    },
    {
      name: 'conversation.freeToSpeak',
      kind: 'radios',
      label: t('closure.explored.freeToSpeak'),
      hint: t('closure.explored.freeToSpeak-hint'),
      options: choices(t, 'closure.explored.freeToSpeak', ['yes', 'no', 'notKnown']),
      required: t('closure.explored.freeToSpeak-required'),
      showWhen: talked,
    },
    ...(there.length > 0 && !there.includes('person') ? [attempts(t)] : []),
    {
      name: 'words',
      kind: 'textarea',
      rows: 5,
      label: t('closure.explored.words'),
      hint: t('closure.explored.words-hint'),
      showWhen: talked,
    },
    {
      name: 'reasons',
      kind: 'checkboxes',
      label: t('closure.explored.reasons'),
      hint: t('closure.explored.reasons-hint'),
      options: fromPack(policy.closingReasons),
      showWhen: talked,
    },
    {
      name: 'alternativesOffered',
      kind: 'checkboxes',
      label: t('closure.explored.alternatives'),
      hint: t('closure.explored.alternatives-hint'),
      options: alternatives(t, policy, list(values['reasons'])),
      showWhen: talked,
    },
    {
      name: 'understands',
      kind: 'radios',
      label: t('closure.explored.understands'),
      options: choices(t, 'stage.answer', ['yes', 'no', 'unsure', 'cannotSay']),
      showWhen: talked,
    },
    {
      name: 'wayBackGiven',
      kind: 'radios',
      label: t('closure.explored.wayBack'),
      options: choices(t, 'stage.answer', ['yes', 'no']),
      required: t('closure.explored.wayBack-required'),
    },
  ];
};
