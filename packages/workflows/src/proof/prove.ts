import { openCase } from '../case/case.js';
import type { EventType } from '../case/events.js';
import { rules as engineRules } from '../case/rules.js';
import { ENGINE_VERSION } from '../case/version.js';
import type { Rule, Rules } from '../kit/rule.js';
import type { Policy } from '../policy/policy.schema.js';
import { type Fault, faultsOf } from './always.js';
import { walkChart } from './chart-proof.js';
import { walkCorrections } from './corrections.js';
import { type Graph, explore } from './explore.js';
import type { Slice } from './slice.js';
import { slices } from './slices.js';
import type { Walked } from './walk.js';
import { nothingSeen } from './watch.js';

/** One walk of the proof, by its subject. */
export type Walk = Walked & { readonly name: string };

/** What a proof came to. `ok` only if nothing fails in any walk. */
export type Proof = {
  readonly ok: boolean;
  readonly policy: { readonly id: string; readonly version: string };
  readonly engine: string;
  readonly states: number;
  readonly edges: number;
  readonly walks: readonly Walk[];
  readonly faults: readonly Fault[];
};

/** A walk that can be made: under any pack, with any rules. */
export type Walker = { readonly name: string; readonly walk: (policy: Policy, rules: Rules) => Walked };

const refusedIn = ({ refusals, moves }: Graph): string[] => [
  ...new Set(refusals.map(({ move, code }) => `${moves[move]?.wanted.type ?? ''} ${code}`)),
];

const walkerOf = ({ name, moves, ways = false }: Slice): Walker => ({
  name,
  walk: (policy, rules) => {
    const start = { standing: openCase({ id: 'proof', policy }), seen: nothingSeen };
    const graph = explore(start, moves(policy), { policy, rules, ways });
    return {
      states: graph.nodes.length,
      edges: graph.edges.length / 3,
      refused: refusedIn(graph),
      faults: faultsOf(graph),
    };
  },
});

/** Every walk of the proof. */
export const walkers: readonly Walker[] = [
  { name: 'the chart alone', walk: walkChart },
  ...slices.map(walkerOf),
  { name: 'entries struck out', walk: walkCorrections },
];

/** Under a pack whose law ends the duty to assess with a refusal, nothing is ever owed despite one. */
const isOutside = (code: string, { assessDespiteRefusal }: Policy): boolean =>
  code === 'assessment-still-owed' && assessDespiteRefusal.length === 0;

/** Every rule refuses something in some walk: one that never does protects nobody. */
const neverRefused = (walks: readonly Walk[], rules: Rules, policy: Policy): Fault[] => {
  const met = new Set(walks.flatMap(({ refused }) => refused));
  return (Object.entries(rules) as [EventType, readonly Rule[]][]).flatMap(([type, written]) =>
    [...new Set(written.map(({ code }) => code))]
      .filter((code) => !met.has(`${type} ${code}`) && !isOutside(code, policy))
      .map((code): Fault => ({
        code: 'never-refused',
        message: `No path is ever refused “${type}” because of ${code}.`,
        cites: 'the rule that every reason to refuse is met, and cleared, on some path',
        path: [],
      })),
  );
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Internal: the proof with other rules or fewer walks, so that tests can plant faults. */
export const proveWith = (policy: Policy, rules: Rules, chosen: readonly Walker[]): Proof => {
  const walks = chosen.map(({ name, walk }): Walk => ({ name, ...walk(policy, rules) }));
  const faults = [
    ...walks.flatMap((walk) => walk.faults),
    ...(chosen.length === walkers.length ? neverRefused(walks, rules, policy) : []),
  ];
  return {
    ok: faults.length === 0,
    policy: { id: policy.id, version: policy.version },
    engine: ENGINE_VERSION,
    states: sum(walks.map(({ states }) => states)),
    edges: sum(walks.map(({ edges }) => edges)),
    walks,
    faults,
  };
};

/**
 * Proves that a pack is safe: walks what can be recorded under it (about 600,000 states, in walks that each tell one subject
 * apart finely), with the engine's own rules, and holds every step against what was promised, written down a second time. No
 * path breaks a promise, no case is trapped, what a refusal names clears it, every reason to refuse is met. A fault comes with the
 * shortest path that leads to it.
 *
 * It takes about a minute: run it when a pack changes, not when a page loads.
 */
export const prove = (policy: Policy): Proof => proveWith(policy, engineRules, walkers);
