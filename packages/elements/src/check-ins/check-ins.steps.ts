import type { EventFormOptions } from '../stage/event-form.js';
import type { StageMessageId } from '../stage/stage.messages.js';
import { checkInFields, missedFields, planReviewedFields, scheduleFields } from './check-in.fields.js';
import type { CheckInMessageId } from './check-in.messages.js';
import { causedFields, meetingFields, reportedFields } from './enquiry.fields.js';

type T = (id: CheckInMessageId | StageMessageId, params?: Readonly<Record<string, string | number>>) => string;

/** Words that a step takes from messages which start with its own name. */
type Named =
  | 'check-in.recorded'
  | 'check-in.scheduled'
  | 'check-in.missed'
  | 'check-in.meeting'
  | 'check-in.plan-reviewed'
  | 'check-in.caused';

const named = (t: T, name: Named): Pick<EventFormOptions, 'title' | 'submit'> => ({
  title: () => t(name),
  submit: () => t(`${name}.save`),
});

export const checkInStep = (t: T): EventFormOptions => ({
  ...named(t, 'check-in.recorded'),
  ways: [{ type: 'checkIn.recorded', fields: () => checkInFields(t) }],
});

export const scheduleStep = (t: T): EventFormOptions => ({
  ...named(t, 'check-in.scheduled'),
  ways: [{ type: 'checkIn.scheduled', fields: () => scheduleFields(t) }],
});

export const missedStep = (t: T): EventFormOptions => ({
  ...named(t, 'check-in.missed'),
  ways: [{ type: 'checkIn.missed', fields: () => missedFields(t) }],
});

export const meetingStep = (t: T): EventFormOptions => ({
  ...named(t, 'check-in.meeting'),
  ways: [{ type: 'meeting.held', fields: () => meetingFields(t) }],
});

export const planReviewedStep = (t: T): EventFormOptions => ({
  ...named(t, 'check-in.plan-reviewed'),
  ways: [{ type: 'plan.reviewed', fields: () => planReviewedFields(t) }],
});

export const causedStep = (t: T): EventFormOptions => ({
  ...named(t, 'check-in.caused'),
  lead: () => t('check-in.caused.lead'),
  ways: [{ type: 'enquiry.caused', given: (id) => ({ enquiryId: id }), fields: () => causedFields(t) }],
});

export const reportedStep = (t: T, enquiryId: string, again: () => boolean): EventFormOptions => ({
  title: () => t(again() ? 'check-in.reported.again' : 'check-in.reported'),
  submit: () => t('check-in.reported.save'),
  settled: again(),
  ways: [{ type: 'enquiry.reported', given: () => ({ enquiryId }), fields: () => reportedFields(t) }],
});
