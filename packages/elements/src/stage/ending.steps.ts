import { stopFields } from '../check-ins/check-in.fields.js';
import type { CheckInMessageId } from '../check-ins/check-in.messages.js';
import { concludedFields } from '../check-ins/enquiry.fields.js';
import { reconsideredFields } from '../closure/closure.fields.js';
import type { ClosureMessageId } from '../closure/closure.messages.js';
import type { EventFormOptions } from './event-form.js';
import type { StageMessageId } from './stage.messages.js';

type T = (id: CheckInMessageId | ClosureMessageId | StageMessageId) => string;

/** Somebody wants to stop: it starts a conversation, and closes nothing. */
export const stopStep = (t: T): EventFormOptions => ({
  title: () => t('check-in.stop'),
  submit: () => t('check-in.stop.save'),
  lead: () => t('check-in.stop.lead'),
  ways: [{ type: 'closure.requested', fields: () => stopFields(t) }],
});

/** The end of an enquiry: should anything be done, what, and by whom. */
export const concludedStep = (t: T, again: () => boolean): EventFormOptions => ({
  title: () => t(again() ? 'check-in.concluded.again' : 'check-in.concluded'),
  lead: () => t('check-in.concluded.lead'),
  submit: () => t('check-in.concluded.save'),
  ways: [{ type: 'enquiry.concluded', fields: () => concludedFields(t) }],
});

/** They think again, or something changed: back to where the case was. */
export const reconsideredStep = (t: T, title: string): EventFormOptions => ({
  title: () => title,
  submit: () => t('closure.reconsidered.save'),
  ways: [{ type: 'closure.reconsidered', fields: () => reconsideredFields(t) }],
});
