import type { Blocker } from '@msp/workflows';
import type { CaseController } from '../kit/case-controller.js';
import type { Outcome } from '../stage/outcome-list.js';
import type { EventFormOptions } from '../stage/event-form.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import {
  agreedFields,
  approvedFields,
  completedFields,
  overriddenFields,
  reconsideredFields,
  reviewedFields,
  riskReviewedFields,
} from './closure.fields.js';
import type { ClosureMessageId } from './closure.messages.js';
import { exploredFields } from './explored.fields.js';

type T = (id: ClosureMessageId | StageMessageId) => string;

/** The conversation about why. */
export const exploredStep = (t: T, record: CaseController): EventFormOptions => ({
  title: () => t('closure.explored'),
  submit: () => t('closure.explored.save'),
  ways: [
    {
      type: 'closure.explored',
      given: () => ({ reasons: [], alternativesOffered: [] }),
      fields: (values) => (record.case ? exploredFields(t, record.case.policy, values) : []),
    },
  ],
});

const DECISIONS = ['closure.agreed', 'closure.reconsidered', 'closure.overridden'] as const;
const decisionFields = {
  'closure.agreed': agreedFields,
  'closure.reconsidered': reconsideredFields,
  'closure.overridden': overriddenFields,
};

/** Close, carry on, or go on against their wish. */
export const decideStep = (t: T, beforeClosing: () => readonly Blocker[]): EventFormOptions => ({
  title: () => t('closure.decide'),
  submit: () => t('closure.decide.save'),
  ways: DECISIONS.map((type) => ({ type, fields: () => decisionFields[type](t) })),
  question: {
    label: t('closure.decide.what'),
    required: t('closure.decide.what-required'),
    words: (type) => t(`closure.decide.${type as (typeof DECISIONS)[number]}`),
  },
  ahead: (type) => (type === undefined || type === 'closure.agreed' ? beforeClosing() : []),
  aheadTitle: () => t('closure.decide.first'),
});

/** A second look by a manager. */
export const approvedStep = (t: T): EventFormOptions => ({
  title: () => t('closure.approved'),
  lead: () => t('closure.approved.lead'),
  submit: () => t('closure.approved.save'),
  ways: [{ type: 'closure.approved', fields: () => approvedFields(t) }],
});

/** Looking back at one thing that was agreed. */
export const reviewedStep = (t: T, { id }: Outcome, again: () => boolean): EventFormOptions => ({
  title: () => t(again() ? 'closure.reviewed.again' : 'closure.reviewed'),
  submit: () => t('closure.reviewed.save'),
  settled: again(),
  ways: [{ type: 'outcome.reviewed', given: () => ({ outcomeId: id }), fields: () => reviewedFields(t) }],
});

export const riskStep = (t: T): EventFormOptions => ({
  title: () => t('closure.risk'),
  submit: () => t('closure.risk.save'),
  ways: [{ type: 'risk.reviewed', fields: () => riskReviewedFields(t) }],
});

export const completedStep = (t: T): EventFormOptions => ({
  title: () => t('closure.completed'),
  lead: () => t('closure.completed.lead'),
  submit: () => t('closure.completed.save'),
  ways: [{ type: 'review.completed', fields: () => completedFields(t) }],
});
