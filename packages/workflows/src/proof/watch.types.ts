import type { EventData } from '../case/events.js';

type About = EventData<'wishes.recorded'>['about'];
type Decision = EventData<'capacity.assessed'>['decision'];

export type WatchedOutcome = {
  readonly answer: 'open' | 'agreed' | 'declined' | 'withdrawn';
  readonly lookedBack: boolean;
};
export type WatchedOffer = {
  readonly kind: EventData<'support.offered'>['kind'];
  readonly answer: 'accepted' | 'declined' | null;
  readonly withSomebody: boolean;
  readonly withdrawn: boolean;
};
export type WatchedOverride = { readonly lawful: boolean; readonly explained: boolean; readonly sinceAsked: boolean };

/**
 * What was recorded, kept by somebody who knows nothing of the engine's facts and rules: written a second time from the
 * description of the workflow, so that the proof does not ask the engine about itself.
 */
export type Watch = {
  readonly closed: boolean;
  readonly danger: boolean;
  readonly limbs: Readonly<Record<string, string>>;
  readonly route: string | null;
  readonly ground: string | null;
  /** The person themselves was free to speak, since the case was opened. */
  readonly heard: boolean;
  readonly notHeldSaid: boolean;
  readonly speakers: readonly string[];
  readonly speakersSinceAsked: readonly string[];
  readonly conflicted: boolean;
  readonly lacks: Readonly<Partial<Record<Decision, boolean>>>;
  readonly best: Readonly<Partial<Record<Decision, boolean>>>;
  readonly advocate: 'notConsidered' | 'notNeeded' | 'needed';
  readonly advocateAsked: boolean;
  readonly advocateThere: boolean;
  readonly asked: boolean;
  readonly outcomes: Readonly<Record<string, WatchedOutcome>>;
  readonly wishes: Readonly<Partial<Record<About, string>>>;
  readonly overrides: Readonly<Partial<Record<About, WatchedOverride>>>;
  readonly enquiries: Readonly<Record<string, boolean>>;
  readonly concludedOn: string | null;
  readonly stopIsTheirs: boolean;
  readonly explored: boolean;
  readonly exploredBy: string | null;
  readonly reasons: readonly string[];
  readonly privacyNotKnown: boolean;
  readonly disagrees: boolean;
  readonly othersAtRisk: boolean;
  /** What no manager who did not explore it has looked at since it came to light. */
  readonly notLookedAt: readonly ('choice' | 'others' | 'disagreement')[];
  readonly risk: string | null;
  readonly endSafety: boolean;
  readonly offers: Readonly<Record<string, WatchedOffer>>;
  readonly nothingOffered: boolean;
  readonly transferred: boolean;
};
