import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOfNumber, numberOfDay } from '../calendar/days.js';
import { type Case, openCase } from '../case/case.js';
import type { EventOf, EventType } from '../case/events.js';
import { record } from '../case/record.js';
import { CASE_ID, buildEvent, idOf, journeys, written } from '../testing/index.js';
import { type DueEvent, dueEvents, nextDueAt } from './due-events.js';
import { timescales } from './timescales.js';

type Row = ReturnType<typeof written>;

const recordAt = (current: Case, [type, data, by]: Row, at: string): Case => {
  const number = current.entries.length + 1;
  const event = buildEvent({ number, type, at, ...(data ? { data: data as never } : {}), ...(by ? { by } : {}) });
  const result = record(current, event);
  if (!result.ok) throw new Error(`${type}: ${result.blockers.map(({ code }) => code).join(', ')}`);
  return result.case;
};

const later = (current: Case, at: string, ...rows: readonly Row[]): Case =>
  rows.reduce((before, row) => recordAt(before, row, at), current);

/** A Monday before which no holiday stands near. */
const MONDAY = '2026-03-02T10:00:00Z';
const since = (at: string, ...rows: readonly Row[]): Case => later(openCase({ id: CASE_ID }), at, ...rows);

const row = <T extends EventType>(type: T, data?: EventOf<T>['data'], by?: 'person'): Row => written(type, data, by);

const recordDue = (current: Case, events: readonly DueEvent[]): Case =>
  events.reduce((before, { type, data, at }) => recordAt(before, row(type, data as never), at), current);

const dues = (current: Case, now?: string) =>
  Object.fromEntries(timescales(current, now).map(({ what, due }) => [what, due]));
const find = (current: Case, what: string, now?: string) => timescales(current, now).find((one) => one.what === what);
const listed = (current: Case, now: string) =>
  dueEvents(current, now).map(({ type, data, at }) => [type, ...Object.values(data), at]);

test('a case in which nothing is recorded has nothing due', () => {
  assert.deepEqual(timescales(openCase({ id: CASE_ID }), MONDAY), []);
  assert.deepEqual(dueEvents(openCase({ id: CASE_ID }), MONDAY), []);
});

test('a concern sets acknowledging, deciding and listening running, soonest first', () => {
  const raised = since(MONDAY, ...journeys.aConcern);
  assert.deepEqual(Object.entries(dues(raised)), [
    ['acknowledge', '2026-03-03'],
    ['decide', '2026-03-05'],
    ['listen', '2026-03-09'],
  ]);
  assert.deepEqual(find(raised, 'acknowledge'), {
    what: 'acknowledge',
    due: '2026-03-03',
    provisional: false,
    event: 'concern.acknowledged',
    because: 'Whoever raised a concern should soon hear that it arrived.',
    cites: 'the policy “England: Care Act 2014”',
  });
});

test('a timescale has passed when its last day in London is over, and not before', () => {
  const raised = since(MONDAY, ...journeys.aConcern);
  assert.equal(find(raised, 'acknowledge', '2026-03-03T23:59:59Z')?.passed, false);
  assert.equal(find(raised, 'acknowledge', '2026-03-04T00:00:00Z')?.passed, true);
});

test('what is recorded answers it, late or in time, without a time being asked', () => {
  const acknowledged = later(since(MONDAY, ...journeys.aConcern), '2026-03-04T09:00:00Z', row('concern.acknowledged'));
  const { answered, passed } = find(acknowledged, 'acknowledge') ?? {};
  assert.deepEqual({ answered, passed }, { answered: '2026-03-04', passed: true });
  const decided = since(MONDAY, ...journeys.statutoryEnquiry);
  assert.deepEqual([find(decided, 'decide')?.passed, find(decided, 'listen')?.answered], [false, '2026-03-02']);
});

test('a conversation that was not private has not listened', () => {
  const talk = (freeToSpeak: 'no' | 'yes') => row('conversation.held', { with: ['person'], how: 'phone', freeToSpeak });
  const overheard = since(MONDAY, ...journeys.acknowledged, talk('no'));
  assert.equal(find(overheard, 'listen')?.answered, undefined);
  assert.equal(find(later(overheard, MONDAY, talk('yes')), 'listen')?.answered, '2026-03-02');
});

test('a conversation about stopping listens; an exploration without one does not', () => {
  const { notAllLimbsMet } = journeys;
  const unheard = [
    ...notAllLimbsMet.filter(([type]) => type !== 'conversation.held'),
    row('conversation.notHeld', { because: 'No reply yet' }),
    row('closure.requested', {}, 'person'),
  ];
  const attempts = ['inPerson', 'phone', 'writing'].map((how) => ({ at: '2026-03-02', how: how as 'phone' }));
  const exploration = { alternativesOffered: [], wayBackGiven: 'yes' as const };
  const tried = row('closure.explored', { ...exploration, attempts, reasons: [] });
  assert.equal(find(since(MONDAY, ...unheard, tried), 'listen')?.answered, undefined);
  assert.equal(find(since(MONDAY, ...unheard, journeys.explored), 'listen')?.answered, '2026-03-02');
});

test('what passed is to be recorded once, with when it happened', () => {
  const raised = since(MONDAY, ...journeys.aConcern);
  assert.deepEqual(listed(raised, '2026-03-03T23:59:59Z'), []);
  assert.deepEqual(listed(raised, '2026-03-20T12:00:00Z'), [
    ['timescale.passed', 'acknowledge', '2026-03-04T00:00:00.000Z'],
    ['timescale.passed', 'decide', '2026-03-06T00:00:00.000Z'],
    ['timescale.passed', 'listen', '2026-03-10T00:00:00.000Z'],
  ]);
});

test('what was answered, even late, is not recorded as passed afterwards', () => {
  const acknowledged = later(since(MONDAY, ...journeys.aConcern), '2026-03-04T09:00:00Z', row('concern.acknowledged'));
  assert.deepEqual(listed(acknowledged, '2026-03-05T12:00:00Z'), []);
});

test('a check-in falls due an interval after the plan, and goes overdue days later', () => {
  const planned = since(MONDAY, ...journeys.underWay);
  assert.equal(find(planned, 'checkIn')?.due, '2026-03-30');
  assert.equal(find(planned, 'checkInOverdue')?.due, '2026-04-02');
  assert.deepEqual(listed(planned, '2026-03-29T22:59:59Z'), []);
  assert.deepEqual(listed(planned, '2026-03-29T23:00:00Z'), [['checkIn.fellDue', '2026-03-29T23:00:00.000Z']]);
  assert.deepEqual(listed(planned, '2026-04-02T23:00:00Z'), [
    ['checkIn.fellDue', '2026-03-29T23:00:00.000Z'],
    ['checkIn.wentOverdue', '2026-04-02T23:00:00.000Z'],
  ]);
});

const checkIn = (nextDue?: string) =>
  row('checkIn.recorded', {
    makingADifference: 'yes',
    stillTheseOutcomes: 'yes',
    carryOn: 'yes',
    ...(nextDue === undefined ? {} : { nextDue }),
  });

test('the day last agreed for a check-in holds; a further plan does not move it', () => {
  const planned = since(MONDAY, ...journeys.underWay);
  const scheduled = later(planned, MONDAY, row('checkIn.scheduled', { due: '2026-03-10' }));
  assert.equal(find(scheduled, 'checkIn')?.due, '2026-03-10');
  assert.equal(find(later(scheduled, MONDAY, checkIn('2026-03-12')), 'checkIn')?.due, '2026-03-12');
  assert.equal(find(later(scheduled, '2026-03-09T09:00:00Z', checkIn()), 'checkIn')?.due, '2026-04-08');
  const again = later(scheduled, '2026-03-06T09:00:00Z', row('outcomes.reopened'), journeys.planAgreed);
  assert.equal(find(again, 'checkIn')?.due, '2026-03-10');
});

test('check-ins wait while outcomes or closing are talked about', () => {
  const planned = since(MONDAY, ...journeys.underWay);
  const talking = later(planned, MONDAY, row('closure.requested', {}, 'person'));
  assert.equal(find(talking, 'checkIn'), undefined);
  assert.equal(find(talking, 'explore')?.due, '2026-03-09');
  assert.deepEqual(listed(talking, '2026-06-01T00:00:00Z'), [
    ['timescale.passed', 'explore', '2026-03-10T00:00:00.000Z'],
  ]);
  assert.equal(find(later(talking, MONDAY, journeys.explored), 'explore')?.answered, '2026-03-02');
  assert.equal(find(later(talking, MONDAY, row('closure.reconsidered')), 'explore'), undefined);
});

test('a second wish to stop has its own day, even if it was said before the first one’s passed', () => {
  const wish = row('closure.requested', {}, 'person');
  const asked = later(since(MONDAY, ...journeys.underWay), MONDAY, wish);
  const passed = recordDue(asked, dueEvents(asked, '2026-03-12T00:00:00Z'));
  const again = later(passed, MONDAY, row('closure.reconsidered'), wish);
  assert.deepEqual(listed(again, '2026-03-12T00:00:00Z'), [
    ['timescale.passed', 'explore', '2026-03-10T00:00:00.000Z'],
  ]);
});

test('a return to the test sets deciding running again', () => {
  const { heard } = journeys;
  const asked = since(MONDAY, ...heard, row('closure.requested', {}, 'person'));
  const returned = later(asked, '2026-04-01T09:00:00Z', row('closure.reconsidered'));
  assert.equal(find(returned, 'decide')?.due, '2026-04-08');
});

test('each enquiry that others make has its own day', () => {
  const caused = (enquiryId: string, reportBy?: string) =>
    row('enquiry.caused', { enquiryId, to: 'Trust', about: 'Falls', ...(reportBy === undefined ? {} : { reportBy }) });
  const planned = later(since(MONDAY, ...journeys.underWay), MONDAY, checkIn('2027-03-01'));
  const two = later(planned, MONDAY, caused('e1'), caused('e2', '2026-03-11'), caused('e3', '2026-03-11'));
  const reports = timescales(two).filter(({ what }) => what === 'report');
  assert.deepEqual(
    reports.map(({ enquiryId, due }) => [enquiryId, due]),
    [
      ['e2', '2026-03-11'],
      ['e3', '2026-03-11'],
      ['e1', '2026-03-30'],
    ],
  );
  assert.deepEqual(listed(two, '2026-05-01T00:00:00Z'), [
    ['timescale.passed', 'report', '2026-03-12T00:00:00.000Z'],
    ['timescale.passed', 'report', '2026-03-30T23:00:00.000Z'],
  ]);
  const reported = later(two, MONDAY, row('enquiry.reported', { enquiryId: 'e1', found: 'Nothing', enough: 'yes' }));
  assert.equal(find(reported, 'report')?.answered, undefined);
  assert.deepEqual(listed(reported, '2026-05-01T00:00:00Z'), [
    ['timescale.passed', 'report', '2026-03-12T00:00:00.000Z'],
  ]);
});

test('a day that is corrected to a later one may pass once more', () => {
  const about = { enquiryId: 'e1', to: 'Trust', about: 'Falls' };
  const planned = later(since(MONDAY, ...journeys.underWay), MONDAY, checkIn('2027-03-01'));
  const caused = later(planned, MONDAY, row('enquiry.caused', { ...about, reportBy: '2026-03-11' }));
  const passed = recordDue(caused, dueEvents(caused, '2026-03-20T00:00:00Z'));
  assert.deepEqual(listed(passed, '2026-05-01T00:00:00Z'), []);
  const data = { ...about, reportBy: '2026-03-25' };
  const moved = later(
    passed,
    MONDAY,
    row('entry.corrected', { entryId: idOf(caused.entries.length), because: 'Typed wrongly', data }),
  );
  assert.deepEqual(listed(moved, '2026-05-01T00:00:00Z'), [['timescale.passed', 'report', '2026-03-26T00:00:00.000Z']]);
});

test('once the case is handed on nothing more falls due; opened again, it counts from then', () => {
  const stepDown = since(MONDAY, ...journeys.noEnquiry);
  assert.ok(timescales(stepDown).every(({ answered }) => answered !== undefined));
  const reopened = later(
    since(MONDAY, ...journeys.closed),
    '2026-11-20T09:00:00Z',
    row('case.reopened', { because: 'Again' }),
  );
  assert.deepEqual(dues(reopened), { decide: '2026-11-25', listen: '2026-11-27' });
});

test('a leap day and years whose bank holidays are not known yet', () => {
  assert.equal(find(since('2024-02-28T09:00:00Z', ...journeys.aConcern), 'acknowledge')?.due, '2024-02-29');
  const { due, provisional } = find(since('2027-12-31T09:00:00Z', ...journeys.aConcern), 'acknowledge') ?? {};
  assert.deepEqual({ due, provisional }, { due: '2028-01-04', provisional: true });
  const far = later(since(MONDAY, ...journeys.underWay), MONDAY, row('checkIn.scheduled', { due: '2027-12-31' }));
  assert.deepEqual([find(far, 'checkIn')?.provisional, find(far, 'checkInOverdue')?.provisional], [false, true]);
});

test('a concern raised in the last hour of a summer evening counts from its day in London', () => {
  assert.equal(find(since('2026-06-30T23:30:00Z', ...journeys.aConcern), 'acknowledge')?.due, '2026-07-02');
});

test('at any time, in any case: recorded, nothing is listed again, and nothing is dated after now', () => {
  const starts = [journeys.aConcern, journeys.heard, journeys.statutoryEnquiry, journeys.underWay, journeys.closed].map(
    (rows) => since(MONDAY, ...rows),
  );
  const days = fc.integer({ min: numberOfDay('2026-03-02'), max: numberOfDay('2026-06-30') });
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(days, { minLength: 1, maxLength: 4 }), (start, times) => {
      let current = start;
      for (const day of times.sort((a, b) => a - b)) {
        const now = `${dayOfNumber(day)}T12:00:00Z`;
        const events = dueEvents(current, now);
        assert.ok(events.every(({ at }) => Date.parse(at) <= Date.parse(now)));
        current = recordDue(current, events);
        assert.deepEqual(dueEvents(current, now), []);
      }
    }),
    { numRuns: 60 },
  );
});

test('what is no time is refused', () => {
  assert.throws(() => timescales(openCase({ id: CASE_ID }), 'soon'), { code: 'instant-unreadable' });
  assert.throws(() => dueEvents(openCase({ id: CASE_ID }), 'soon'), { code: 'instant-unreadable' });
});

const a = (instant: string): number => Date.parse(instant);

test('it says when to ask again: not a moment before something is due, and nothing where nothing will be', () => {
  const cases = [
    since(MONDAY, ...journeys.aConcern),
    since(MONDAY, ...journeys.acknowledged),
    since(MONDAY, ...journeys.underWay),
    since(MONDAY, ...journeys.underWay, row('closure.requested', {}, 'person')),
    since('2026-03-27T10:00:00Z', ...journeys.underWay, row('checkIn.scheduled', { due: '2026-03-29' })),
    since('2026-10-20T10:00:00Z', ...journeys.underWay, row('checkIn.scheduled', { due: '2026-10-26' })),
    since('2028-02-20T10:00:00Z', ...journeys.underWay, row('checkIn.scheduled', { due: '2028-02-29' })),
  ];
  for (const current of cases) {
    const at = nextDueAt(current) ?? '';
    assert.ok(a(at) > a(MONDAY), at);
    assert.deepEqual(dueEvents(current, new Date(a(at) - 1).toISOString()), [], `${at}: too late`);
    assert.notDeepEqual(dueEvents(current, at), [], `${at}: too early`);
  }
  assert.equal(nextDueAt(openCase({ id: CASE_ID })), undefined);
  assert.equal(nextDueAt(since(MONDAY, ...journeys.closed)), undefined);
});

test('what is recorded is not waited for again; the next thing is', () => {
  let current = since(MONDAY, ...journeys.underWay);
  const moments: string[] = [];
  for (let at = nextDueAt(current); at !== undefined; at = nextDueAt(current)) {
    moments.push(at);
    assert.ok(moments.length < 20, 'it never ends');
    current = recordDue(current, dueEvents(current, at));
  }
  assert.ok(moments.length >= 2);
  assert.deepEqual(moments, [...moments].sort());
});
