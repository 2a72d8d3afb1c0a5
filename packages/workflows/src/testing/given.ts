import { type Case, openCase } from '../case/case.js';
import type { By, EventOf, EventType, Role } from '../case/events.js';
import { blockers } from '../case/judge.js';
import { record } from '../case/record.js';
import type { BlockerCode } from '../kit/rule.js';
import type { Policy } from '../policy/policy.schema.js';
import { CASE_ID, buildEvent } from './events.js';

/** An event to record: its type, its data, and who records it. */
export type Written<T extends EventType = EventType> = T extends EventType
  ? readonly [type: T, data?: EventOf<T>['data'], by?: By | Role]
  : never;

/** Writes down one event for `given` and `when`, with its data checked by the compiler. */
export const written = <T extends EventType>(type: T, data?: EventOf<T>['data'], by?: By | Role): Written =>
  [type, data, by] as unknown as Written;

const eventAfter = (current: Case, [type, data, by]: Written) =>
  buildEvent({
    number: current.entries.length + 1,
    type,
    ...(data === undefined ? {} : { data: data as never }),
    ...(by === undefined ? {} : { by }),
    caseId: current.id,
  });

const describe = (type: string, inTheWay: readonly { readonly code: string; readonly message: string }[]): string =>
  `${type} was refused: ${inTheWay.map(({ code, message }) => `${code} (${message})`).join('; ')}`;

/** Records these events one after the other. Throws, with the blockers, at the first that is refused. */
export const recordAll = (start: Case, events: readonly Written[]): Case =>
  events.reduce((current, event) => {
    const result = record(current, eventAfter(current, event));
    if (!result.ok) throw new Error(describe(event[0], result.blockers));
    return result.case;
  }, start);

/** What is expected of the event in hand. */
export type Expectation = {
  /** It is accepted; gives the case that follows. */
  thenAccepted: (check?: (next: Case) => void) => Case;
  /** It is refused with exactly these codes, in any order. */
  thenRefused: (...codes: BlockerCode[]) => void;
  /** It is refused, and this is among the reasons. */
  thenRefusedAmongOthers: (code: BlockerCode) => void;
};

const expectation = (current: Case, event: Written): Expectation => {
  const codes = () => blockers(current, eventAfter(current, event)).map(({ code }) => code);
  return {
    thenAccepted: (check) => {
      const next = recordAll(current, [event]);
      check?.(next);
      return next;
    },
    thenRefused: (...expected) => {
      const got = codes().sort().join(', ');
      const wanted = [...expected].sort().join(', ');
      if (got !== wanted) throw new Error(`${event[0]}: expected to be refused with [${wanted}], got [${got}].`);
    },
    thenRefusedAmongOthers: (code) => {
      if (!codes().includes(code)) throw new Error(`${event[0]}: expected ${code} among [${codes().join(', ')}].`);
    },
  };
};

/**
 * Given these events, when this one comes, then it is accepted, or refused for these reasons.
 *
 * @example
 * given(...aConcern, ...acknowledged).when('plan.agreed', { actions: [] }).thenRefusedAmongOthers('outcomes-not-asked');
 */
export const given = (...events: readonly Written[]) => givenCase(openCase({ id: CASE_ID }), ...events);

/** The same, from a case that exists. */
export const givenCase = (start: Case, ...events: readonly Written[]) => {
  const current = recordAll(start, events);
  return {
    case: current,
    when: <T extends EventType>(type: T, data?: EventOf<T>['data'], by?: By | Role): Expectation =>
      expectation(current, written(type, data, by)),
  };
};

/** The same under another policy pack. */
export const givenPolicy = (policy: Policy, ...events: readonly Written[]) =>
  givenCase(openCase({ id: CASE_ID, policy }), ...events);
