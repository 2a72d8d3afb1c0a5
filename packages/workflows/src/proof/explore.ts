import { type Standing, advance } from '../case/advance.js';
import type { EventType } from '../case/events.js';
import type { ChartEvent } from '../case/chart.types.js';
import type { Entry } from '../kit/slice.js';
import type { Rule, Rules, Wanted } from '../kit/rule.js';
import { wayFrom } from '../case/judge.js';
import { accepts } from '../case/step.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Move } from './move.js';
import { projectionOf } from '../case/projection.js';
import type { Promised } from './promise.js';
import { promises } from './promises.js';
import { watch } from './watch.js';
import type { Watch } from './watch.types.js';

/** A state that a walk reached, and how. */
export type Node = {
  readonly standing: Standing;
  readonly seen: Watch;
  readonly depth: number;
  readonly from: number;
  readonly by: number;
};

/** A rule that refused a move, in these states. `clearedBy` is what it says would help. */
export type Refusal = {
  readonly move: number;
  readonly code: Rule['code'];
  readonly clearedBy: ReadonlySet<EventType>;
  /** Where what would help has no place: the way to where it has. */
  readonly ways: ReadonlySet<EventType>;
  readonly nodes: readonly number[];
  /** Those of the states in which nothing but rules stands in the way: the chart would take the move. */
  readonly inPlace: readonly number[];
};

/** A promise that a path broke. */
export type Breach = { readonly promised: Promised; readonly node: number; readonly move: number };

/** Everything that can be reached with these moves: states, the edges between them, and what was refused. */
export type Graph = {
  readonly moves: readonly Move[];
  readonly nodes: readonly Node[];
  /** Three numbers an edge: from, to, move. */
  readonly edges: readonly number[];
  readonly refusals: readonly Refusal[];
  readonly breach: Breach | undefined;
};

type Start = { readonly standing: Standing; readonly seen: Watch };

type Options = {
  readonly policy: Policy;
  readonly rules: Rules;
  readonly limit?: number;
  /** Also hold against the chart the way that a refusal names where a move has no place. */
  readonly ways?: boolean;
  /** Called where a path leads to what the walk takes for a state that it knows. */
  readonly onSame?: (known: Standing, other: Standing) => void;
};

const mayRecord = ({ mayRecord: matrix }: Policy, { wanted: { type, by } }: Move): boolean =>
  (matrix[type] ?? []).includes(by.role);

/** Outcomes, offers and enquiries are named before they are answered, and only once. */
export const namesWhatIsThere = ({ facts }: Standing, { wanted: { type, data } }: Move): boolean => {
  const { outcomeId, supportId, enquiryId } = data as { outcomeId?: string; supportId?: string; enquiryId?: string };
  if (outcomeId !== undefined) {
    const outcome = facts.outcomes.outcomes[outcomeId];
    return type === 'outcome.expressed' ? !outcome : outcome !== undefined && outcome.status !== 'withdrawn';
  }
  if (supportId !== undefined) {
    const offer = facts.stepDown.offers[supportId];
    return type === 'support.offered' ? !offer : offer !== undefined && !offer.withdrawn;
  }
  if (enquiryId === undefined) return true;
  return (facts.checkIns.enquiries[enquiryId] === undefined) === (type === 'enquiry.caused');
};

const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]))
  );
};

const byEvent = (() => {
  const table = new Map<EventType, Promised[]>();
  for (const promised of promises) table.set(promised.event, [...(table.get(promised.event) ?? []), promised]);
  return table;
})();

type Noted = { rule: Rule; standing: Standing; wanted: Wanted; move: number; node: number };
type Noting = Refusal & { clearedBy: Set<EventType>; ways: Set<EventType>; nodes: number[]; inPlace: number[] };

const fits = (standing: Standing, type: EventType): boolean => accepts(standing, { type } as ChartEvent, 'someData');

const note = (refusals: Map<string, Noting>, key: string, { rule, standing, wanted, move, node }: Noted): void => {
  let refusal = refusals.get(key);
  if (!refusal) {
    refusal = { move, code: rule.code, clearedBy: new Set(), ways: new Set(), nodes: [], inPlace: [] };
    refusals.set(key, refusal);
  }
  refusal.nodes.push(node);
  if (!accepts(standing, wanted as ChartEvent, 'theseData')) return;
  refusal.inPlace.push(node);
  for (const type of typeof rule.clearedBy === 'function' ? rule.clearedBy(standing, wanted) : rule.clearedBy) {
    refusal.clearedBy.add(type);
    if (!fits(standing, type)) for (const step of wayFrom(standing, type)) refusal.ways.add(step);
  }
};

const noteWay = (
  refusals: Map<string, Noting>,
  move: number,
  standing: Standing,
  { type }: Wanted,
  node: number,
): void => {
  const key = `${move} wrong-stage`;
  const refusal = refusals.get(key) ?? {
    move,
    code: 'wrong-stage',
    clearedBy: new Set(),
    ways: new Set(),
    nodes: [],
    inPlace: [],
  };
  refusals.set(key, refusal);
  refusal.nodes.push(node);
  refusal.inPlace.push(node);
  for (const step of wayFrom(standing, type)) refusal.clearedBy.add(step);
};

/** Walks everything that the moves can reach, with the engine's own steps, facts and rules. */
export const explore = (
  start: Start,
  moves: readonly Move[],
  { policy, rules, limit = 2_000_000, onSame, ways = false }: Options,
): Graph => {
  const nodes: Node[] = [{ ...start, depth: 0, from: -1, by: -1 }];
  const edges: number[] = [];
  const refusals = new Map<string, Noting>();
  const known = new Map([[projectionOf(start.standing), [0]]]);
  const offered = moves.map((move) => ({ move, rules: (rules[move.wanted.type] ?? []) as readonly Rule[] }));
  const allowed = offered.map(({ move }) => mayRecord(policy, move));

  for (let at = 0; at < nodes.length; at += 1) {
    const { standing, seen, depth } = nodes[at] as Node;
    for (let index = 0; index < offered.length; index += 1) {
      const { move, rules: written } = offered[index] as (typeof offered)[number];
      const { wanted, where } = move;
      if (!allowed[index] || (where && !where(standing))) continue;
      if (!standing.facts.concern.raised && wanted.type !== 'concern.raised') continue;
      if (!namesWhatIsThere(standing, move)) continue;
      let refused = false;
      for (const rule of written) {
        if (!rule.blocks(standing, wanted)) continue;
        refused = true;
        note(refusals, `${index} ${rule.code}`, { rule, standing, wanted, move: index, node: at });
      }
      if (ways && !fits(standing, wanted.type)) noteWay(refusals, index, standing, wanted, at);
      if (refused || !accepts(standing, wanted as ChartEvent, 'theseData')) continue;
      const promised = byEvent.get(wanted.type)?.find(({ isBroken }) => isBroken(seen, wanted as never, policy));
      if (promised)
        return { moves, nodes, edges, refusals: [...refusals.values()], breach: { promised, node: at, move: index } };
      const entry = { id: '-', sequence: depth + 1, ...wanted } as unknown as Entry;
      const { facts, place } = advance(standing, entry);
      const next: Standing = { policy, facts, ...place };
      const seenNext = watch(seen, wanted);
      const key = projectionOf(next);
      let alike = known.get(key);
      if (!alike) known.set(key, (alike = []));
      let to = alike.find((other) => isSame(nodes[other]?.seen, seenNext));
      if (to === undefined) {
        to = nodes.length;
        if (to >= limit) throw new Error(`More than ${limit} states: the walk does not end.`);
        alike.push(to);
        nodes.push({ standing: next, seen: seenNext, depth: depth + 1, from: at, by: index });
      } else onSame?.((nodes[to] as Node).standing, next);
      edges.push(at, to, index);
    }
  }
  return { moves, nodes, edges, refusals: [...refusals.values()], breach: undefined };
};

/** The moves that lead to a state, from the first. */
export const wayTo = ({ nodes, moves }: Graph, node: number): Move[] => {
  const path: Move[] = [];
  for (let at = nodes[node]; at && at.from >= 0; at = nodes[at.from]) path.unshift(moves[at.by] as Move);
  return path;
};
