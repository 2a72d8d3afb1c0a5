import type { EventType } from '../case/events.js';
import type { Situation } from '../kit/rule.js';

export const promptCodes = [
  'speak-with-the-person',
  'words-missing',
  'ask-what-they-want',
  'ask-how-safe',
  'ask-wishes',
  'safe-contact-unknown',
  'agree-adjustments',
  'consider-advocate',
  'consider-capacity-for-this-decision',
  'share-for-safety',
  'seen-before',
  'transition-16-to-25',
  'liberty-safeguards',
  'check-in-not-planned',
  'check-in-makes-no-difference',
  'person-may-want-to-stop',
  'offer-carers-assessment',
  'support-fits-reason',
  'plan-review-not-dated',
  'tell-the-referrer',
  'learn-from-this',
] as const;

export type PromptCode = (typeof promptCodes)[number];

/** What good practice would do next: shown, never blocking. */
export type Prompt = {
  readonly code: PromptCode;
  /** Plain English; never contains what somebody wrote. */
  readonly message: string;
  readonly cites: string;
  /** Recording this answers it. */
  readonly event: EventType;
};

/** When a prompt is shown. */
export type PromptRule = Prompt & { readonly when: (situation: Situation) => boolean };
