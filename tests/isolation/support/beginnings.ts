import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  type Case,
  type EventType,
  type Role,
  type SealedEvent,
  blockers,
  englandCareAct,
  eventTypes,
  ledger,
  openCase,
} from '@msp/workflows';
import { CASE_ID, buildEvent, journeys, recordAll } from '@msp/workflows/testing';
import { dataOf } from '../../model/support/arbitrary.js';

type Data = Record<string, unknown>;

/** Every place on the way of the whole journey, and where the ways part that it does not go; and what was recorded next there. */
const places: readonly { readonly current: Case; readonly next: EventType | undefined; readonly data: Data }[] = [
  ...journeys.closed.map((_, index) => journeys.closed.slice(0, index + 1)),
  journeys.otherEnquiry,
  journeys.noEnquiry,
].map((events) => {
  const [next, data] = journeys.closed[events.length] ?? [];
  return { current: recordAll(openCase({ id: CASE_ID }), events), next, data: (data ?? {}) as Data };
});

/** Where an event of this type can be recorded and by whom, and data like those that it takes. */
export type Beginning = {
  readonly current: Case;
  readonly role: Role;
  readonly data: fc.Arbitrary<Data>;
  /** Whether any data were found with which it is accepted there. */
  readonly isReached: boolean;
};

/** Data that now and then speak of the outcome, the offer or the entry that the journeys know. */
const dataAt = (type: EventType, { entries }: Case): fc.Arbitrary<Data> =>
  fc.tuple(dataOf[type], fc.constantFrom(...entries), fc.nat(3)).map(([data, entry, chance]) => ({
    ...data,
    ...('outcomeId' in data && chance > 0 && { outcomeId: 'o1' }),
    ...('supportId' in data && chance > 0 && { supportId: 's1' }),
    ...(type === 'entry.corrected' && chance > 0 && { entryId: entry.id }),
    ...(type === 'entry.corrected' && chance > 1 && entry.data && { data: entry.data }),
  }));

const isAccepted = (current: Case, type: EventType, data: Data, role: Role): boolean =>
  blockers(current, buildEvent({ number: 900, type, data: data as never, by: role })).length === 0;

const oftenLike = (sample: Data, data: fc.Arbitrary<Data>): fc.Arbitrary<Data> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(sample) }, { weight: 3, arbitrary: data });

const search = (type: EventType): Beginning => {
  const may = englandCareAct.mayRecord[type] ?? [];
  const staff = may.filter((role) => role === 'practitioner' || role === 'manager');
  const roles = [...staff.slice(0, 1), ...may.slice(0, 1)];
  for (const { current, next, data: known } of places) {
    const data = dataAt(type, current);
    const samples = next === type ? [known] : fc.sample(data, { seed: 1, numRuns: 6 });
    for (const sample of samples)
      for (const role of roles)
        if (isAccepted(current, type, sample, role))
          return { current, role, data: oftenLike(sample, data), isReached: true };
  }
  const current = places[0]?.current ?? openCase({ id: CASE_ID });
  return { current, role: 'manager', data: dataOf[type], isReached: false };
};

const found = new Map<EventType, Beginning>();

export const beginningOf = (type: EventType): Beginning => {
  const known = found.get(type) ?? search(type);
  found.set(type, known);
  return known;
};

/** Event types for which nothing was found that is accepted anywhere. */
export const unreached = (): EventType[] => eventTypes.filter((type) => !beginningOf(type).isReached);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The record of a case as a server keeps it. */
export const sealed = ({ entries }: Case): SealedEvent[] => {
  const all: SealedEvent[] = [];
  for (const event of entries) {
    const stored = { ...event, sequence: all.length + 1, recordedAt: event.at };
    const salts = () => hash(`${event.id}/${all.length}`).slice(0, 32);
    all.push(ledger.seal(stored, all.at(-1)?.hash ?? '', { hash, salts }));
  }
  return all;
};
