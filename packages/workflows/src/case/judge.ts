import { type Blocker, type Rule, type Rules, type Situation, type Wanted, toBlocker } from '../kit/rule.js';
import { inWordsOf } from '../kit/wording.js';
import { type Case, type Stage, stageOf } from './case.js';
import type { Standing } from './advance.js';
import type { ChartEvent } from './chart.types.js';
import { movedTheCase } from './correct.js';
import { impossibleDates } from './dates.js';
import { type CaseEvent, type EventType, type Role, eventTypes, isEventType } from './events.js';
import { unknownToPack } from './pack-codes.js';
import { allLimbsMet, isEnquiryUnderWay, settledByOneNotMet } from './read.js';
import { invalidReferences } from './refer.js';
import { rules } from './rules.js';
import { accepts } from './step.js';
import { invalidData, invalidEnvelope } from './validate.js';
import { wayTo } from './ways.js';

const stageWords: Readonly<Record<Stage, string>> = {
  concern: 'the concern has not been acknowledged yet',
  threshold: 'the case is at the three-point test',
  outcomes: 'the case is at what the person wants',
  'check-ins': 'the enquiry and the plan are under way',
  closure: 'closing is being talked about',
  'step-down': 'the case is being handed on to other help',
  closed: 'the case is closed',
};

const noConcern = ({ policy }: Situation): Blocker => ({
  code: 'no-concern',
  ...inWordsOf(policy, 'no-concern', {
    message: 'Nothing has been raised yet. A case begins with a concern.',
    cites: 'Care Act 2014 s42(1)',
  }),
  clearedBy: ['concern.raised'],
});

/** Decisions that an honest answer leaves open here. An enquiry under way only ever becomes a statutory one. */
const routesOpen = (situation: Situation) => {
  if (situation.context.closed) return ['statutoryEnquiry', 'otherEnquiry', 'noEnquiry'] as const;
  if (isEnquiryUnderWay(situation)) return allLimbsMet(situation) ? (['statutoryEnquiry'] as const) : [];
  if (allLimbsMet(situation)) return ['statutoryEnquiry'] as const;
  return settledByOneNotMet(situation)
    ? (['otherEnquiry', 'noEnquiry'] as const)
    : (['statutoryEnquiry', 'otherEnquiry', 'noEnquiry'] as const);
};

/** The events that lead from here to where this one has its place. */
export const wayFrom = (standing: Standing, type: EventType): readonly EventType[] =>
  wayTo(standing, routesOpen(standing), type, eventTypes);

const wrongStage = (standing: Standing, type: EventType): Blocker => ({
  code: 'wrong-stage',
  message: `This cannot be recorded now: ${stageWords[stageOf(standing)]}.`,
  cites: 'the statechart of this workflow',
  clearedBy: wayFrom(standing, type),
});

/** Who somebody is, in words for a sentence. */
export const roleWords: Readonly<Record<Role, string>> = {
  person: 'the person',
  representative: 'somebody who speaks for them',
  advocate: 'an advocate',
  referrer: 'whoever raised the concern',
  practitioner: 'a practitioner',
  manager: 'a manager',
  partner: 'a partner organisation',
  system: 'the system, by itself',
};

const roleNotAllowed = ({ policy }: Situation, type: EventType): Blocker => ({
  code: 'role-not-allowed',
  message: `Somebody else records this: ${(policy.mayRecord[type] ?? []).map((role) => roleWords[role]).join(', or ')}.`,
  cites: `the policy “${policy.name}”`,
  clearedBy: [],
});

const entryMoved = (): Blocker => ({
  code: 'entry-moved-the-case',
  message:
    'This entry moved the case on, so it cannot be taken back by a correction. Record what is true now as a new entry instead.',
  cites: 'the rules on correcting the record',
  clearedBy: [],
});

const noRules: readonly Rule[] = [];

const broken = (situation: Situation, wanted: Wanted, written: Rules): readonly Rule[] =>
  ((written[wanted.type] ?? noRules) as readonly Rule[]).filter((rule) => rule.blocks(situation, wanted));

const mayNot = ({ policy }: Situation, type: EventType, role: Role | undefined): boolean =>
  role !== undefined && !(policy.mayRecord[type] ?? []).includes(role);

/** What stands in the way by the chart, the roles and the rules. Data that do not fit are judged elsewhere. */
export const standingBlockers = (
  standing: Standing,
  wanted: Wanted,
  whichData: 'theseData' | 'someData',
  written: Rules = rules,
): Blocker[] => {
  const { type, by } = wanted;
  if (type !== 'concern.raised' && !standing.facts.concern.raised) return [noConcern(standing)];
  const ruled = broken(standing, wanted, written);
  const explained = ruled.some(({ code }) => code === 'enquiry-under-way');
  return [
    ...(explained || accepts(standing, wanted as ChartEvent, whichData) ? [] : [wrongStage(standing, type)]),
    ...(mayNot(standing, type, by?.role) ? [roleNotAllowed(standing, type)] : []),
    ...ruled.map((rule) => toBlocker(rule, standing, wanted)),
  ];
};

const judgeKnown = (current: Case, event: CaseEvent, faults: readonly Blocker[]): Blocker[] => {
  const { type, by, at } = event;
  if (faults.length > 0) return [...standingBlockers(current, { type, by }, 'someData'), ...faults];
  const standing = standingBlockers(current, { type, by, at, data: event.data ?? {} }, 'theseData');
  return movedTheCase(current, event) ? [entryMoved(), ...standing] : standing;
};

/**
 * Why would this event be refused? Everything that stands in its way, at once; `[]` means that it would be accepted. Never
 * throws, whatever it is given.
 *
 * @param now the time, ISO 8601: an event that lies in its future is refused. The engine reads no clock.
 */
export const blockers = (current: Case, event: CaseEvent, { now }: { readonly now?: string } = {}): Blocker[] => {
  const type = (event as { type?: unknown } | null | undefined)?.type;
  if (typeof type === 'string' && isEventType(type) && type !== 'concern.raised' && !current.facts.concern.raised) {
    return [noConcern(current)];
  }
  const around = invalidEnvelope(event);
  if (around.length > 0) return around;
  const inside = invalidData(event.type, event.data);
  if (!isEventType(event.type)) return inside;
  return judgeKnown(
    current,
    event,
    inside.length > 0
      ? inside
      : [...invalidReferences(current, event), ...unknownToPack(current.policy, event), ...impossibleDates(event, now)],
  );
};

/** Every event type with what stands in its way here, for all data; with a role, also whether that role may record it. */
export const whatCanHappen = (current: Case, role?: Role): { type: EventType; blockers: Blocker[] }[] =>
  eventTypes.map((type) => ({
    type,
    blockers: standingBlockers(current, role === undefined ? { type } : { type, by: { role } }, 'someData'),
  }));
