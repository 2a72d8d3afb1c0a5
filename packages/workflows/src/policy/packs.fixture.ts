import type { EventType } from '../case/events.js';
import { whatCanHappen } from '../case/judge.js';
import { record } from '../case/record.js';
import { duties } from '../duties/duties-of-case.js';
import type { DutyCode } from '../duties/duty.js';
import { prompts } from '../prompts/prompts.js';
import { type Written, buildEvent, givenPolicy, journeys, written as w } from '../testing/index.js';
import { timescales } from '../timescales/timescales.js';
import type { Policy } from './policy.schema.js';

export type Ask = (policy: Policy) => unknown;

const { acknowledged, heard } = journeys;

/** The points of the pack’s own test, all met, or all but the last. */
export const pointsOf = ({ limbs }: Policy, last: 'met' | 'notMet' = 'met'): Written[] =>
  limbs.map(({ code }, index) =>
    w('threshold.limbAssessed', {
      limb: code,
      answer: index === limbs.length - 1 ? last : 'met',
      because: 'Two visits',
    }),
  );

export const decide = (route: 'statutoryEnquiry' | 'otherEnquiry' | 'noEnquiry') =>
  w('threshold.decided', { route, because: 'What was found' });

export const enquiry = (policy: Policy): Written[] => [...heard, ...pointsOf(policy), decide('statutoryEnquiry')];

export const explored = (reasons: ('protectingSomeone' | 'lostTrust' | 'feelsSafe' | 'privacy')[]) =>
  w('closure.explored', {
    conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes' },
    reasons,
    alternativesOffered: [],
    wayBackGiven: 'yes',
  });

export const stop = w('closure.requested', {}, 'person');
export const concluded = journeys.concluded;
export const at = (policy: Policy, ...events: readonly Written[]) => givenPolicy(policy, ...events).case;

/** Is this accepted? If not, the codes, and the field where data do not fit. */
export const takes =
  (events: (policy: Policy) => readonly Written[], ...[type, data, by]: Written): Ask =>
  (policy) => {
    const current = at(policy, ...events(policy));
    const event = buildEvent({
      number: current.entries.length + 1,
      type,
      ...(data === undefined ? {} : { data: data as never }),
      ...(by === undefined ? {} : { by }),
    });
    const result = record(current, event);
    return result.ok
      ? 'accepted'
      : result.blockers.map(({ code, path }) => (path ? `${code} ${path}` : code)).join(', ');
  };

/** Which law is cited where something is refused? */
export const cites =
  (events: (policy: Policy) => readonly Written[], type: EventType, code: string): Ask =>
  (policy) =>
    whatCanHappen(at(policy, ...events(policy)))
      .find((one) => one.type === type)
      ?.blockers.find((one) => one.code === code)?.cites;

export const says =
  (events: (policy: Policy) => readonly Written[], type: EventType, code: string): Ask =>
  (policy) =>
    whatCanHappen(at(policy, ...events(policy)))
      .find((one) => one.type === type)
      ?.blockers.find((one) => one.code === code)?.message;

export const duty =
  (events: (policy: Policy) => readonly Written[], code: DutyCode): Ask =>
  (policy) => {
    const found = duties(at(policy, ...events(policy))).find((one) => one.code === code);
    return `${found?.status ?? ''}: ${found?.cites ?? ''}`;
  };

export const due =
  (events: (policy: Policy) => readonly Written[], what: string): Ask =>
  (policy) =>
    timescales(at(policy, ...events(policy))).find((one) => one.what === what)?.due;

export const prompt =
  (events: (policy: Policy) => readonly Written[], code: string): Ask =>
  (policy) =>
    prompts(at(policy, ...events(policy))).find((one) => one.code === code)?.message;

export const born = (dateOfBirth: string): Written[] => [
  w('concern.raised', { whatHappened: 'He takes his money.', adult: { dateOfBirth } }),
  ...acknowledged.slice(1),
];

export const under18 = w('threshold.decided', {
  route: 'redirected',
  ground: 'under18',
  to: 'Children’s services',
  because: 'Age',
});
export const refused = (policy: Policy): Written[] => [
  ...enquiry(policy),
  w('support.offered', { supportId: 's1', kind: 'careActAssessment' }),
  w('support.declined', { supportId: 's1', because: 'No more people' }, 'person'),
];
export const accepted = (policy: Policy): Written[] => [
  ...enquiry(policy),
  w('support.offered', { supportId: 's1', kind: 'careActAssessment' }),
  w('support.accepted', { supportId: 's1' }, 'person'),
];
export const withdraw = w('support.withdrawn', {
  supportId: 's1',
  because: 'No team',
  insteadOffered: 'Advice',
  personTold: 'yes',
});
export const limb = (code: string) => w('threshold.limbAssessed', { limb: code, answer: 'met', because: 'Two visits' });
export const closing = (policy: Policy, ...reasons: Parameters<typeof explored>[0]) => [
  ...enquiry(policy),
  concluded,
  stop,
  explored(reasons),
];

export type Row = readonly [name: string, ask: Ask, england: unknown, theirs: unknown];
