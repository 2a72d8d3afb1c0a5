import type { Policy } from '@msp/workflows';
import type { EventFormOptions } from '../stage/event-form.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import { closedFields, feedbackFields, lessonFields, transferFields } from './closing.fields.js';
import { offerEvents } from './offer-list.js';
import type { Offer } from './offer-list.js';
import type { StepDownMessageId } from './step-down.messages.js';
import {
  acceptedFields,
  confirmedFields,
  declinedFields,
  handedOverFields,
  notOfferedFields,
  offeredFields,
  refusedFields,
  withdrawnFields,
} from './support.fields.js';

type T = (id: StepDownMessageId | StageMessageId) => string;

export const offeredStep = (t: T, policy: Policy, fitting: ReadonlySet<string>, again: boolean): EventFormOptions => ({
  title: () => t(again ? 'step-down.offered.again' : 'step-down.offered'),
  submit: () => t('step-down.offered.save'),
  ways: [
    { type: 'support.offered', given: (id) => ({ supportId: id }), fields: () => offeredFields(t, policy, fitting) },
  ],
});

export const notOfferedStep = (t: T): EventFormOptions => ({
  title: () => t('step-down.not-offered'),
  submit: () => t('step-down.not-offered.save'),
  ways: [{ type: 'support.notOffered', fields: () => notOfferedFields(t) }],
});

const offerFields = {
  'support.accepted': acceptedFields,
  'support.declined': declinedFields,
  'support.handedOver': handedOverFields,
  'support.confirmed': confirmedFields,
  'support.refused': refusedFields,
  'support.withdrawn': withdrawnFields,
};

/** What happened with one offer. */
export const offerStep = (t: T, { id }: Offer): EventFormOptions => ({
  title: () => t('step-down.next.form'),
  submit: () => t('step-down.next.save'),
  ways: offerEvents.map((type) => ({
    type,
    given: () => ({ supportId: id }),
    fields: () => offerFields[type](t),
  })),
  question: {
    label: t('step-down.next'),
    required: t('step-down.next.required'),
    words: (type) => t(`step-down.next.${type as (typeof offerEvents)[number]}`),
  },
});

export const transferStep = (t: T): EventFormOptions => ({
  title: () => t('step-down.transfer'),
  submit: () => t('step-down.transfer.save'),
  ways: [{ type: 'transfer.accepted', fields: () => transferFields(t) }],
});

export const feedbackStep = (t: T): EventFormOptions => ({
  title: () => t('step-down.feedback'),
  lead: () => t('step-down.feedback.lead'),
  submit: () => t('step-down.feedback.save'),
  ways: [{ type: 'feedback.given', fields: () => feedbackFields(t) }],
});

export const lessonStep = (t: T): EventFormOptions => ({
  title: () => t('step-down.lesson'),
  submit: () => t('step-down.lesson.save'),
  ways: [{ type: 'lesson.learned', fields: () => lessonFields(t) }],
});

export const closedStep = (t: T): EventFormOptions => ({
  title: () => t('step-down.closed'),
  submit: () => t('step-down.closed.save'),
  ways: [{ type: 'case.closed', fields: () => closedFields(t) }],
  aheadTitle: () => t('step-down.closed.first'),
});
