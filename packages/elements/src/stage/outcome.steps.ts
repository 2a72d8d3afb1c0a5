import type { EventFormOptions } from './event-form.js';
import { isUnanswered } from './outcome-list.js';
import type { Outcome } from './outcome-list.js';
import type { StageMessageId } from './stage.messages.js';
import {
  actionFields,
  declinedFields,
  expressedFields,
  reopenedFields,
  reworkedFields,
  withdrawnFields,
} from '../outcomes/outcomes.fields.js';
import type { OutcomesMessageId } from '../outcomes/outcomes.messages.js';

type T = (id: OutcomesMessageId | StageMessageId) => string;

/** Something that the person wants, in their words. */
export const expressedStep = (t: T, again: boolean): EventFormOptions => ({
  title: () => t(again ? 'outcomes.expressed.again' : 'outcomes.expressed'),
  submit: () => t('outcomes.expressed.save'),
  ways: [
    {
      type: 'outcome.expressed',
      given: (id) => ({ outcomeId: id }),
      fields: () => expressedFields(t),
    },
  ],
});

const ANSWERS = ['outcome.agreed', 'outcome.reworked', 'outcome.declined', 'outcome.withdrawn'] as const;
const answerFields = {
  'outcome.agreed': () => [],
  'outcome.reworked': reworkedFields,
  'outcome.declined': declinedFields,
  'outcome.withdrawn': withdrawnFields,
};

/** An honest answer to one thing that the person asked for. */
export const answerStep = (t: T, outcome: Outcome): EventFormOptions => ({
  title: () => t(isUnanswered(outcome) ? 'outcomes.answer' : 'outcomes.answer.again'),
  submit: () => t('outcomes.answer.save'),
  settled: !isUnanswered(outcome),
  ways: ANSWERS.map((type) => ({
    type,
    given: () => ({ outcomeId: outcome.id }),
    fields: () => answerFields[type](t),
  })),
  question: {
    label: t('outcomes.answer.what'),
    required: t('outcomes.answer.what-required'),
    words: (type) => t(`outcomes.answer.${type as (typeof ANSWERS)[number]}`),
  },
});

export const actionStep = (t: T): EventFormOptions => ({
  title: () => t('outcomes.action'),
  submit: () => t('outcomes.action.save'),
  ways: [{ type: 'action.updated', fields: () => actionFields(t) }],
});

export const reopenedStep = (t: T): EventFormOptions => ({
  title: () => t('outcomes.reopened'),
  submit: () => t('outcomes.reopened.save'),
  ways: [{ type: 'outcomes.reopened', fields: () => reopenedFields(t) }],
});
