import {
  type Case,
  type CaseEvent,
  blockers,
  ledger,
  mspMachine,
  openCase,
  pathTo,
  prove,
  englandCareAct,
  record,
  replay,
  restore,
  snapshot,
} from '@msp/workflows';
import { CASE_ID, buildEvent, journeys, recordAll } from '@msp/workflows/testing';
import { createActor, initialTransition, transition } from 'xstate';
import { floor, hash, reducer, salts, sealAll } from './floor.js';
import { accepted, end, events } from './lifecycle.js';
import { inTurns, row } from './measure.js';
import { nothing, reduce } from './reducer.js';

const open = (): Case => openCase({ id: CASE_ID });

const recorded = (): Case =>
  events.reduce((current, event) => {
    const result = record(current, event);
    return result.ok ? result.case : current;
  }, open());

const recordedAndSealed = (): string => {
  let current = open();
  let previous = '';
  for (const event of events) {
    const result = record(current, event);
    if (!result.ok) continue;
    current = result.case;
    const stored = { ...event, sequence: current.entries.length, recordedAt: event.at };
    previous = ledger.seal(stored, previous, { hash, salts }).hash;
  }
  return previous;
};

const throughTransition = (): unknown => {
  let [state] = initialTransition(mspMachine);
  for (const event of events) [state] = transition(mspMachine, state, event as never);
  return state;
};

/** One inert actor scope for all steps: what XState's own `transition` builds anew for each. */
const inert = createActor(mspMachine) as unknown as { _snapshot: unknown; system: unknown };
const scope = {
  self: inert,
  defer: () => undefined,
  id: '',
  logger: () => undefined,
  sessionId: '',
  stopChild: () => undefined,
  system: inert.system,
  emit: () => undefined,
  actionExecutor: () => undefined,
};

const throughSharedScope = (): unknown => {
  let [state]: unknown[] = initialTransition(mspMachine);
  const machine = mspMachine as unknown as {
    transition: (state: unknown, event: unknown, scope: unknown) => unknown;
  };
  for (const event of events) state = machine.transition(state, event, scope);
  return state;
};

const throughActor = (): unknown => {
  const actor = createActor(mspMachine).start();
  for (const event of events) actor.send(event as never);
  return actor.getSnapshot();
};

const names = {
  reducer: 'hand-written reducer (the limit)',
  floor: 'reducer + zod/mini + commitments + canonical form + SHA-256 chain',
  transition: 'XState, pure transition (state only)',
  scope: 'XState, one shared inert scope (state only)',
  actor: 'XState, a live actor (state only)',
  replay: 'ours: replay (state and facts; no validation, no ledger)',
  seal: 'ours: seal alone',
  record: 'ours: record (validate, decide, evolve)',
  all: 'ours: record and seal (validate, decide, evolve, seal)',
} as const;

const works: Readonly<Record<keyof typeof names, () => unknown>> = {
  reducer,
  floor,
  transition: throughTransition,
  scope: throughSharedScope,
  actor: throughActor,
  replay: () => replay(accepted),
  seal: sealAll,
  record: recorded,
  all: recordedAndSealed,
};

const measured = inTurns(works, 400);
console.log(`\nOne life of a case: ${events.length} events, ${accepted.length} accepted. CPU, medians, in turns`);
for (const [name, title] of Object.entries(names) as [keyof typeof names, string][]) {
  const each = measured[name] / events.length;
  row(
    title,
    `${each.toFixed(2)} µs`,
    `${Math.round(1e6 / each).toLocaleString('en')} events/s, ${(measured[name] / measured.floor).toFixed(2)} × floor`,
  );
}
row(
  'Goal: record and seal at most 1.5 × the floor',
  (measured.all / measured.floor).toFixed(2),
  measured.all <= 1.5 * measured.floor ? 'met' : 'MISSED',
);

const midway = recordAll(open(), journeys.underWay);
const kept = snapshot(midway);
const next = buildEvent({
  number: 99,
  type: 'checkIn.recorded',
  data: { makingADifference: 'yes', stillTheseOutcomes: 'yes', carryOn: 'yes' },
});
const single = inTurns(
  { blockers: () => blockers(midway, next), restore: () => restore(kept), path: () => pathTo(midway, 'closed') },
  200,
);
console.log(`\nOne call, on a mid-way case of ${midway.entries.length} events`);
row('blockers (goal: under 10 µs)', `${single.blockers.toFixed(2)} µs`, single.blockers < 10 ? 'met' : 'MISSED');
row('restore (goal: under 10 µs)', `${single.restore.toFixed(2)} µs`, single.restore < 10 ? 'met' : 'MISSED');
row('pathTo closed', `${single.path.toFixed(0)} µs`);
const { policy: _, ...plain } = midway;
const ratio = JSON.stringify(kept).length / JSON.stringify(plain).length;
row('snapshot, of its plain state (goal: at most 1.1)', ratio.toFixed(3), ratio <= 1.1 ? 'met' : 'MISSED');

const long = (length: number): CaseEvent[] => {
  const history = [...midway.entries];
  while (history.length < length) {
    const number = history.length + 1;
    const data = { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: 'Still here.' } as const;
    history.push(
      number % 2 === 0
        ? buildEvent({ number, type: 'conversation.held', data: { ...data, with: ['person'] } })
        : buildEvent({
            number,
            type: 'checkIn.recorded',
            data: { makingADifference: 'yes', stillTheseOutcomes: 'yes', carryOn: 'yes' },
          }),
    );
  }
  return history;
};

console.log('\nReplay, CPU for each event');
for (const length of [1_000, 10_000, 100_000, 1_000_000]) {
  const history = long(length);
  const times = Math.max(1, Math.round(50_000 / length));
  replay(history.slice(0, 1_000));
  const before = process.cpuUsage();
  for (let i = 0; i < times; i += 1) replay(history);
  const { user, system } = process.cpuUsage(before);
  row(`${length.toLocaleString('en')} events`, `${((user + system) / times / length).toFixed(2)} µs`);
}

const CASES = 4_000;
const heapOf = (make: () => unknown): number => {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const all = Array.from({ length: CASES }, make);
  globalThis.gc?.();
  const bytes = (process.memoryUsage().heapUsed - before) / CASES;
  if (all.length !== CASES) throw new Error('lost');
  return bytes;
};
const facts = heapOf(() =>
  structuredClone({
    state: end.state,
    context: end.context,
    history: end.history,
    facts: end.facts,
    entries: [],
    moved: end.moved,
  }),
);
const ours = heapOf(() => ({ ...replay(accepted), entries: [] }));
const hand = heapOf(() => events.reduce((state, event) => reduce(state, event) ?? state, nothing));
console.log('\nHeap of a case at its end, without its record');
row('hand-written reducer (fewer facts)', `${Math.round(hand)} B`);
row('plain copy of the same facts', `${Math.round(facts)} B`);
row(
  'ours (goal: at most 1.6 × the same facts)',
  `${Math.round(ours)} B`,
  `${(ours / facts).toFixed(2)} ×, ${ours <= 1.6 * facts ? 'met' : 'MISSED'}`,
);

const before = process.cpuUsage();
const proof = prove(englandCareAct);
const spent = process.cpuUsage(before);
console.log('\nProof of England’s pack');
row(
  'all walks (goal: under 60 s)',
  `${((spent.user + spent.system) / 1e6).toFixed(1)} s`,
  `${proof.states.toLocaleString('en')} states, ${proof.edges.toLocaleString('en')} edges, ${proof.ok ? 'proven' : 'NOT PROVEN'}`,
);
