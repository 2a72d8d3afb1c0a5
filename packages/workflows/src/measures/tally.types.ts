import type { EventData } from '../case/events.js';

type Concern = EventData<'concern.raised'>;
export type Reason = EventData<'closure.explored'>['reasons'][number] | 'notReached' | 'notExplored';
export type Rank = 1 | 2 | 3;

export type OutcomeTally = {
  readonly status: 'expressed' | 'agreed' | 'reworked' | 'disputed' | 'declined' | 'withdrawn';
  readonly result: EventData<'outcome.reviewed'>['result'] | null;
  /** Whose view the result is: 3 the person's, 2 of somebody who speaks for them, 1 a worker's. The higher stands. */
  readonly rank: Rank | 0;
};

export type OfferTally = {
  readonly kind: EventData<'support.offered'>['kind'];
  readonly answer: 'accepted' | 'declined' | 'noReply' | null;
  readonly handedOver: boolean;
  readonly confirmed: boolean;
  readonly refused: boolean;
  readonly withdrawn: boolean;
};

/**
 * What measures know of a case between two openings: from the first concern, or from a reopening, to the next. Codes and
 * instants (milliseconds) only: nothing that somebody wrote is kept beyond ids, and no id is ever counted.
 */
export type Episode = {
  readonly concern: {
    readonly at: number;
    readonly types: NonNullable<Concern['types']>;
    readonly source: NonNullable<Concern['sourceOfRisk']>;
    readonly location: NonNullable<Concern['location']>;
  };
  /** The earliest conversation with the person that counts; null until there is one. */
  readonly heardAt: number | null;
  readonly decisions: readonly number[];
  /** The enquiry that was started, if one was: a statutory one stays one. */
  readonly enquiry: 's42' | 'other' | null;
  readonly concluded: (EventData<'enquiry.concluded'> & { readonly enquiry: 's42' | 'other' }) | null;
  readonly lacks: Readonly<Partial<Record<EventData<'capacity.assessed'>['decision'], boolean>>>;
  readonly advocacy: {
    readonly considered: boolean;
    readonly needed: boolean;
    readonly appointed: boolean;
    /** Family, a friend or an appropriate person helps. */
    readonly otherSupport: boolean;
  };
  readonly asked: EventData<'outcomes.asked'>['result'] | null;
  readonly outcomes: Readonly<Record<string, OutcomeTally>>;
  readonly wishes: Readonly<Partial<Record<EventData<'wishes.recorded'>['about'], string>>>;
  /** Overrides by what they are about; one that no longer stands keeps its place under another key. */
  readonly overrides: Readonly<Record<string, 'explained' | 'couldNotBeExplained' | 'notExplained'>>;
  readonly safety: { readonly start: number | null; readonly end: number | null };
  readonly exploration: { readonly by: string; readonly reasons: readonly Reason[] } | null;
  /** Approvals of a closing: by another manager than whoever explored it, or by the same one. */
  readonly secondLooks: { readonly byAnother: number; readonly sameHand: number };
  readonly risk: EventData<'risk.reviewed'>['result'] | null;
  readonly offers: Readonly<Record<string, OfferTally>>;
  readonly closing: { readonly on: string; readonly reasons: readonly Reason[] } | null;
};
