import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Case, openCase } from '../case/case.js';
import { type EventType, eventTypes } from '../case/events.js';
import { record } from '../case/record.js';
import { type Written, buildEvent, journeys } from '../testing/index.js';

const fixture = new URL('../../../../tests/model/fixtures/events.json', import.meta.url);

export const { samples } = JSON.parse(readFileSync(fixture, 'utf8')) as {
  samples: Record<EventType, Record<string, unknown>>;
};

const START = Date.UTC(2026, 0, 30, 9);
const HOUR = 3_600_000;

const pickFrom = <T>(pick: number, ...values: T[]): T => values[pick % values.length] as T;

const changed: { readonly [T in EventType]?: (pick: number) => Record<string, unknown> } = {
  'concern.raised': (pick) => ({
    types: pickFrom(pick, ['physical', 'selfNeglect'], ['notKnown'], ['physical'], []),
    sourceOfRisk: pickFrom(pick, 'serviceProvider', 'notKnown', 'unknownToPerson'),
    location: pickFrom(pick, 'other', 'notRecorded', 'hospitalAcute'),
  }),
  'conversation.held': (pick) => ({
    with: pickFrom(pick, ['person'], ['representative'], ['person', 'advocate']),
    freeToSpeak: pickFrom(pick, 'yes', 'yes', 'no', 'notKnown', 'yes'),
  }),
  'threshold.limbAssessed': (pick) => ({
    limb: pickFrom(pick, 'needs', 'abuseOrRisk', 'unableToProtect'),
    answer: pickFrom(pick, 'met', 'met', 'met', 'met', 'notMet'),
  }),
  'threshold.decided': (pick) => ({
    route: pickFrom(pick, 'statutoryEnquiry', 'otherEnquiry', 'noEnquiry', 'redirected'),
    ...pickFrom(pick, { ground: 'died' }, { ground: 'elsewhere', to: 'Council B' }, {}),
  }),
  'capacity.assessed': (pick) => ({ conclusion: pickFrom(pick, 'hasCapacity', 'lacksCapacity') }),
  'representative.named': (pick) => ({ conflicted: pickFrom(pick, 'yes', 'no', 'notKnown') }),
  'advocacy.considered': (pick) => ({ difficulty: pickFrom(pick, [], ['retain']) }),
  'wishes.recorded': (pick) => ({
    about: pickFrom(pick, 'enquire', 'share'),
    answer: pickFrom(pick, 'yes', 'no', 'unsure'),
  }),
  'wishes.overridden': (pick) => ({ about: pickFrom(pick, 'enquire', 'share', 'act') }),
  'safety.rated': (pick) => ({
    moment: pickFrom(pick, 'start', 'end', 'checkIn'),
    ...pickFrom(
      pick,
      { rating: 1 },
      { rating: 3 },
      { rating: 5 },
      { rating: undefined, words: 'Better' },
      { rating: 2 },
    ),
  }),
  'outcomes.asked': (pick) => ({ result: pickFrom(pick, 'expressed', 'noneExpressed', 'notAsked'), because: 'Ill' }),
  'outcome.reworked': (pick) => ({ personAgrees: pickFrom(pick, 'yes', 'no', 'cannotSay') }),
  'outcome.reviewed': (pick) => ({
    result: pickFrom(pick, 'achieved', 'partlyAchieved', 'notAchieved'),
    view: pickFrom(pick, 'person', 'practitioner', 'representative', 'advocate', 'practitioner'),
  }),
  'enquiry.concluded': (pick) => ({
    result: pickFrom(pick, 'riskIdentified', 'riskIdentified', 'inconclusive', 'noRisk', 'ceasedAtPersonsRequest'),
    actionTaken: pickFrom(pick, 'yes', 'no'),
  }),
  'risk.reviewed': (pick) => ({ result: pickFrom(pick, 'removed', 'reduced', 'remains') }),
  'support.offered': (pick) => ({ kind: pickFrom(pick, 'housing', 'police', 'advocacy') }),
  'support.declined': (pick) => ({ noReply: pickFrom(pick, 'yes', 'no') }),
  'experience.recorded': (pick) => ({
    outcomesMet: pickFrom(pick, 'fully', 'no', undefined),
    answeredBy: pickFrom(pick, 'person', 'representative', undefined),
    mayBeQuoted: pickFrom(pick, 'yes', 'no', undefined),
  }),
  'case.linked': (pick) => ({ linkedCaseId: caseId(pick % 4) }),
};

export const caseId = (number: number): string => `case-${number}`;

/** The sample of an event with some of its answers changed, so that every cell of a table is met. */
const variant = (type: EventType, pick: number): Record<string, unknown> => {
  const data: Record<string, unknown> = { ...structuredClone(samples[type]), ...changed[type]?.(pick) };
  if ('outcomeId' in data) data['outcomeId'] = pickFrom(pick, 'o1', 'o2', 'constructor');
  if ('supportId' in data) data['supportId'] = pickFrom(pick, 's1', 's2', '__proto__');
  for (const [key, value] of Object.entries(data)) if (value === undefined) delete data[key];
  return data;
};

type Step = { type: EventType; role: 'practitioner' | 'manager' | 'person' | 'partner'; pick: number; hours: number };

const attempt = (current: Case, type: EventType, data: object | undefined, role: Step['role'], hours: number): Case => {
  const number = current.entries.length + 1;
  const at = new Date(START + hours * HOUR).toISOString();
  const { id } = current;
  const event = buildEvent({
    number: number + 1000 * Number(id.slice(5)),
    type,
    data: data as never,
    by: role,
    at,
    caseId: id,
  });
  const result = record(current, event);
  return result.ok ? result.case : current;
};

/** What people tried to record on a case; whatever was refused is not in it. Some of it is written down late. */
const grow = (number: number, journey: readonly Written[], steps: readonly Step[]): Case => {
  let hours = 0;
  let current: Case = openCase({ id: caseId(number) });
  for (const [type, data, by] of journey) {
    hours += 40;
    const role = type === 'concern.raised' ? 'practitioner' : ((by ?? 'practitioner') as Step['role']);
    current = attempt(current, type, data, role, hours);
  }
  for (const { type, role, pick, hours: ahead } of steps) {
    hours += Math.max(ahead, 0);
    const data = variant(type, pick);
    const target = current.entries[pick % current.entries.length];
    if (type === 'entry.corrected' && target) {
      data['entryId'] = target.id;
      if (pick % 3 === 0) delete data['data'];
      else data['data'] = { ...target.data, ...changed[target.type]?.(pick + 1) };
    }
    current = attempt(current, type, data, role, hours + Math.min(ahead, 0));
  }
  return current;
};

const likely: readonly EventType[] = [
  ...Array.from({ length: 5 }, () => 'entry.corrected' as const),
  ...Array.from({ length: 6 }, () => 'safety.rated' as const),
  ...(['risk.reviewed', 'outcome.reviewed', 'enquiry.concluded', 'capacity.assessed', 'closure.approved'] as const),
  ...(['case.closed', 'case.reopened', 'danger.reported', 'closure.requested', 'closure.reconsidered'] as const),
];

const step = fc.record<Step>({
  type: fc.constantFrom<EventType>(...eventTypes, ...likely),
  role: fc.constantFrom('practitioner', 'practitioner', 'manager', 'person', 'partner'),
  pick: fc.nat(119),
  hours: fc.integer({ min: -200, max: 600 }),
});

const begun = Object.values(journeys).filter(
  (journey): journey is readonly Written[] => journey[0]?.[0] === 'concern.raised',
);

const { underWay, otherEnquiry, outcomeAgreed, planAgreed, concluded, explored, reviewing } = journeys;
const deciding = [...reviewing.slice(0, -2), explored];
const otherUnderWay = [
  ...otherEnquiry,
  ...outcomeAgreed,
  planAgreed,
  concluded,
  ...deciding.slice(underWay.length + 1),
];
const afterOther = [...otherUnderWay, ...reviewing.slice(-1)];

/** A few cases, each begun by a journey that may happen and gone on with at random. */
export const histories: fc.Arbitrary<Case[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...begun, journeys.closed, reviewing, deciding, otherUnderWay, afterOther),
      fc.array(step, { maxLength: 60 }),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((cases) => cases.map(([journey, steps], number) => grow(number, journey, steps)));
