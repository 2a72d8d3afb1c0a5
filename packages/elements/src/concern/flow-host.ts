import type { Answers, Way } from '@msp/workflows/questions';
import type { FormClient, References } from './send-concern.js';

/** Pages that are not questions. */
export const BEFORE = 'before';
export const ROUTE = 'route';
export const CHECK = 'check';
export const SAVE = 'save';
export const SAVED = 'saved';
export const COME_BACK = 'come-back';
export const NOT_SENT = 'not-sent';
export const RECEIPT = 'receipt';

/** What the receipt shows: no word of what was told. */
export type Receipt = References & { readonly changedAfter: boolean; readonly way: Way };

/** Where the flow lives: an element, or a test. */
export type FlowHost = {
  client(): FormClient | undefined;
  /** What the page around knows already. */
  known(): Answers;
  /** Something to draw has changed. */
  changed(): void;
  /** Another page is shown. */
  turned(page: string): void;
  /** The page cannot be left as it is: see `problems`. */
  stopped(): void;
  /** It is on its way. */
  sending(): void;
  /** The server has kept it. */
  received(reference: string): void;
};
