import type { EventType } from '../case/events.js';
import type { Situation } from '../kit/rule.js';

export const dutyCodes = [
  'enquire',
  'arrangeAdvocate',
  'arrangeAssessmentAdvocate',
  'assessNeeds',
  'assessDespiteRefusal',
  'assessCarer',
  'giveAdvice',
  'involveThePerson',
  'explainOverride',
  'shareForSafety',
  'considerReview',
] as const;

export type DutyCode = (typeof dutyCodes)[number];

/** `arises`: the law asks for it now and it is not done. `met`: it was asked for and is done. */
export type DutyStatus = 'arises' | 'met' | 'doesNotArise';

/** How a duty stands in a case, and why, in one plain sentence. */
export type Standing = { readonly status: DutyStatus; readonly because: string };

/** One duty: what the law says, and how to tell from a case whether it arises. */
export type DutyRule = {
  readonly code: DutyCode;
  readonly cites: string;
  readonly stands: (situation: Situation) => Standing;
};

/** A duty that a case may not close over. */
export type EnforcedRule = DutyRule & {
  /** Recording these meets it. */
  readonly metBy: (situation: Situation) => readonly EventType[];
};

export const arises = (because: string): Standing => ({ status: 'arises', because });
export const met = (because: string): Standing => ({ status: 'met', because });
export const doesNotArise = (because: string): Standing => ({ status: 'doesNotArise', because });
