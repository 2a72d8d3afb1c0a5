import type { CaseState } from '../case/step.js';
import type { ChartContext } from '../case/chart.types.js';
import type { EventData, EventType, Role } from '../case/events.js';
import type { Facts } from '../case/facts.js';
import type { Policy } from '../policy/policy.schema.js';
import { inWordsOf } from './wording.js';

/** The case as rules see it: the facts, where the case stands, and the pack in force. */
export type Situation = {
  readonly facts: Facts;
  readonly state: CaseState;
  readonly context: ChartContext;
  readonly policy: Policy;
};

/** The event that somebody would like to record. Without data only what holds for all data is answered. */
export type Wanted<T extends EventType = EventType> = {
  readonly type: T;
  readonly data?: EventData<T>;
  readonly by?: { readonly id?: string; readonly role: Role };
  /** When it happens, ISO 8601. */
  readonly at?: string;
};

export const blockerCodes = [
  'no-concern',
  'wrong-stage',
  'role-not-allowed',
  'invalid-data',
  'limb-not-assessed',
  'limb-unclear',
  'limbs-not-met',
  'no-redirection-ground',
  'duty-to-enquire',
  'enquiry-under-way',
  'second-look-needed',
  'person-not-heard',
  'outcomes-not-asked',
  'outcome-unanswered',
  'advocate-owed',
  'wishes-not-overridden',
  'override-not-explained',
  'enquiry-report-missing',
  'entry-moved-the-case',
  'capacity-test-incomplete',
  'conversation-not-private',
  'reason-missing',
  'attempts-too-few',
  'closure-not-explored',
  'threshold-undecided',
  'enquiry-not-concluded',
  'best-interests-missing',
  'outcome-not-reviewed',
  'risk-not-reviewed',
  'end-safety-missing',
  'support-not-considered',
  'offer-unanswered',
  'handover-missing',
  'assessment-still-owed',
  'transfer-not-accepted',
  'danger-immediate',
  'duty-outstanding',
] as const;

export type BlockerCode = (typeof blockerCodes)[number];

/** Why an event would be refused: what is missing, which law asks for it, and what to record next. */
export type Blocker = {
  readonly code: BlockerCode;
  /** Plain English; never contains what somebody wrote. */
  readonly message: string;
  readonly cites: string;
  /** Recording these clears it. Empty where only this event itself can be put right. */
  readonly clearedBy: readonly EventType[];
  /** With `invalid-data`: the field of the event's data, dotted. */
  readonly path?: string;
};

type Said<A> = A | ((situation: Situation, wanted: Wanted) => A);

/** One thing that stands in an event's way. */
export type Rule<T extends EventType = EventType> = {
  readonly code: BlockerCode;
  readonly message: Said<string>;
  readonly cites: Said<string>;
  readonly clearedBy: Said<readonly EventType[]>;
  readonly blocks: (situation: Situation, wanted: Wanted<T>) => boolean;
};

export type Rules = { readonly [T in EventType]?: readonly Rule<T>[] };

const say = <A>(said: Said<A>, situation: Situation, wanted: Wanted): A =>
  typeof said === 'function' ? (said as (s: Situation, w: Wanted) => A)(situation, wanted) : said;

export const toBlocker = <T extends EventType>(written: Rule<T>, situation: Situation, wanted: Wanted<T>): Blocker => ({
  code: written.code,
  ...inWordsOf(situation.policy, written.code, {
    message: say(written.message, situation, wanted as Wanted),
    cites: say(written.cites, situation, wanted as Wanted),
  }),
  clearedBy: say(written.clearedBy, situation, wanted as Wanted),
});
