import type { CaseController, CaseHost } from '../kit/case-controller.js';
import type { KitMessageId, Params } from '../kit/messages.js';
import type { EventForm } from './event-form.js';
import type { StageMessageId } from './stage.messages.js';

/** What a form needs of the element that it stands in. */
export type StageHost = CaseHost & {
  readonly record: CaseController;
  t(id: StageMessageId | KitMessageId, params?: Params): string;
  /** This step comes next, as the case was drawn last. */
  isNext(form: EventForm): boolean;
  /** An event was recorded by this form, which came next before. */
  afterRecording(form: EventForm, wasNext: boolean): void;
  readonly headingLevel: number;
};
