import { type Case, openCase, replay } from '@msp/workflows';
import { type Written, idOf, recordAll } from '@msp/workflows/testing';

/** One invented case: what was recorded in it, one event after the other, each accepted by the engine. */
export type SampleCase = { readonly reference: string; readonly case: Case };

/** What people read out on the phone: no vowels, nothing that looks alike. */
const references = [
  'MSP-4K7Q-29XD',
  'MSP-9F2C-H7TW',
  'MSP-3XDM-8QKP',
  'MSP-7TRV-4N6J',
  'MSP-2WHC-5MKX',
  'MSP-8PNF-6DQ3',
];

const DAY = 24 * 60 * 60 * 1000;

/** The same case as another one: events with ids of their own, some days later. */
const another = (current: Case, number: number): Case =>
  replay(
    current.entries.map((event, index) => ({
      ...event,
      id: idOf(number * 0x100 + index),
      at: new Date(Date.parse(event.at) + number * 3 * DAY).toISOString(),
    })),
  );

/**
 * Plays a journey through the engine. It throws, with the blockers, where the engine refuses an event: a story can only show
 * what can happen.
 */
export const sampleCase = (events: readonly Written[], number = 0): SampleCase => {
  const played = recordAll(openCase({ id: idOf(0x9000 + number) }), events);
  const reference = references[number] ?? '';
  return { reference, case: number === 0 ? played : another(played, number) };
};

/** The id under which the first sample case of a story is found. */
export const CASE = idOf(0x9000);
