import type { EventType } from '@msp/workflows';
import { missedFields, planReviewedFields, stopFields } from '../check-ins/check-in.fields.js';
import { causedFields, concludedFields, meetingFields, reportedFields } from '../check-ins/enquiry.fields.js';
import { enquiriesOf } from '../check-ins/enquiry-list.js';
import { reviewedFields } from '../closure/closure.fields.js';
import type { CaseController } from '../kit/case-controller.js';
import type { Field, Values } from '../kit/form/field.js';
import { outcomesOf } from './outcome-list.js';
import {
  actionFields,
  askedFields,
  declinedFields,
  expressedFields,
  reworkedFields,
  withdrawnFields,
} from '../outcomes/outcomes.fields.js';
import { lessonFields, transferFields } from '../step-down/closing.fields.js';
import { offersOf } from '../step-down/offer-list.js';
import {
  acceptedFields,
  confirmedFields,
  declinedFields as offerDeclinedFields,
  handedOverFields,
  notOfferedFields,
  offeredFields,
  refusedFields,
  withdrawnFields as offerWithdrawnFields,
} from '../step-down/support.fields.js';
import { decisionFields, limbFields } from '../threshold/threshold.fields.js';
import { wordsOf } from './choices.js';
import type { EventFormOptions, Way } from './event-form.js';
import type { EveryT } from './every.messages.js';
import {
  accessFields,
  adjustmentFields,
  consultationFields,
  experienceFields,
  furtherConcernFields,
  linkedFields,
  riskAcceptedFields,
} from './other.fields.js';
import { readings } from './readings.js';

const LONGEST = 80;
const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

type Named = readonly { readonly id: string; readonly name: string }[];

const pick = (t: EveryT, name: string, label: string, list: Named): Field => ({
  name,
  kind: 'select',
  label,
  options: list.map(({ id, name: words }) => ({ value: id, label: short(words) })),
  required: t('other.pick-required'),
});

/** Which outcome, help, part of the enquiry or question of the test an entry is about. */
function picks(
  t: EveryT,
  { case: current, view }: CaseController,
): Record<'outcome' | 'support' | 'enquiry' | 'limb', Field> {
  const list = readings(view);
  const since = current?.reopenedAt ?? 0;
  const { supportKinds = [], limbs = [] } = current?.policy ?? {};
  const outcomes = outcomesOf(list, since).filter(({ status }) => status !== 'withdrawn');
  const offers = offersOf(list, since).filter(({ steps }) => steps.at(-1)?.status !== 'withdrawn');
  return {
    outcome: pick(
      t,
      'outcomeId',
      t('other.outcome'),
      outcomes.map(({ id, words }) => ({ id, name: words })),
    ),
    support: pick(
      t,
      'supportId',
      t('other.support'),
      offers.map(({ id, kind }) => ({ id, name: wordsOf(supportKinds, kind) })),
    ),
    enquiry: pick(
      t,
      'enquiryId',
      t('other.enquiry'),
      enquiriesOf(list, since).map(({ id, to }) => ({ id, name: to })),
    ),
    limb: pick(
      t,
      'limb',
      t('other.limb'),
      limbs.map(({ code, plain }) => ({ id: code, name: plain })),
    ),
  };
}

/** Everything that some stage asks for and any other stage takes as well. */
function everyWay(t: EveryT, record: CaseController): readonly Way[] {
  const policy = record.case?.policy;
  if (!policy) return [];
  const about = picks(t, record);
  const plain = (type: EventType, fields: (t: EveryT, values: Values) => readonly Field[]): Way => ({
    type,
    fields: (values) => fields(t, values),
  });
  const of = (which: keyof typeof about, type: EventType, fields: (t: EveryT) => readonly Field[] = () => []): Way[] =>
    about[which].options?.length === 0 ? [] : [{ type, fields: () => [about[which], ...fields(t)] }];
  const fresh = (name: string, type: EventType, fields: (t: EveryT) => readonly Field[]): Way => ({
    type,
    given: (id) => ({ [name]: id }),
    fields: () => fields(t),
  });
  return [
    plain('concern.raised', furtherConcernFields),
    plain('adjustment.agreed', adjustmentFields),
    plain('consultation.recorded', consultationFields),
    plain('experience.recorded', experienceFields),
    plain('risk.accepted', riskAcceptedFields),
    ...of('limb', 'threshold.limbAssessed', limbFields),
    plain('threshold.decided', () => decisionFields(t, policy)),
    plain('outcomes.asked', askedFields),
    fresh('outcomeId', 'outcome.expressed', expressedFields),
    ...of('outcome', 'outcome.agreed'),
    ...of('outcome', 'outcome.reworked', reworkedFields),
    ...of('outcome', 'outcome.declined', declinedFields),
    ...of('outcome', 'outcome.withdrawn', withdrawnFields),
    ...of('outcome', 'outcome.reviewed', reviewedFields),
    plain('action.updated', actionFields),
    plain('checkIn.missed', missedFields),
    fresh('enquiryId', 'enquiry.caused', causedFields),
    ...of('enquiry', 'enquiry.reported', reportedFields),
    plain('meeting.held', meetingFields),
    plain('plan.reviewed', planReviewedFields),
    plain('enquiry.concluded', concludedFields),
    plain('closure.requested', stopFields),
    fresh('supportId', 'support.offered', () => offeredFields(t, policy, new Set())),
    plain('support.notOffered', notOfferedFields),
    ...of('support', 'support.accepted', acceptedFields),
    ...of('support', 'support.declined', offerDeclinedFields),
    ...of('support', 'support.handedOver', handedOverFields),
    ...of('support', 'support.confirmed', confirmedFields),
    ...of('support', 'support.refused', refusedFields),
    ...of('support', 'support.withdrawn', offerWithdrawnFields),
    plain('transfer.accepted', transferFields),
    plain('case.linked', linkedFields),
    plain('lesson.learned', lessonFields),
    plain('access.restricted', accessFields),
    plain('access.opened', accessFields),
  ];
}

/** One step for all that is seldom written down in this stage: nobody's words wait for the right form. */
export const otherStep = (t: EveryT, record: CaseController, offered: readonly EventType[]): EventFormOptions => ({
  title: () => t('other.title'),
  submit: () => t('other.save'),
  ways: everyWay(t, record).filter(({ type }) => !offered.includes(type)),
  question: {
    label: t('other.what'),
    required: t('other.what-required'),
    words: (type) => t(`event.${type}`),
    kind: 'select',
  },
});
