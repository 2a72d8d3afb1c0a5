import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../case/case.js';
import { openCase } from '../case/case.js';
import { EngineError } from '../case/engine-error.js';
import { type EventType, type Role, eventTypes } from '../case/events.js';
import { blockers } from '../case/judge.js';
import { projectionOf } from '../case/projection.js';
import { record } from '../case/record.js';
import { englandCareAct } from '../policy/england-care-act.js';
import { type Written, CASE_ID, buildEvent, given, givenPolicy, journeys, written as w } from '../testing/index.js';
import { constructive } from './constructive.js';
import { pathTo } from './path-to.js';
import { sentences } from './sentences.js';

const places: Readonly<Record<string, readonly Written[]>> = {
  'nothing recorded': [],
  'a concern': journeys.aConcern,
  'all points met': journeys.allLimbsMet,
  'a point not met': journeys.notAllLimbsMet,
  'a statutory enquiry': journeys.statutoryEnquiry,
  'another enquiry': journeys.otherEnquiry,
  'no enquiry': journeys.noEnquiry,
  'a plan under way': journeys.underWay,
  'looking back': journeys.reviewing,
  'handing on': journeys.stepDown,
  closed: journeys.closed,
  'against a wish, with an enquiry caused and in danger': [
    ...journeys.underWay,
    w('enquiry.caused', { enquiryId: 'e1', to: 'GP', about: 'Care' }),
    w('wishes.recorded', { about: 'act', answer: 'no' }),
    w('wishes.overridden', { about: 'act', grounds: ['riskToAdults'], proportionate: 'Only this' }),
    w('danger.reported', { what: 'He is at the door' }),
    w('support.offered', { supportId: 's1', kind: 'housing' }),
    w('support.offered', { supportId: 's2', kind: 'police' }),
    w('support.offered', { supportId: 's3', kind: 'careActAssessment' }),
    w('support.declined', { supportId: 's3', because: 'No' }),
  ],
  'somebody who lacks capacity, under pressure': [
    ...journeys.underWay,
    journeys.concluded,
    w('closure.requested', {}, 'person'),
    w('closure.explored', {
      conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes' },
      reasons: ['pressureFromSomeone'],
      alternativesOffered: [],
      wayBackGiven: 'yes',
    }),
    w('capacity.assessed', {
      decision: 'close',
      ableToDecide: { understand: 'no', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' },
      impairment: 'Stroke',
      supportGiven: ['Pictures'],
      conclusion: 'lacksCapacity',
    }),
  ],
};

const atOf = (events: readonly Written[]): Case =>
  events.length === 0 ? openCase({ id: CASE_ID }) : given(...events).case;

const recorderOf = (policy: Case['policy'], type: EventType): Role | undefined => {
  const allowed = policy.mayRecord[type] ?? [];
  return (
    (['practitioner', 'manager', 'person', 'system'] as const).find((role) => allowed.includes(role)) ?? allowed[0]
  );
};

const take = (current: Case, type: EventType): Case[] =>
  constructive(current, type).flatMap((data) => {
    const by = recorderOf(current.policy, type);
    const event = buildEvent({ number: current.entries.length + 1, type, data: data as never, ...(by ? { by } : {}) });
    const result = record(current, event);
    return result.ok ? [result.case] : [];
  });

/** Follows the way with data of the right kind; several outcomes, offers or points may be answered in any order. */
const follow = (start: Case, types: readonly EventType[]): Case[] =>
  types.reduce<Case[]>((cases, type) => cases.flatMap((current) => take(current, type)).slice(0, 60), [start]);

const shortest = (start: Case, isThere: (current: Case, type: EventType) => boolean, most: number): number => {
  let edge = [start];
  const known = new Set([projectionOf(start)]);
  for (let length = 1; length <= most; length += 1) {
    const next: Case[] = [];
    for (const current of edge) {
      for (const type of eventTypes) {
        for (const there of take(current, type)) {
          if (isThere(there, type)) return length;
          const key = projectionOf(there);
          if (known.has(key)) continue;
          known.add(key);
          next.push(there);
        }
      }
    }
    edge = next;
  }
  return Infinity;
};

for (const [name, events] of Object.entries(places)) {
  for (const goal of ['closed', 'plan.agreed', 'closure.agreed'] as const) {
    test(`from ${name} the way to ${goal} leads there`, () => {
      const start = atOf(events);
      const steps = pathTo(start, goal);
      const ends = follow(
        start,
        steps.map(({ type }) => type),
      );
      assert.ok(
        steps.length === 0 ? start.state.journey === 'closed' && goal === 'closed' : ends.length > 0,
        steps.map(({ type }) => type).join(' '),
      );
      if (goal === 'closed') assert.ok([...ends, start].some(({ state }) => state.journey === 'closed'));
      else assert.equal(steps.at(-1)?.type, goal);
    });
  }
}

test('no shorter way exists, among everything that takes a case further', () => {
  let compared = 0;
  for (const events of Object.values(places)) {
    const start = atOf(events);
    for (const goal of ['plan.agreed', 'closure.agreed', 'case.closed', 'enquiry.concluded'] as const) {
      const found = pathTo(start, goal).length;
      if (found > 3) continue;
      compared += 1;
      assert.equal(
        found,
        shortest(start, (_, type) => type === goal, found),
        `${goal}: ${found}`,
      );
    }
  }
  assert.ok(compared >= 12, `only ${compared} ways were compared`);
});

test('each step is a sentence, says who may record it and which law asks for it, and what it clears', () => {
  const steps = pathTo(given(...journeys.stepDown).case, 'closed');
  assert.deepEqual(steps, [
    {
      type: 'support.notOffered',
      sentence: 'Offer other help, or say why nothing more is wanted.',
      cites: 'Care Act 2014 s2, s4, s9',
      roles: ['practitioner', 'manager'],
      clears: ['support-not-considered'],
      or: [],
    },
    {
      type: 'case.closed',
      sentence: 'Close the case.',
      cites: 'Care and Support Statutory Guidance 14',
      roles: ['practitioner', 'manager'],
      clears: [],
      or: [],
    },
  ]);
});

test('where two events would do, the other is named', () => {
  const steps = pathTo(given(...journeys.acknowledged).case, 'plan.agreed');
  const heard = steps.find(({ type }) => type === 'conversation.held');
  assert.deepEqual(heard?.clears, ['person-not-heard']);
  assert.deepEqual(heard?.or, ['conversation.notHeld']);
});

test('a case that is there needs no step', () => {
  assert.deepEqual(pathTo(given(...journeys.closed).case, 'closed'), []);
  assert.deepEqual(pathTo(given(...journeys.underWay).case, 'active.checkIns'), []);
});

test('a goal may be a state of the journey', () => {
  const steps = pathTo(given(...journeys.allLimbsMet).case, 'active.checkIns.waiting');
  assert.deepEqual(steps.at(-1)?.type, 'plan.agreed');
});

const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof EngineError ? error.code : error;
  }
  return undefined;
};

test('a goal that does not exist, or that nothing leads to, is said with a code', () => {
  const { case: current } = given(...journeys.underWay);
  assert.equal(
    codeOf(() => pathTo(current, 'finished')),
    'goal-unknown',
  );
  assert.equal(
    codeOf(() => pathTo(current, 'concern')),
    'goal-out-of-reach',
  );
});

test('a pack that lets nobody record an event has no way that needs it', () => {
  const policy = { ...englandCareAct, mayRecord: { ...englandCareAct.mayRecord, 'review.completed': [] } };
  const { case: current } = givenPolicy(policy, ...journeys.reviewing);
  assert.equal(
    codeOf(() => pathTo(current, 'review.completed')),
    'goal-out-of-reach',
  );
});

test('a pack’s own words for a step are used', () => {
  const policy = { ...englandCareAct, wording: { 'case.closed': { message: 'End it together.' } } };
  const { case: current } = givenPolicy(policy, ...journeys.stepDown);
  assert.equal(pathTo(current, 'closed').at(-1)?.sentence, 'End it together.');
});

test('looking for a way changes nothing, and every event has its sentence', () => {
  const { case: current } = given(...journeys.underWay);
  const before = JSON.stringify(current);
  pathTo(current, 'closed');
  assert.equal(JSON.stringify(current), before);
  for (const type of eventTypes) assert.ok(sentences[type][0].endsWith('.') && sentences[type][1].length > 0, type);
  assert.deepEqual(blockers(current, buildEvent({ number: 99, type: 'adjustment.agreed' })), []);
});
