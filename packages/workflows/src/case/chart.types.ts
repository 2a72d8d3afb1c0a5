import type { Route } from '../threshold/threshold.facts.js';
import type { CaseEvent, EventType } from './events.js';

/** What the chart's guards read of the journey so far. */
export type ChartContext = {
  readonly route: Route | null;
  /** The person was asked what they want, in this enquiry. */
  readonly asked: boolean;
  /** A plan was agreed in this enquiry: going back to check-ins goes back to where they were. */
  readonly planAgreed: boolean;
  /** The threshold was decided for an enquiry while closing was being talked about. */
  readonly decidedInClosure: boolean;
  readonly closed: boolean;
};

export type AdvocacyState = 'notConsidered' | 'notNeeded' | 'needed' | 'requested' | 'appointed' | 'unavailable';
export type DangerState = 'none' | 'immediate';
export type VoiceState = 'unheard' | 'heard';

/** Where the parts of the record stand that a correction can change. */
export type Reading = {
  readonly heard?: boolean;
  readonly danger?: DangerState;
  readonly advocacy?: AdvocacyState;
  readonly asked?: boolean;
};

/**
 * What the chart is sent: a recorded event and, where the answer lies in the rest of the record (does this conversation count;
 * what do corrections change), how the record reads. Without a reading the guards read the event's own data.
 */
export type ChartEvent = (CaseEvent | { type: EventType; data?: undefined }) & { readonly reading?: Reading };

export type Guard = (context: ChartContext, event: ChartEvent) => boolean;
export type Action = (context: ChartContext, event: ChartEvent) => Partial<ChartContext>;

export type ChartTransition = {
  readonly target?: string;
  readonly guard?: string;
  readonly actions?: string | readonly string[];
};

export type ChartNode = {
  readonly type?: 'history';
  readonly history?: 'deep';
  readonly initial?: string;
  readonly target?: string;
  readonly on?: Readonly<Record<string, ChartTransition | readonly ChartTransition[]>>;
  readonly states?: Readonly<Record<string, ChartNode>>;
};
