import { chart } from './chart.js';
import { guards } from './chart.guards.js';
import type { ChartNode, ChartTransition, Guard } from './chart.types.js';

/** XState's state value of one region. */
export type Value = string | { readonly [key: string]: Value };
export type Region = keyof typeof chart.states;

/** Where an edge leads: a state at rest, or wherever a history state remembers (with a state for the first time). */
export type Target = { readonly key: string } | { readonly remembers: string; readonly otherwise: string };

export type Edge = {
  readonly guard?: Guard;
  readonly target?: Target;
  readonly actions: readonly string[];
};

/** A state at rest of one region, with every edge that leaves it: its own first, then those of the states around it. */
export type Leaf = {
  /** The path of the state, dotted. */
  readonly key: string;
  readonly value: Value;
  readonly edges: Readonly<Record<string, readonly Edge[]>>;
  /** States around it that have a history state: leaving them remembers this leaf. */
  readonly remembering: readonly string[];
};

type Path = readonly string[];

const nodes: Readonly<Record<Region, ChartNode>> = chart.states;

export const regions = Object.keys(nodes) as Region[];

const nodeAt = (region: Region, path: Path): ChartNode => {
  let node = nodes[region];
  for (const key of path) {
    const child = node.states?.[key];
    if (!child) throw new Error(`The chart has no state ${[region, ...path].join('.')}.`);
    node = child;
  }
  return node;
};

/** Down the initial states to a state at rest. */
const rest = (region: Region, path: Path): Path => {
  const { initial } = nodeAt(region, path);
  return initial === undefined ? path : rest(region, [...path, initial]);
};

const pathOf = (region: Region, source: Path, target: string): Path => {
  if (!target.startsWith('#')) return [...source.slice(0, -1), ...target.split('.')];
  const [, named, ...path] = target.split('.');
  if (named !== region) throw new Error(`An edge of ${region} leads into another region: ${target}.`);
  return path;
};

const targetOf = (region: Region, path: Path): Target => {
  const { type, target = '' } = nodeAt(region, path);
  if (type !== 'history') return { key: rest(region, path).join('.') };
  const parent = path.slice(0, -1);
  return { remembers: parent.join('.'), otherwise: rest(region, [...parent, ...target.split('.')]).join('.') };
};

const compile = (region: Region, source: Path, { guard, target, actions = [] }: ChartTransition): Edge => {
  const named = guard === undefined ? undefined : guards[guard];
  if (guard !== undefined && !named) throw new Error(`The chart names a guard that is not there: ${guard}.`);
  return {
    ...(named ? { guard: named } : {}),
    ...(target === undefined ? {} : { target: targetOf(region, pathOf(region, source, target)) }),
    actions: typeof actions === 'string' ? [actions] : actions,
  };
};

const isList = (edges: ChartTransition | readonly ChartTransition[]): edges is readonly ChartTransition[] =>
  Array.isArray(edges);

const edgesOf = (region: Region, path: Path): Record<string, Edge[]> => {
  const edges: Record<string, Edge[]> = Object.create(null) as Record<string, Edge[]>;
  for (let depth = path.length; depth > 0; depth -= 1) {
    const source = path.slice(0, depth);
    for (const [type, written] of Object.entries(nodeAt(region, source).on ?? {})) {
      const compiled = (isList(written) ? written : [written]).map((edge) => compile(region, source, edge));
      edges[type] = [...(edges[type] ?? []), ...compiled];
    }
  }
  return edges;
};

const valueOf = ([first = '', ...others]: Path): Value =>
  others.length === 0 ? first : Object.freeze({ [first]: valueOf(others) });

const hasHistory = (node: ChartNode): boolean =>
  Object.values(node.states ?? {}).some((child) => child.type === 'history');

const leafOf = (region: Region, path: Path): Leaf => ({
  key: path.join('.'),
  value: valueOf(path),
  edges: edgesOf(region, path),
  remembering: path
    .map((_, i) => path.slice(0, i))
    .filter((around) => around.length > 0 && hasHistory(nodeAt(region, around)))
    .map((around) => around.join('.')),
});

const leavesUnder = (region: Region, path: Path): Leaf[] => {
  const { states, type } = nodeAt(region, path);
  if (type === 'history') return [];
  return states === undefined
    ? [leafOf(region, path)]
    : Object.keys(states).flatMap((key) => leavesUnder(region, [...path, key]));
};

/** The chart, read once: every state at rest by its path, for each region. */
const leaves = Object.fromEntries(
  regions.map((region) => [region, new Map(leavesUnder(region, []).map((leaf) => [leaf.key, leaf]))]),
) as unknown as Readonly<Record<Region, ReadonlyMap<string, Leaf>>>;

export const leavesOf = (region: Region): readonly Leaf[] => [...leaves[region].values()];

export const firstLeaf = (region: Region): Leaf => leafAt(region, rest(region, []).join('.'));

export const leafAt = (region: Region, key: string): Leaf => {
  const leaf = leaves[region].get(key);
  if (!leaf) throw new Error(`The chart has no state ${region}.${key}.`);
  return leaf;
};

/** The path of a state value, dotted. */
export const keyOf = (value: Value): string => {
  if (typeof value === 'string') return value;
  for (const key in value) return `${key}.${keyOf(value[key] ?? '')}`;
  return '';
};

/** Whether these are the same state value, however deep; something else is none. */
const same = (one: unknown, other: Value): boolean => {
  if (typeof other === 'string' || typeof one !== 'object' || one === null) return one === other;
  const [name = '', ...more] = Object.keys(one);
  const inner = other[name];
  return inner !== undefined && more.length === 0 && same((one as Readonly<Record<string, unknown>>)[name], inner);
};

/** Whether this is a state value of the whole chart. */
export const isState = (state: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(state).length === regions.length &&
  regions.every((region) => {
    const value = state[region];
    const leaf = leaves[region].get(keyOf((value ?? '') as Value));
    return leaf !== undefined && same(value, leaf.value);
  });

/** Whether this is what history states remember: for states that have one, a place inside them. */
export const isHistory = (history: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(history).every(
    ([around, key]) => typeof key === 'string' && leaves.journey.get(key)?.remembering.includes(around) === true,
  );
