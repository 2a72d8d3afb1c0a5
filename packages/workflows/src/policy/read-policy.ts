import * as z from 'zod/mini';
import { type EventType, eventTypes } from '../case/events.js';
import { misfits } from '../case/validate.js';
import type { Policy } from './policy.schema.js';
import { policySchema } from './policy.schema.js';
import { neverLess } from './tighten.js';

/** What is wrong with a pack: where, and what is wanted. */
export type PolicyFault = {
  readonly code: 'schema' | 'inconsistent' | 'unsafe' | 'weaker';
  readonly path: string;
  readonly message: string;
};

/** A pack that can be used, or everything that is wrong with it. */
export type ReadPolicy =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly faults: readonly PolicyFault[] };

const fault = (code: PolicyFault['code'], path: string, message: string): PolicyFault => ({ code, path, message });

const duplicates = (path: string, list: readonly { readonly code: string }[]): PolicyFault[] =>
  list.flatMap(({ code }, index) =>
    list.findIndex((one) => one.code === code) === index
      ? []
      : [fault('inconsistent', `${path}.${index}.code`, `“${code}” is there twice.`)],
  );

const ABOUT = ['needs', 'risk', 'protection'] as const;

const limbFaults = ({ limbs }: Policy): PolicyFault[] =>
  ABOUT.filter((about) => limbs.filter(({ asks }) => asks === about).length !== 1).map((about) =>
    fault(
      'unsafe',
      'limbs',
      `One point of the test has to ask about ${about}: a statutory criterion cannot be left out.`,
    ),
  );

/** Events that only a machine records, and without which nobody is stuck. */
const bySystem: readonly string[] = [
  'checkIn.fellDue',
  'checkIn.wentOverdue',
  'timescale.passed',
  'concern.acknowledged',
];

const PEOPLE = ['person', 'representative', 'advocate', 'referrer', 'practitioner', 'manager', 'partner'] as const;

const roleFaults = ({ mayRecord }: Policy): PolicyFault[] =>
  eventTypes.flatMap((type) => {
    const roles = mayRecord[type];
    const path = `mayRecord.${type}`;
    if (!roles || roles.length === 0)
      return [fault('unsafe', path, 'Nobody may record this, so a case could be trapped.')];
    if (bySystem.includes(type)) return [];
    if (roles.includes('system')) return [fault('unsafe', path, 'The system records no decision and nobody’s words.')];
    return roles.some((role) => PEOPLE.includes(role as never))
      ? []
      : [fault('unsafe', path, 'No person may record this.')];
  });

/** What whoever raised a concern, or another organisation, never sees: what the person said. */
const personsWords: readonly EventType[] = [
  'conversation.held',
  'wishes.recorded',
  'safety.rated',
  'outcome.expressed',
  'closure.requested',
  'closure.explored',
  'experience.recorded',
  'disagreement.recorded',
];

const viewFaults = ({ maySee }: Policy): PolicyFault[] =>
  Object.entries(maySee).flatMap(([role, seen]) => {
    const path = `maySee.${role}`;
    if (seen === 'everything') {
      return role === 'practitioner' || role === 'manager'
        ? []
        : [fault('unsafe', path, 'Only the council’s own staff see everything.')];
    }
    return personsWords.flatMap((type): PolicyFault[] => {
      const rule = seen.events[type];
      const tells = role === 'referrer' || (role === 'partner' && rule?.when === undefined);
      return rule && tells
        ? [fault('unsafe', `${path}.events.${type}`, 'The person’s words are not theirs to see.')]
        : [];
    });
  });

/**
 * A pack from data, or everything that is wrong with it at once: what does not fit the schema; codes that are there twice; events
 * that nobody may record; views that show too much; and, with a base (England, Wales or Scotland), whatever is weaker than it. A
 * pack may add or tighten, and never removes a statutory criterion. Never throws, whatever it is given.
 */
export const readPolicy = (value: unknown, { base }: { readonly base?: Policy } = {}): ReadPolicy => {
  const read = z.safeParse(policySchema, value);
  if (!read.success) {
    return {
      ok: false,
      faults: misfits(policySchema, value).map(({ path = '', message }) => fault('schema', path, message)),
    };
  }
  const policy = read.data;
  const lists = ['limbs', 'routes', 'redirectionGrounds', 'overrideGrounds', 'closingReasons', 'supportKinds'] as const;
  const faults = [
    ...lists.flatMap((list) => duplicates(list, policy[list])),
    ...limbFaults(policy),
    ...roleFaults(policy),
    ...viewFaults(policy),
    ...(base ? neverLess(policy, base).map(([path, message]) => fault('weaker', path, message)) : []),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, policy };
};
