import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Written, CASE_ID, buildEvent, given, idOf, journeys, recordAll, written as w } from '../testing/index.js';
import { openCase } from './case.js';
import { EngineError } from './engine-error.js';
import type { CaseEvent, EventType } from './events.js';
import { blockers, whatCanHappen } from './judge.js';
import { record, replay } from './record.js';
import { restore, snapshot } from './snapshot.js';

const CANARY = 'canary-7f3a';

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
};

const raw = (type: string, data: unknown, more: object = {}): CaseEvent =>
  ({ ...buildEvent({ number: 500, type: type as EventType }), data, ...more }) as CaseEvent;

const codesOf = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);

test('recording never changes the case it is given', () => {
  const start = freeze(openCase({ id: CASE_ID }));
  const ended = journeys.closed.reduce((current, event) => freeze(recordAll(current, [event])), start);
  assert.equal(ended.entries.length, journeys.closed.length);
  assert.equal(start.entries.length, 0);
});

test('a case is plain JSON', () => {
  const { case: mid } = given(...journeys.underWay);
  assert.deepEqual(JSON.parse(JSON.stringify(mid)), mid);
});

const bad: [string, unknown, string][] = [
  ['concern.raised', {}, 'whatHappened'],
  ['concern.raised', { whatHappened: '  ' }, 'whatHappened'],
  ['concern.raised', { whatHappened: 7 }, 'whatHappened'],
  ['concern.raised', { whatHappened: 'a\u0000b' }, 'whatHappened'],
  ['concern.raised', { whatHappened: 'a\ud800b' }, 'whatHappened'],
  ['concern.raised', { whatHappened: 'x'.repeat(10_000_000) }, 'whatHappened'],
  ['concern.raised', { whatHappened: 'x', types: [CANARY] }, 'types.0'],
  ['concern.raised', { whatHappened: 'x', adult: { dateOfBirth: CANARY } }, 'adult.dateOfBirth'],
  ['concern.raised', { whatHappened: 'x', [`${CANARY}`]: 1 }, CANARY],
  ['safety.rated', { moment: 'start' }, 'rating'],
  ['safety.rated', { moment: 'start', rating: 6 }, 'rating'],
  ['outcomes.asked', { result: 'notAsked' }, 'because'],
  ['conversation.held', { with: [], how: 'phone', freeToSpeak: 'yes' }, 'with'],
  ['outcome.agreed', { outcomeId: 'nothing' }, 'outcomeId'],
  ['outcome.agreed', { outcomeId: '__proto__' }, 'outcomeId'],
  ['support.accepted', { supportId: 'constructor' }, 'supportId'],
  ['enquiry.reported', { enquiryId: 'toString', found: 'x', enough: 'yes' }, 'enquiryId'],
  ['outcome.expressed', { outcomeId: 'o1', words: 'Again', saidBy: 'person' }, 'outcomeId'],
  ['entry.corrected', { entryId: 'nothing', because: 'x' }, 'entryId'],
];

for (const [type, data, path] of bad) {
  test(`bad data of ${type} is refused at ${path === CANARY ? 'a field that it does not have' : path}`, () => {
    const inTheWay = blockers(given(...journeys.underWay).case, raw(type, data));
    const [fault] = inTheWay.filter(({ code }) => code === 'invalid-data');
    assert.equal(fault?.path, path);
    if (path !== CANARY) assert.ok(!JSON.stringify(inTheWay).includes(CANARY));
  });
}

test('whatever comes, there is an answer and no exception', () => {
  const { case: mid } = given(...journeys.underWay);
  const things: unknown[] = [
    null,
    undefined,
    1,
    'x',
    [],
    {},
    { type: 'constructor' },
    { type: '__proto__' },
    raw('no.such', {}),
  ];
  for (const thing of things) assert.ok(codesOf(blockers(mid, thing as CaseEvent)).includes('invalid-data'));
});

test('an event of another case, and one that is there already, are refused', () => {
  const { case: mid } = given(...journeys.heard);
  const event = buildEvent({ number: 500, type: 'danger.eased' });
  assert.deepEqual(blockers(mid, { ...event, caseId: 'another' })[0]?.path, 'caseId');
  assert.deepEqual(blockers(mid, { ...event, id: idOf(1) })[0]?.path, 'id');
});

test('a field name that somebody made up is not repeated if it could be words', () => {
  const inTheWay = blockers(given(...journeys.heard).case, raw('danger.eased', { 'he hits me': 1 }));
  assert.ok(!JSON.stringify(inTheWay).includes('he hits me'));
});

test('what would clear a wrong stage is the way there', () => {
  const wayTo = (type: EventType, ...events: Written[]) =>
    whatCanHappen(given(...events).case)
      .find((answer) => answer.type === type)
      ?.blockers.find(({ code }) => code === 'wrong-stage')?.clearedBy;
  assert.deepEqual(wayTo('plan.agreed', ...journeys.aConcern), [
    'concern.acknowledged',
    'threshold.decided',
    'outcomes.asked',
  ]);
  assert.deepEqual(wayTo('closure.agreed', ...journeys.underWay), ['closure.requested', 'closure.explored']);
  assert.deepEqual(wayTo('case.closed', ...journeys.notAllLimbsMet), ['threshold.decided']);
  assert.deepEqual(wayTo('case.closed', ...journeys.allLimbsMet), [
    'closure.requested',
    'closure.explored',
    'closure.agreed',
    'review.completed',
  ]);
});

test('everything that stands in the way comes at once', () => {
  given(...journeys.underWay)
    .when('closure.agreed', {}, 'person')
    .thenRefused('wrong-stage', 'role-not-allowed', 'closure-not-explored', 'enquiry-not-concluded');
});

const conversationId = idOf(3);
const correct = (entryId: string, data?: object) =>
  w('entry.corrected', {
    entryId,
    because: 'Written down wrong',
    ...(data ? { data: data as Record<string, unknown> } : {}),
  });

test('a conversation that is struck out no longer counts', () => {
  const { case: struck, when } = given(...journeys.notAllLimbsMet, correct(conversationId));
  assert.equal(struck.state.voice, 'unheard');
  assert.equal(struck.entries.length, journeys.notAllLimbsMet.length + 1, 'both readings stay');
  when('threshold.decided', { route: 'noEnquiry', because: 'Test' }).thenRefused('person-not-heard');
});

test('a later correction of the same entry replaces an earlier one', () => {
  const talked = { with: ['person'], how: 'phone', freeToSpeak: 'yes' };
  const { case: back } = given(...journeys.heard, correct(conversationId), correct(conversationId, talked));
  assert.equal(back.state.voice, 'heard');
});

test('danger follows the corrected record', () => {
  const { case: calm } = given(w('concern.raised', { whatHappened: 'Shouting', immediateDanger: 'yes' }));
  assert.equal(calm.state.danger, 'immediate');
  const after = recordAll(calm, [correct(idOf(1), { whatHappened: 'Shouting', immediateDanger: 'no' })]);
  assert.equal(after.state.danger, 'none');
});

test('what moved the case, a decision and the first concern cannot be struck out', () => {
  const { case: underWay, when } = given(...journeys.underWay);
  const id = (type: EventType) => underWay.entries.find((entry) => entry.type === type)?.id ?? '';
  for (const type of ['concern.raised', 'concern.acknowledged', 'threshold.decided', 'plan.agreed'] as const) {
    when('entry.corrected', { entryId: id(type), because: 'Oops' }).thenRefused('entry-moved-the-case');
  }
  const decision = { route: 'noEnquiry', because: 'x' };
  when('entry.corrected', { entryId: id('threshold.decided'), because: 'Oops', data: decision }).thenRefused(
    'entry-moved-the-case',
  );
  when('entry.corrected', {
    entryId: id('threshold.decided'),
    because: 'Oops',
    data: { ...decision, route: 'statutoryEnquiry' },
  }).thenAccepted();
});

test('corrected data fits the entry that it corrects', () => {
  given(...journeys.heard)
    .when('entry.corrected', { entryId: conversationId, because: 'x', data: { how: 'phone' } })
    .thenRefused('invalid-data', 'invalid-data');
});

test('opening a case again asks for a new test on today’s facts, and keeps every word', () => {
  const { case: again, when } = given(...journeys.closed, w('case.reopened', { because: 'A new worry' }));
  assert.deepEqual(again.state, {
    journey: { active: 'threshold' },
    danger: 'none',
    advocacy: 'notConsidered',
    voice: 'unheard',
  });
  assert.equal(again.context.route, null);
  assert.deepEqual(Object.keys(again.facts.outcomes.outcomes), ['o1']);
  when('threshold.decided', { route: 'noEnquiry', because: 'x' }).thenRefused('limb-not-assessed', 'person-not-heard');
});

test('danger opens a closed case again', () => {
  const { case: again } = given(...journeys.closed, w('danger.reported', { what: 'He is back' }));
  assert.deepEqual(again.state.journey, { active: 'threshold' });
  assert.equal(again.state.danger, 'immediate');
});

test('a new plan in the same enquiry goes back to the check-in that was due; in a new enquiry it starts afresh', () => {
  const due = [...journeys.underWay, w('checkIn.fellDue')];
  const { case: same } = given(...due, w('outcomes.reopened'), w('plan.agreed', { actions: [] }));
  assert.deepEqual(same.state.journey, { active: { checkIns: 'due' } });
  const moved = w(
    'threshold.decided',
    { route: 'redirected', because: 'Prison', ground: 'prison', to: 'HMP' },
    'manager',
  );
  const statutory = w('threshold.decided', { route: 'statutoryEnquiry', because: 'Back home' });
  const { case: anew } = given(...due, moved, w('closure.reconsidered'), statutory, w('plan.agreed', { actions: [] }));
  assert.deepEqual(anew.state.journey, { active: { checkIns: 'waiting' } });
});

test('replaying the stored events gives the same case', () => {
  const { case: ended } = given(
    ...journeys.closed,
    correct(conversationId, { with: ['person'], how: 'phone', freeToSpeak: 'yes' }),
  );
  const stored = ended.entries.map((event, index) => ({ ...event, sequence: index + 1, recordedAt: event.at }));
  const { entries: _, ...replayed } = replay(stored);
  const { entries: __, ...expected } = ended;
  assert.deepEqual(replayed, expected);
});

test('replay names the event at fault', () => {
  const { entries } = given(...journeys.heard).case;
  const fails = (events: readonly CaseEvent[], sequence: number) =>
    assert.throws(
      () => replay(events),
      (error) => error instanceof EngineError && error.code === 'replay-failed' && error.sequence === sequence,
    );
  fails([], 0);
  fails(entries.slice(1), 1);
  fails([entries[0], { ...entries[1], caseId: 'other' }] as CaseEvent[], 2);
  fails([entries[0], { ...entries[1], sequence: 3 }] as CaseEvent[], 2);
  fails([entries[0], buildEvent({ number: 90, type: 'case.closed', data: { because: 'x' } })] as CaseEvent[], 2);
});

test('a snapshot restores to the same case, and goes on from there', () => {
  const { case: mid } = given(...journeys.underWay);
  const restored = restore(JSON.parse(JSON.stringify(snapshot(mid))) as ReturnType<typeof snapshot>);
  assert.deepEqual(restored, mid);
  const event = buildEvent({ number: 500, type: 'danger.reported', data: { what: 'Shouting' } });
  assert.deepEqual(record(restored, event), record(mid, event));
});

test('a snapshot of a newer engine, of another pack, or none at all is refused', () => {
  const kept = snapshot(given(...journeys.heard).case);
  const fails = (value: unknown, code: string) =>
    assert.throws(
      () => restore(value as typeof kept),
      (error) => error instanceof EngineError && error.code === code,
    );
  fails({ ...kept, format: 99 }, 'snapshot-newer');
  fails({ ...kept, policy: { id: 'another', version: '1' } }, 'policy-differs');
  fails({}, 'snapshot-unreadable');
});
