import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Case,
  type EventType,
  type Role,
  blockers,
  eventTypes,
  openCase,
  record,
  replay,
  restore,
  roles,
  snapshot,
  view,
  whatCanHappen,
} from '@msp/workflows';
import { CASE_ID, buildEvent } from '@msp/workflows/testing';

const fixture = new URL('../../../tests/model/fixtures/events.json', import.meta.url);
const { samples } = JSON.parse(readFileSync(fixture, 'utf8')) as {
  samples: Record<EventType, Record<string, unknown>>;
};

const SEED = 20261123;
const RUNS = 200;

/** The sample of an event with some of its answers changed, so that rules are met from both sides. */
const variant = (type: EventType, pick: number): Record<string, unknown> => {
  const data = structuredClone(samples[type]);
  const choose = <T>(...values: T[]): T => values[pick % values.length] as T;
  if (type === 'threshold.limbAssessed') {
    data['limb'] = choose('needs', 'abuseOrRisk', 'unableToProtect');
    data['answer'] = choose('met', 'met', 'met', 'notMet', 'unclear');
  }
  if (type === 'threshold.decided') {
    data['route'] = choose('statutoryEnquiry', 'otherEnquiry', 'noEnquiry', 'redirected');
    Object.assign(data, choose({}, { ground: 'elsewhere', to: 'Council B' }, { ground: 'died' }));
  }
  if (type === 'wishes.recorded') data['answer'] = choose('yes', 'no', 'unsure');
  if ('outcomeId' in data) data['outcomeId'] = choose('o1', 'o2', 'o3', 'constructor');
  if ('supportId' in data) data['supportId'] = choose('s1', 's2', '__proto__');
  return data;
};

const step = fc.record({
  type: fc.constantFrom<EventType>(...eventTypes),
  role: fc.constantFrom<Role>('practitioner', 'practitioner', 'manager', 'person', 'system', ...roles),
  pick: fc.nat(59),
});

const freeze = (current: Case): Case => {
  for (const part of [current, current.facts, current.entries, current.state]) Object.freeze(part);
  return current;
};

const attempt = (current: Case, { type, role, pick }: { type: EventType; role: Role; pick: number }): Case => {
  const data = variant(type, pick);
  const { length } = current.entries;
  if (type === 'entry.corrected') data['entryId'] = current.entries[pick % Math.max(length, 1)]?.id ?? 'none';
  if (type === 'entry.corrected' && pick % 2 === 0) delete data['data'];
  const event = buildEvent({ number: length + 1, type, data: data as never, by: role });
  const result = record(current, event);
  assert.equal(result.ok, blockers(current, event).length === 0);
  if (result.ok) return freeze(result.case);
  for (const { code, message, cites } of result.blockers) assert.ok(code && message && cites, `${type}: ${code}`);
  return current;
};

test('whatever people try to record, in whatever order, the case stays whole', () => {
  let recorded = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 160 }), (steps) => {
      const start = attempt(freeze(openCase({ id: CASE_ID })), { type: 'concern.raised', role: 'referrer', pick: 0 });
      const end = steps.reduce(attempt, start);
      recorded += end.entries.length;
      assert.deepEqual(replay(end.entries), end);
      assert.deepEqual(restore(JSON.parse(JSON.stringify(snapshot(end))) as ReturnType<typeof snapshot>), end);
      for (const role of roles) assert.ok(view(end, role).entries.length <= end.entries.length);
      const open = whatCanHappen(end).filter(({ blockers: inTheWay }) => inTheWay.length === 0);
      assert.ok(open.length > 0, 'somebody can always go on');
    }),
    { seed: SEED, numRuns: RUNS },
  );
  assert.ok(
    recorded > RUNS * 10,
    `only ${recorded} events were recorded: the histories are too short to mean anything`,
  );
});
