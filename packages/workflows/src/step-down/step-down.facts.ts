import type { EventData } from '../case/events.js';
import { own } from '../kit/own.js';
import type { Slice } from '../kit/slice.js';

export type SupportKind = EventData<'support.offered'>['kind'];

export type Offer = {
  readonly kind: SupportKind;
  readonly answer: 'accepted' | 'declined' | null;
  readonly handedOver: boolean;
  readonly withdrawn: boolean;
};

export type StepDownFacts = {
  readonly offers: Readonly<Record<string, Offer>>;
  readonly notOffered: boolean;
  readonly transferAccepted: boolean;
  readonly closed: boolean;
  /** Somebody recorded what was learned. */
  readonly learned: boolean;
};

const change = (facts: StepDownFacts, id: string, to: Partial<Offer>): StepDownFacts => {
  const offer = own(facts.offers, id);
  return offer ? { ...facts, offers: { ...facts.offers, [id]: { ...offer, ...to } } } : facts;
};

const empty: StepDownFacts = { offers: {}, notOffered: false, transferAccepted: false, closed: false, learned: false };

export const stepDownSlice: Slice<StepDownFacts> = {
  empty,
  on: {
    'support.offered': (facts, { data }) => ({
      ...facts,
      offers: {
        ...facts.offers,
        [data.supportId]: { kind: data.kind, answer: null, handedOver: false, withdrawn: false },
      },
    }),
    'support.notOffered': (facts) => ({ ...facts, notOffered: true }),
    'support.accepted': (facts, { data }) => change(facts, data.supportId, { answer: 'accepted' }),
    'support.declined': (facts, { data }) => change(facts, data.supportId, { answer: 'declined' }),
    'support.handedOver': (facts, { data }) => change(facts, data.supportId, { handedOver: true }),
    'support.refused': (facts, { data }) => change(facts, data.supportId, { handedOver: false }),
    'support.withdrawn': (facts, { data }) => change(facts, data.supportId, { withdrawn: true }),
    'transfer.accepted': (facts) => ({ ...facts, transferAccepted: true }),
    'lesson.learned': (facts) => ({ ...facts, learned: true }),
    'case.closed': (facts) => ({ ...facts, closed: true }),
  },
  returned: (facts) => ({ ...facts, transferAccepted: false }),
  reopened: () => empty,
};
