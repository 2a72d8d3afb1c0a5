import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  type Case,
  type EventType,
  type Role,
  type SealedEvent,
  blockers,
  eventTypes,
  ledger,
  openCase,
  record,
  replay,
  restore,
  roles,
  snapshot,
  view,
  whatCanHappen,
} from '@msp/workflows';
import { CASE_ID, buildEvent, journeys, recordAll } from '@msp/workflows/testing';
import { dataOf } from './arbitrary.js';

/** Events that move the journey come up more often, or random histories would hardly leave its first stages. */
const movers: readonly EventType[] = [
  'conversation.held',
  'threshold.limbAssessed',
  'threshold.decided',
  'advocacy.considered',
  'outcomes.asked',
  'outcome.agreed',
  'plan.agreed',
  'enquiry.concluded',
  'closure.requested',
  'closure.explored',
  'closure.agreed',
  'outcome.reviewed',
  'risk.reviewed',
  'safety.rated',
  'review.completed',
  'support.accepted',
  'support.handedOver',
  'case.closed',
];

const one = fc.constantFrom<EventType>(...eventTypes, ...movers, ...movers, ...movers).chain((type) =>
  fc.record({
    type: fc.constant(type),
    role: fc.constantFrom<Role>(
      'practitioner',
      'practitioner',
      'practitioner',
      'manager',
      'person',
      'system',
      ...roles,
    ),
    data: dataOf[type],
    pick: fc.nat(999),
  }),
);

const freeze = (current: Case): Case => {
  for (const part of [current, current.facts, current.entries, current.state]) Object.freeze(part);
  for (const part of Object.values(current.facts)) Object.freeze(part);
  return current;
};

type Attempt = { readonly type: EventType; readonly role: Role; readonly data: object; readonly pick: number };

/** Corrections are of an entry that is there, sometimes with the data that it has. */
const corrected = (current: Case, data: object, pick: number): object => {
  const entry = current.entries[pick % Math.max(current.entries.length, 1)];
  const { data: _, ...rest } = data as { data?: unknown };
  return { ...rest, entryId: entry?.id ?? 'none', ...(pick % 3 === 0 && entry?.data ? { data: entry.data } : {}) };
};

const attempt = (current: Case, { type, role, data, pick }: Attempt): Case => {
  const written = type === 'entry.corrected' ? corrected(current, data, pick) : data;
  const event = buildEvent({ number: current.entries.length + 1, type, data: written as never, by: role });
  const result = record(current, event);
  assert.equal(result.ok, blockers(current, event).length === 0);
  if (result.ok) return freeze(result.case);
  for (const { code, message, cites } of result.blockers) assert.ok(code && message && cites, `${type}: ${code}`);
  return current;
};

/** Half of the histories begin at the beginning, the others where random events seldom get. */
const beginnings: readonly Case[] = [
  ...Array.from({ length: 5 }, () => journeys.aConcern),
  journeys.allLimbsMet,
  journeys.underWay,
  journeys.reviewing,
  journeys.stepDown,
  journeys.closed,
].map((events) => freeze(recordAll(openCase({ id: CASE_ID }), events)));

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Sealed, with every word erased, the chain holds and the case is where it was. */
const assertErasable = ({ entries, policy: _, ...end }: Case): void => {
  let count = 0;
  const sealed: SealedEvent[] = [];
  entries.forEach((event, index) => {
    const stored = { ...event, sequence: index + 1, recordedAt: event.at };
    const salts = () => hash(`${event.id}/${(count += 1)}`);
    sealed.push(ledger.seal(stored, sealed.at(-1)?.hash ?? '', { hash, salts }));
  });
  const erased = ledger.erase(sealed, 'all');
  assert.equal(ledger.verify(erased, { hash }).ok, true);
  const { entries: _entries, policy: _policy, ...after } = replay(erased);
  assert.deepEqual(after, end);
};

/** What random histories amounted to: so that a proof can see that they meant something. */
export type Tried = { readonly histories: number; readonly recorded: number; readonly closed: number };

/**
 * Whatever people try to record, in whatever order, the case stays whole: no exception, nothing given is changed, replay and
 * restore give the same, also with every word erased, every role sees something or nothing but never more, somebody can always go on.
 */
export const tryHistories = (seed: number, histories: number): Tried => {
  let recorded = 0;
  let closed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...beginnings),
      fc.array(one, { minLength: 20, maxLength: 120, size: 'max' }),
      (start, attempts) => {
        const end = attempts.reduce<Case>(attempt, start);
        recorded += end.entries.length;
        if (end.entries.some(({ type }) => type === 'case.closed')) closed += 1;
        assert.deepEqual(replay(end.entries), end);
        assert.deepEqual(restore(JSON.parse(JSON.stringify(snapshot(end))) as ReturnType<typeof snapshot>), end);
        assertErasable(end);
        for (const role of roles) assert.ok(view(end, role).entries.length <= end.entries.length);
        const open = whatCanHappen(end).filter(({ blockers: inTheWay }) => inTheWay.length === 0);
        assert.ok(open.length > 0, 'somebody can always go on');
      },
    ),
    { seed, numRuns: histories },
  );
  return { histories, recorded, closed };
};
