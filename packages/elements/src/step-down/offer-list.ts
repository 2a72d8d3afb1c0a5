import type { EventData, EventType } from '@msp/workflows';
import type { Reading } from '../stage/readings.js';

/** What became of one offer of help, in the order in which it happened. */
export type OfferStep = {
  readonly status: 'accepted' | 'declined' | 'noReply' | 'handedOver' | 'refused' | 'withdrawn' | 'confirmed';
  readonly words?: string | undefined;
  readonly to?: string | undefined;
};

/** One offer of help, as the record reads now. */
export type Offer = {
  readonly id: string;
  readonly kind: EventData<'support.offered'>['kind'];
  readonly because?: string | undefined;
  readonly steps: readonly OfferStep[];
};

function stepIn({ type, data }: Reading): OfferStep | undefined {
  switch (type) {
    case 'support.accepted':
      return { status: 'accepted', words: data.words };
    case 'support.declined':
      return { status: data.noReply === 'yes' ? 'noReply' : 'declined', words: data.because };
    case 'support.handedOver':
      return { status: 'handedOver', to: data.to };
    case 'support.refused':
      return { status: 'refused', words: data.because };
    case 'support.withdrawn':
      return { status: 'withdrawn', words: data.because };
    case 'support.confirmed':
      return { status: 'confirmed', words: data.because };
    default:
      return undefined;
  }
}

/** What can happen to an offer, in the order in which it usually does. */
export const offerEvents = [
  'support.accepted',
  'support.declined',
  'support.handedOver',
  'support.confirmed',
  'support.refused',
  'support.withdrawn',
] as const satisfies readonly EventType[];

/** The help that was offered since the case was last opened, in the order in which it was offered. */
export function offersOf(list: readonly Reading[], since = 0): Offer[] {
  const offers = new Map<string, Offer>();
  for (const reading of list) {
    const { type, data, sequence } = reading;
    if (sequence <= since || !('supportId' in data)) continue;
    if (type === 'support.offered') {
      offers.set(data.supportId, { id: data.supportId, kind: data.kind, because: data.because, steps: [] });
      continue;
    }
    const offer = offers.get(data.supportId);
    const step = stepIn(reading);
    if (offer && step) offers.set(offer.id, { ...offer, steps: [...offer.steps, step] });
  }
  return [...offers.values()];
}
