import { own } from '../kit/own.js';
import type { Entry } from '../kit/slice.js';

/** What was given to one organisation. */
export type Hands = {
  /** Ids of the enquiries that it was asked to make. */
  readonly enquiries: ReadonlySet<string>;
  /** Sequences of the entries about support, while that organisation had it. */
  readonly supports: ReadonlySet<number>;
};

/** Follows what was handed to this organisation. Support that it refused and somebody else took is no longer its own. */
export const handsOf = (entries: readonly Entry[], organisation: string | undefined): Hands => {
  const enquiries = new Set<string>();
  const supports = new Set<number>();
  const holders: Record<string, string> = {};
  if (organisation === undefined) return { enquiries, supports };
  for (const { type, sequence, data } of entries) {
    if (type === 'enquiry.caused' && data.to === organisation) enquiries.add(data.enquiryId);
    if (type === 'support.handedOver') holders[data.supportId] = data.to;
    if ('supportId' in data && own(holders, data.supportId) === organisation) supports.add(sequence);
  }
  return { enquiries, supports };
};
