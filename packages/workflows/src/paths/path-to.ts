import { type Standing, advance } from '../case/advance.js';
import type { Case } from '../case/case.js';
import { keyOf, leavesOf } from '../case/compiled.js';
import { EngineError } from '../case/engine-error.js';
import { type EventType, type Role, eventTypes, isEventType } from '../case/events.js';
import { standingBlockers } from '../case/judge.js';
import { projectionOf } from '../case/projection.js';
import type { Blocker, BlockerCode, Wanted } from '../kit/rule.js';
import type { Entry } from '../kit/slice.js';
import { inWordsOf } from '../kit/wording.js';
import { constructive } from './constructive.js';
import { sentences } from './sentences.js';

/** One thing to record on the way. */
export type Step = {
  readonly type: EventType;
  /** What to do, in plain English. */
  readonly sentence: string;
  /** Which law asks for it. */
  readonly cites: string;
  /** Who may record it, under the pack in force. */
  readonly roles: readonly Role[];
  /** What it clears for a later step; empty if it only leads on. */
  readonly clears: readonly BlockerCode[];
  /** What would do as well here. */
  readonly or: readonly EventType[];
};

/** Where somebody wants to get: an event to be recorded, or a state of the journey such as `closed` or `active.checkIns`. */
export type Goal = EventType | 'closed' | 'stepDown' | 'closure' | 'active' | (string & {});

type Aim = {
  readonly types: readonly EventType[];
  readonly isThere: (standing: Standing, taken?: EventType) => boolean;
};

const aimOf = (goal: Goal): Aim => {
  if (isEventType(goal)) return { types: [goal], isThere: (_, taken) => taken === goal };
  const isIn = (key: string): boolean => key === goal || key.startsWith(`${goal}.`);
  const leaves = leavesOf('journey');
  if (!leaves.some(({ key }) => isIn(key))) {
    throw new EngineError(
      'goal-unknown',
      'There is no such event, and no such state of the journey, to find a way to.',
    );
  }
  const types = eventTypes.filter((type) =>
    leaves.some(({ edges }) =>
      edges[type]?.some(({ target }) => target && isIn('key' in target ? target.key : target.otherwise)),
    ),
  );
  return { types, isThere: ({ state }) => isIn(keyOf(state.journey)) };
};

const recorder = ({ policy }: Standing, type: EventType): Wanted['by'] => {
  const allowed = policy.mayRecord[type] ?? [];
  const role = (['practitioner', 'manager', 'person', 'system'] as const).find((each) => allowed.includes(each));
  const first = role ?? allowed[0];
  return first === undefined ? undefined : { id: `any-${first}`, role: first };
};

const wantedOf = (standing: Standing, type: EventType): Wanted[] => {
  const by = recorder(standing, type);
  return by ? constructive(standing, type).map((data) => ({ type, by, data }) as unknown as Wanted) : [];
};

type Candidate = {
  readonly wanted: Wanted;
  readonly clears: readonly BlockerCode[];
  readonly or: readonly EventType[];
};
type Called = Omit<Candidate, 'wanted'>;

const call = (called: Map<EventType, Called>, { code, clearedBy }: Blocker): void => {
  const leadsOn = code === 'wrong-stage';
  for (const type of clearedBy) {
    const known = called.get(type) ?? { clears: [], or: leadsOn ? [] : clearedBy.filter((other) => other !== type) };
    called.set(type, leadsOn || known.clears.includes(code) ? known : { ...known, clears: [...known.clears, code] });
  }
};

/**
 * What can be recorded here that helps: the aim itself, what clears the way to it, what clears the way to that, and so on. First
 * to the right stage, then what is missing there: so the way reads in the order in which people would go it.
 */
const candidates = (standing: Standing, types: readonly EventType[]): Candidate[] => {
  const called = new Map<EventType, Called>(types.map((type) => [type, { clears: [], or: [] }]));
  const open: Wanted[] = [];
  for (const type of called.keys()) {
    for (const wanted of wantedOf(standing, type)) {
      const inTheWay = standingBlockers(standing, wanted, 'theseData');
      if (inTheWay.length === 0) open.push(wanted);
      const first = inTheWay.filter(({ code }) => code === 'wrong-stage');
      for (const blocker of first.length > 0 ? first : inTheWay) call(called, blocker);
    }
  }
  return open
    .map((wanted): Candidate => ({ wanted, ...(called.get(wanted.type) ?? { clears: [], or: [] }) }))
    .sort((a, b) => eventTypes.indexOf(a.wanted.type) - eventTypes.indexOf(b.wanted.type));
};

type Node = { readonly standing: Standing; readonly path: readonly Candidate[] };

const toStep = ({ policy }: Case, { wanted: { type }, clears, or }: Candidate): Step => {
  const [message, cites] = sentences[type];
  const said = inWordsOf(policy, type, { message, cites });
  return { type, sentence: said.message, cites: said.cites, roles: policy.mayRecord[type] ?? [], clears, or };
};

const MOST_STATES = 20_000;

/**
 * What would unblock this? The shortest list of events from here to a goal, each as a sentence, with who may record it and the law
 * that asks for it. Points of the test that are still open count as met until somebody finds otherwise: the way never leads round
 * a duty, and never asks anybody to change an honest answer. `[]` means that the case is there already.
 *
 * @throws {EngineError} `goal-unknown` for a goal that is neither an event nor a state of the journey; `goal-out-of-reach` if
 *   nothing that may be recorded leads there.
 */
export const pathTo = (current: Case, goal: Goal): Step[] => {
  const { types, isThere } = aimOf(goal);
  if (isThere(current)) return [];
  const open: Node[] = [{ standing: current, path: [] }];
  const known = new Set([projectionOf(current)]);
  for (let at = 0; at < open.length && at < MOST_STATES; at += 1) {
    const { standing, path } = open[at] as Node;
    for (const candidate of candidates(standing, types)) {
      const entry = { id: '-', sequence: current.entries.length + path.length + 1, ...candidate.wanted };
      const { facts, place } = advance(standing, entry as unknown as Entry);
      const next: Standing = { policy: standing.policy, facts, ...place };
      const way = [...path, candidate];
      if (isThere(next, candidate.wanted.type)) return way.map((step) => toStep(current, step));
      const key = projectionOf(next);
      if (known.has(key)) continue;
      known.add(key);
      open.push({ standing: next, path: way });
    }
  }
  throw new EngineError('goal-out-of-reach', 'Nothing that may be recorded leads there from here.');
};
