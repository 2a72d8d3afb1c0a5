import type { EventData } from '../case/events.js';
import type { Slice } from '../kit/slice.js';

export type AdvocacyFacts = {
  readonly considered: boolean;
  /** Substantial difficulty and nobody appropriate to help: an advocate is owed on a statutory enquiry (Care Act s68). */
  readonly needed: boolean;
  readonly requested: boolean;
};

/** Unpaid, not conflicted, and agreed to by the person or in their best interests (Care Act s68(5), s67(6)). */
const isAppropriate = (who: EventData<'advocacy.considered'>['appropriatePerson']): boolean =>
  who.exists === 'yes' &&
  who.paid === 'no' &&
  who.conflicted === 'no' &&
  (who.personAgrees === 'yes' || who.inBestInterests === 'yes');

export const needsAdvocate = (data: EventData<'advocacy.considered'>): boolean =>
  data.difficulty.length > 0 && !isAppropriate(data.appropriatePerson);

const empty: AdvocacyFacts = { considered: false, needed: false, requested: false };

export const advocacySlice: Slice<AdvocacyFacts> = {
  empty,
  on: {
    'advocacy.considered': (facts, { data }) => ({ ...facts, considered: true, needed: needsAdvocate(data) }),
    'advocate.requested': (facts) => ({ ...facts, requested: true }),
  },
  reopened: () => empty,
};
