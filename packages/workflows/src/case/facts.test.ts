import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEvent } from '../testing/index.js';
import { toEntry } from './correct.js';
import type { EventType } from './events.js';
import { type Facts, foldEntry, noFacts } from './facts.js';

const nothingKnown: Facts = {
  concern: { raised: false, carerKnown: false, informationSharedAt: 0, age: null, dateOfBirth: null, ageBand: null },
  danger: { othersAtRisk: { adults: 'notKnown', children: 'notKnown' }, othersAtRiskAt: 0, seriousHarm: false },
  voice: {
    personHeardAt: 0,
    representativeHeardAt: 0,
    advocateHeardAt: 0,
    notHeldAt: 0,
    representativeConflicted: false,
    wishes: {},
    overrides: {},
    endSafetySaid: false,
    disagreesWithClosingAt: 0,
  },
  capacity: { lacks: {}, inBestInterests: {} },
  advocacy: { considered: false, needed: false, requested: false },
  threshold: { limbs: {}, ground: null },
  outcomes: { asked: false, outcomes: {} },
  checkIns: { enquiries: {}, route: null, concludedOn: null },
  closure: {
    requestedAt: 0,
    requestedByPerson: false,
    exploredAt: 0,
    exploredBy: null,
    reasons: [],
    privacyNotKnown: false,
    approvedAt: 0,
    risk: null,
  },
  stepDown: { offers: {}, notOffered: false, transferAccepted: false, closed: false, learned: false },
  prompts: {
    safeContactKnown: false,
    needsAdjustment: false,
    mayLackCapacity: false,
    adjusted: false,
    capacityAssessed: false,
    startSafetySaid: false,
    wishesAsked: false,
    ownWords: false,
    aboutSelf: false,
    referrerTold: false,
    concerns: 0,
    linked: false,
    checkInPlanned: false,
    lastCheckIn: null,
    planReviewDated: false,
    livesInCare: false,
    askedOthers: false,
  },
};

test('of a case of which nothing is recorded, nothing is known', () => {
  assert.deepEqual(noFacts, nothingKnown);
});

/** A closed case of which something is known everywhere that a return or a reopening could reach. */
const known: Facts = {
  ...noFacts,
  voice: {
    personHeardAt: 5,
    representativeHeardAt: 6,
    advocateHeardAt: 7,
    notHeldAt: 8,
    representativeConflicted: true,
    wishes: { act: 'no' },
    overrides: { act: { lawful: true, explained: true, at: 9 } },
    endSafetySaid: true,
    disagreesWithClosingAt: 10,
  },
  checkIns: { enquiries: { q1: 'caused' }, route: 'statutoryEnquiry', concludedOn: 'statutoryEnquiry' },
  closure: {
    requestedAt: 11,
    requestedByPerson: true,
    exploredAt: 12,
    exploredBy: 'somebody',
    reasons: ['tooMuchProcess'],
    privacyNotKnown: true,
    approvedAt: 13,
    risk: 'reduced',
  },
  stepDown: {
    offers: {},
    notOffered: true,
    transferAccepted: true,
    closed: true,
    learned: true,
  },
  outcomes: { asked: true, outcomes: { o1: { status: 'agreed', wordedAt: 3, reviewedAt: 14 } } },
};

const reviewedAnew = { o1: { status: 'agreed', wordedAt: 3, reviewedAt: 0 } };

const after = (type: EventType): Facts => foldEntry(known, toEntry(buildEvent({ number: 20, type } as never), 20, {}));

test('going on after all voids why the person wanted to close, and what was said about the end', () => {
  for (const type of ['closure.reconsidered', 'closure.overridden'] as const) {
    const { voice, closure, checkIns, outcomes, stepDown } = after(type);
    assert.deepEqual(outcomes, { asked: true, outcomes: reviewedAnew });
    assert.deepEqual(stepDown, { ...known.stepDown, transferAccepted: false });
    assert.deepEqual(voice, { ...known.voice, endSafetySaid: false, disagreesWithClosingAt: 0 });
    assert.deepEqual(closure, { ...noFacts.closure, requestedAt: 11 });
    assert.deepEqual(checkIns, known.checkIns);
  }
});

test('a case that opens again is heard, decided and explored again; what the person answered stays known', () => {
  const { voice, closure, checkIns, stepDown, outcomes } = after('case.reopened');
  assert.deepEqual(voice, { ...noFacts.voice, representativeConflicted: true, wishes: { act: 'no' } });
  assert.deepEqual(closure, noFacts.closure);
  assert.deepEqual(checkIns, noFacts.checkIns);
  assert.deepEqual(stepDown, noFacts.stepDown);
  assert.deepEqual(outcomes, { asked: false, outcomes: reviewedAnew });
});

test('an event that opens nothing again voids nothing', () => {
  assert.deepEqual(after('case.allocated'), known);
  const open = { ...known, stepDown: { ...known.stepDown, closed: false } };
  assert.deepEqual(foldEntry(open, toEntry(buildEvent({ number: 20, type: 'case.reopened' } as never), 20, {})), open);
});
