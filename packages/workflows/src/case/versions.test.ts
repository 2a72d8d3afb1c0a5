import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { englandCareAct } from '../policy/england-care-act.js';
import { given, journeys, written as w } from '../testing/index.js';
import { errorCode } from './error-code.fixture.js';
import type { CaseEvent } from './events.js';
import { record, replay, replayAs } from './record.js';
import { type CaseSnapshot, restore, restoreAs, snapshot } from './snapshot.js';
import { ENGINE_VERSION, type Versions, versions } from './version.js';

const { case: underWay } = given(...journeys.underWay);
const kept = snapshot(underWay);

test('the engine’s version is that of its package', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as CaseSnapshot & {
    version: string;
  };
  assert.equal(ENGINE_VERSION, version);
  assert.equal(kept.engine, version);
});

/** A second version: what happened is called something else, and snapshots keep the record under another name. */
const second: Versions = {
  event: 2,
  snapshot: 2,
  eventSteps: {
    1: (event) => {
      if (event['type'] !== 'concern.raised') return event;
      const { account, ...data } = event['data'] as { account: string };
      return { ...event, data: { ...data, whatHappened: account } };
    },
  },
  snapshotSteps: {
    1: (before) => {
      const { record: entries, ...rest } = before['case'] as { record: unknown };
      return { ...before, format: 2, case: { ...rest, entries } };
    },
  },
};

const asOfBefore = (event: CaseEvent): CaseEvent => {
  if (event.type !== 'concern.raised') return event;
  const { whatHappened, ...data } = event.data;
  return { ...event, data: { ...data, account: whatHappened } } as unknown as CaseEvent;
};

test('events of an earlier version are brought up by the registered steps, and replay to the same case', () => {
  const old = underWay.entries.map(asOfBefore);
  const read = replayAs(second, old);
  assert.deepEqual(read.state, underWay.state);
  assert.deepEqual(read.facts, underWay.facts);
  assert.equal(
    (read.entries[0]?.data as { whatHappened: string }).whatHappened,
    (underWay.entries[0]?.data as { whatHappened: string }).whatHappened,
  );
  assert.ok(read.entries.every(({ v }) => v === 2));
  const mixed = old.map((event, index) => (index > 3 ? { ...event, v: 2 } : event));
  assert.deepEqual(replayAs(second, mixed).state, underWay.state);
});

test('a snapshot of an earlier format is brought up by the registered steps', () => {
  const { entries, ...rest } = kept.case;
  const old = { ...kept, case: { ...rest, record: entries } } as unknown as CaseSnapshot;
  assert.deepEqual(restoreAs(second, old), underWay);
  assert.equal(
    errorCode(() => restoreAs({ ...second, snapshotSteps: {} }, old)),
    'snapshot-unreadable',
  );
});

test('what a newer engine wrote is refused, never guessed', () => {
  const newer = underWay.entries.with(4, { ...(underWay.entries[4] as CaseEvent), v: versions.event + 1 });
  assert.equal(
    errorCode(() => replay(newer)),
    'event-newer',
  );
  assert.equal(
    errorCode(() => restore({ ...kept, format: versions.snapshot + 1 })),
    'snapshot-newer',
  );
  const result = record(underWay, { ...(newer[4] as CaseEvent), id: '01960000-0000-7000-8000-0000000000aa' });
  assert.ok(!result.ok && result.blockers.some(({ code, path }) => code === 'invalid-data' && path === 'v'));
});

test('an event of a version that no step leads from is refused', () => {
  assert.equal(
    errorCode(() => replayAs({ ...second, eventSteps: {} }, underWay.entries)),
    'event-unreadable',
  );
});

test('an event that does not say its version as a whole number is refused, never guessed', () => {
  for (const v of ['2', 'one', 1.5, NaN, true, {}, 0, -1]) {
    const events = underWay.entries.with(4, { ...(underWay.entries[4] as CaseEvent), v: v as number });
    assert.equal(
      errorCode(() => replay(events)),
      'event-unreadable',
      JSON.stringify(v),
    );
  }
});

test('an event that says its version reads like one that does not', () => {
  const said = underWay.entries.map((event) => ({ ...event, v: 1 }));
  assert.deepEqual(replay(said).facts, underWay.facts);
});

test('a snapshot of an engine that knew fewer facts has them read anew', () => {
  const { prompts: _, ...facts } = kept.case.facts;
  const fewer = { ...kept, case: { ...kept.case, facts } } as unknown as CaseSnapshot;
  assert.deepEqual(restore(fewer), underWay);
});

test('a record replays under a stricter pack than the one it was made under: it is never judged again', () => {
  const nobody = Object.fromEntries(Object.keys(englandCareAct.mayRecord).map((type) => [type, []]));
  const strict = { ...englandCareAct, id: 'strict', mayRecord: nobody };
  assert.deepEqual(replay(underWay.entries, { policy: strict }).state, underWay.state);
});

test('a snapshot is little more than the plain state', () => {
  const { policy: _, ...plain } = underWay;
  assert.ok(JSON.stringify(kept).length <= 1.1 * JSON.stringify(plain).length);
  assert.deepEqual(
    restore(
      JSON.parse(JSON.stringify(snapshot(given(...journeys.closed, w('lesson.learned', {})).case))) as CaseSnapshot,
    ).entries.length,
    journeys.closed.length + 1,
  );
});
