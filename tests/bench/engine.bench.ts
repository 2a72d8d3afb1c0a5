import { type Case, type CaseEvent, mspMachine, openCase, record, replay } from '@msp/workflows';
import { CASE_ID, journeys, recordAll } from '@msp/workflows/testing';
import { initialTransition, transition } from 'xstate';

/** One whole journey, from a worry to closing: the same work for everybody, measured in CPU time, in turns. */
const events: readonly CaseEvent[] = recordAll(openCase({ id: CASE_ID }), journeys.closed).entries;
const ROUNDS = 7;
const JOURNEYS = 200;

const recorded = (): Case =>
  events.reduce(
    (current, event) => {
      const result = record(current, event);
      if (!result.ok) throw new Error(`${event.type} was refused`);
      return result.case;
    },
    openCase({ id: CASE_ID }),
  );

const throughXState = (): unknown => {
  let [state] = initialTransition(mspMachine);
  for (const event of events) [state] = transition(mspMachine, state, event as never);
  return state;
};

const contestants: Record<string, () => unknown> = {
  'XState, pure transition (state only)': throughXState,
  'ours, replay (state and facts)': () => replay(events),
  'ours, record (validate, judge, state and facts)': recorded,
};

const cpuMicroseconds = (work: () => unknown): number => {
  const before = process.cpuUsage();
  for (let i = 0; i < JOURNEYS; i += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (JOURNEYS * events.length);
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

const measured = new Map<string, number[]>(Object.keys(contestants).map((name) => [name, []]));
for (let round = -1; round < ROUNDS; round += 1) {
  for (const [name, work] of Object.entries(contestants)) {
    const time = cpuMicroseconds(work);
    if (round >= 0) measured.get(name)?.push(time);
  }
}

const limit = median(measured.get('XState, pure transition (state only)') ?? []);
console.log(`\nEngine: one journey of ${events.length} events, CPU µs an event, median of ${ROUNDS} rounds in turns`);
for (const [name, times] of measured) {
  const time = median(times);
  console.log(`  ${name.padEnd(50)} ${time.toFixed(1).padStart(7)} µs   ${(time / limit).toFixed(2)} × XState`);
}
