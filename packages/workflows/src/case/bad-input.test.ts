import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CASE_ID, buildEvent, given, idOf, journeys } from '../testing/index.js';
import { openCase } from './case.js';
import { EngineError } from './engine-error.js';
import type { CaseEvent } from './events.js';
import { blockers, whatCanHappen } from './judge.js';
import { record, replay } from './record.js';

const CANARY = 'canary-4711';
const { case: current } = given(...journeys.underWay);
const good = buildEvent({
  number: 900,
  type: 'conversation.held',
  data: { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: 'Fine.' },
});

const withData = (data: unknown): unknown => ({ ...good, data: { ...good.data, ...(data as object) } });

const deep = (levels: number): unknown => {
  let value: unknown = CANARY;
  for (let i = 0; i < levels; i += 1) value = { inner: value };
  return value;
};

const cyclic = (): unknown => {
  const data: Record<string, unknown> = { with: ['person'], how: 'phone', freeToSpeak: 'yes' };
  data['words'] = data;
  return { ...good, data };
};

const fromJson = (text: string): unknown => ({ ...good, data: JSON.parse(text) as unknown });

/** What is given, and the field that the refusal names. */
const bad: readonly (readonly [string, unknown, string | undefined])[] = [
  ['nothing', undefined, undefined],
  ['null', null, undefined],
  ['a text', CANARY, undefined],
  ['a list', [good], undefined],
  ['an unknown type', { ...good, type: 'tea.served' }, 'type'],
  ['a type that is inherited', { ...good, type: 'constructor' }, 'type'],
  ['no type', { ...good, type: undefined }, 'type'],
  ['an unknown field around it', { ...good, mood: CANARY }, 'mood'],
  ['an unknown field in it', withData({ mood: CANARY }), 'mood'],
  ['a field that is not a name', withData({ [`${CANARY} said hello`]: 1 }), '…'],
  ['a missing field', { ...good, data: { with: ['person'], how: 'phone' } }, 'freeToSpeak'],
  ['no data', { ...good, data: undefined }, 'with'],
  ['data that are a list', { ...good, data: [] }, 'data'],
  ['a wrong kind', withData({ words: 7 }), 'words'],
  ['a code that is none', withData({ how: CANARY }), 'how'],
  ['a text of ten million characters', withData({ words: CANARY.repeat(1_000_000) }), 'words'],
  ['an empty text', withData({ words: '   ' }), 'words'],
  ['a lone surrogate', withData({ words: '\ud83d' }), 'words'],
  ['a character that no database keeps', withData({ words: 'a\u0000b' }), 'words'],
  ['__proto__ as a field', fromJson('{"__proto__":{"with":["person"],"how":"phone","freeToSpeak":"yes"}}'), 'with'],
  ['a deep value', withData({ words: deep(10_000) }), 'words'],
  ['a cycle', cyclic(), 'words'],
  ['a big number', withData({ words: 10n }), 'words'],
  ['a symbol', withData({ words: Symbol(CANARY) }), 'words'],
  ['a function', withData({ words: () => CANARY }), 'words'],
  ['a list with holes', withData({ with: new Array(3) }), 'with.0'],
  ['a huge list', withData({ adjustments: new Array<number>(100_000).fill(7) }), 'adjustments.0'],
  ['a date object', { ...good, at: new Date() }, 'at'],
  ['a day for an instant', { ...good, at: '2026-03-02' }, 'at'],
  ['a year before 1900', { ...good, at: '1899-12-31T00:00:00Z' }, 'at'],
  ['a year after 2199', { ...good, at: '2200-01-01T00:00:00Z' }, 'at'],
  [
    'something after it was recorded',
    { ...good, at: '2026-03-03T00:00:00Z', recordedAt: '2026-03-02T23:59:59Z' },
    'at',
  ],
  ['an id that is no UUID v7', { ...good, id: CANARY }, 'id'],
  ['an id that is there already', { ...good, id: idOf(3) }, 'id'],
  ['another case', { ...good, caseId: 'another' }, 'caseId'],
  ['nobody who records', { ...good, by: undefined }, 'by'],
  ['an unknown role', { ...good, by: { ...good.by, role: CANARY } }, 'by.role'],
];

for (const [what, event, path] of bad) {
  test(`${what} is refused with the field and never with what was given`, () => {
    const list = blockers(current, event as CaseEvent);
    assert.ok(list.length > 0);
    assert.ok(list.every(({ code }) => code !== undefined));
    if (path === undefined) assert.ok(list.some(({ code }) => code === 'invalid-data'));
    else
      assert.ok(
        list.some((one) => one.code === 'invalid-data' && one.path === path),
        list.map((one) => one.path).join(),
      );
    assert.ok(!JSON.stringify(list).includes(CANARY));
    assert.equal(record(current, event as CaseEvent).ok, false);
  });
}

test('an event that lies in the future of the time given is refused; one at that very time is not', () => {
  const at = (now: string) => blockers(current, good, { now }).map(({ path }) => path);
  assert.deepEqual(at('2026-03-02T00:00:00Z'), ['at']);
  assert.deepEqual(at(good.at), []);
  assert.deepEqual(at('2030-01-01T00:00:00+02:00'), []);
});

/** Where data say that something came after the event that tells of it. */
const tooLate = (event: object, before = current): (string | undefined)[] =>
  blockers(before, event as CaseEvent)
    .filter(({ code }) => code === 'invalid-data')
    .map(({ path }) => path);

test('nobody is born after what happened to them', () => {
  const raised = (dateOfBirth: string) =>
    buildEvent({ number: 1, type: 'concern.raised', data: { whatHappened: 'x', adult: { dateOfBirth } } });
  const born = (dateOfBirth: string) => tooLate(raised(dateOfBirth), openCase({ id: CASE_ID }));
  assert.deepEqual(born('2026-03-03'), ['adult.dateOfBirth']);
  assert.deepEqual(born('1899-01-01'), ['adult.dateOfBirth']);
  assert.deepEqual(born('1940-01-01'), []);
});

test('an attempt and an explanation lie behind the entry that tells of them, by the day in London or to the minute', () => {
  const explored = (at: string, ...attempts: string[]) => ({
    ...buildEvent({ number: 901, type: 'closure.explored', at }),
    data: {
      attempts: attempts.map((one) => ({ at: one, how: 'phone' })),
      reasons: ['other'],
      alternativesOffered: [],
      wayBackGiven: 'yes',
    },
  });
  assert.deepEqual(tooLate(explored('2026-03-02T10:00:00Z', '2026-03-02', '2026-03-03')), ['attempts.1.at']);
  assert.deepEqual(tooLate(explored('2026-03-02T10:00:00Z', '2026-03-02T10:00:01Z')), ['attempts.0.at']);
  assert.deepEqual(tooLate(explored('2026-06-30T23:00:00Z', '2026-07-01')), [], 'it is past midnight in London');
  assert.deepEqual(tooLate(explored('2026-06-30T22:59:59Z', '2026-07-01')), ['attempts.0.at']);
  const overridden = {
    ...buildEvent({ number: 901, type: 'wishes.overridden', at: '2026-03-02T10:00:00Z' }),
    data: {
      about: 'enquire',
      grounds: ['coercion'],
      proportionate: 'x',
      explained: { how: 'phone', at: '2026-03-09' },
    },
  };
  assert.deepEqual(tooLate(overridden), ['explained.at']);
});

test('other data for an entry are judged by when that entry happened', () => {
  const { case: before } = given(...journeys.underWay);
  const [raised] = before.entries;
  assert.equal(raised?.type, 'concern.raised');
  const corrected = (dateOfBirth: string) =>
    buildEvent({
      number: 900,
      type: 'entry.corrected',
      at: '2026-04-02T10:00:00Z',
      data: { entryId: idOf(1), because: 'x', data: { whatHappened: 'x', adult: { dateOfBirth } } },
    });
  assert.deepEqual(tooLate(corrected('2026-04-01'), before), ['data.adult.dateOfBirth']);
  assert.deepEqual(tooLate(corrected('1940-04-01'), before), []);
});

test('a correction with data that fit no entry, or with codes that the pack does not have, is refused, and nothing is thrown', () => {
  const { case: closed } = given(...journeys.closed);
  const correct = (entryId: string, data: unknown, before = closed) =>
    tooLate(
      buildEvent({ number: 900, type: 'entry.corrected', data: { entryId, because: 'x', data } as never }),
      before,
    );
  const explored = closed.entries.find(({ type }) => type === 'closure.explored');
  assert.ok(explored);
  for (const attempts of ['x', {}, [null], [{ at: 5 }]]) assert.ok(correct(explored.id, { attempts }).length > 0);
  const withoutReasons = { ...closed, policy: { ...closed.policy, closingReasons: [] } };
  assert.deepEqual(correct(explored.id, explored.data, withoutReasons), ['data.reasons.0']);
  fc.assert(
    fc.property(fc.constantFrom(...closed.entries), fc.anything(), (entry, value) => {
      correct(entry.id, value);
      for (const field of Object.keys(entry.data ?? {})) correct(entry.id, { ...entry.data, [field]: value });
    }),
    { seed: 20261123, numRuns: 300 },
  );
});

test('whatever is given, nothing is thrown and nothing is recorded that does not fit', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      assert.equal(record(current, value as CaseEvent).ok, false);
      assert.equal(record(current, { ...good, data: value } as CaseEvent).ok, false);
    }),
    { seed: 20261123, numRuns: 500 },
  );
  assert.ok(whatCanHappen(current).length > 70);
});

test('a record that cannot be one is refused by its event’s number, with a typed error', () => {
  const codeOf = (events: unknown): unknown => {
    try {
      replay(events as CaseEvent[]);
    } catch (error) {
      assert.ok(error instanceof EngineError, String(error));
      return error.code;
    }
    return undefined;
  };
  assert.equal(codeOf([]), 'replay-failed');
  assert.equal(codeOf([good]), 'replay-failed');
  assert.equal(codeOf([...current.entries, { ...good, caseId: 'another' }]), 'replay-failed');
  assert.equal(codeOf([...current.entries, { ...good, type: 'tea.served' }]), 'replay-failed');
});
