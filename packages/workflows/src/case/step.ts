import { chart } from './chart.js';
import { actions, guards, initialContext } from './chart.guards.js';
import type {
  AdvocacyState,
  ChartContext,
  ChartEvent,
  ChartNode,
  ChartTransition,
  DangerState,
  VoiceState,
} from './chart.types.js';

/** The state value of the journey, in XState's form. */
export type JourneyState =
  | 'concern'
  | { active: 'threshold' | { outcomes: 'listening' | 'agreeing' } | { checkIns: 'waiting' | 'due' | 'overdue' } }
  | { closure: 'exploring' | 'deciding' | 'reviewing' }
  | 'stepDown'
  | 'closed';

/** XState's state value for the whole chart. */
export type CaseState = {
  readonly journey: JourneyState;
  readonly danger: DangerState;
  readonly advocacy: AdvocacyState;
  readonly voice: VoiceState;
};

/** A place in the chart: the state, what guards read, and the remembered places of history states, by the path of their parent. */
export type Place = {
  readonly state: CaseState;
  readonly context: ChartContext;
  readonly history: Readonly<Record<string, string>>;
};

type Region = keyof CaseState;
type Path = readonly string[];
type Value = string | { readonly [key: string]: Value };

const regions = Object.keys(chart.states) as Region[];
const nodes: Readonly<Record<Region, ChartNode>> = chart.states;

const toPath = (value: Value): string[] => {
  if (typeof value === 'string') return [value];
  const [[key, inner] = ['', '']] = Object.entries(value);
  return [key, ...toPath(inner)];
};

const toValue = ([first = '', ...rest]: Path): Value => (rest.length === 0 ? first : { [first]: toValue(rest) });

const nodeAt = (region: Region, path: Path): ChartNode => {
  let node = nodes[region];
  for (const key of path) {
    const child = node.states?.[key];
    if (!child) throw new Error(`The chart has no state ${[region, ...path].join('.')}.`);
    node = child;
  }
  return node;
};

const targetPath = (region: Region, source: Path, target: string): string[] => {
  if (!target.startsWith('#')) return [...source.slice(0, -1), ...target.split('.')];
  const [, named, ...path] = target.split('.');
  if (named !== region) throw new Error(`An edge of ${region} leads into another region: ${target}.`);
  return path;
};

const enter = (region: Region, path: Path, history: Place['history']): string[] => {
  const node = nodeAt(region, path);
  if (node.type === 'history') {
    const parent = path.slice(0, -1);
    const remembered = history[parent.join('.')];
    return remembered === undefined
      ? enter(region, [...parent, ...(node.target ?? '').split('.')], history)
      : remembered.split('.');
  }
  return node.initial === undefined ? [...path] : enter(region, [...path, node.initial], history);
};

const hasHistory = (node: ChartNode): boolean =>
  Object.values(node.states ?? {}).some((child) => child.type === 'history');

/** Leaving a state that has a history state remembers where it was. */
const remember = (region: Region, from: Path, to: Path, history: Place['history']): Place['history'] => {
  let next = history;
  for (let depth = 1; depth < from.length; depth += 1) {
    const ancestor = from.slice(0, depth);
    const stays = ancestor.every((key, i) => to[i] === key) && to.length > depth;
    if (!stays && hasHistory(nodeAt(region, ancestor))) next = { ...next, [ancestor.join('.')]: from.join('.') };
  }
  return next;
};

type Found = { readonly source: Path; readonly edge: ChartTransition };

const isList = (edges: ChartTransition | readonly ChartTransition[]): edges is readonly ChartTransition[] =>
  Array.isArray(edges);

/** The first edge whose guard holds, from the innermost state outwards. */
const find = (
  region: Region,
  path: Path,
  type: string,
  passes: (edge: ChartTransition) => boolean,
): Found | undefined => {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const source = path.slice(0, depth);
    const edges = nodeAt(region, source).on?.[type];
    if (!edges) continue;
    const edge = (isList(edges) ? edges : [edges]).find(passes);
    if (edge) return { source, edge };
  }
  return undefined;
};

const passing =
  (context: ChartContext, event: ChartEvent) =>
  ({ guard }: ChartTransition): boolean =>
    guard === undefined || (guards[guard]?.(context, event) ?? false);

export const initialPlace: Place = {
  state: Object.fromEntries(regions.map((region) => [region, toValue(enter(region, [], {}))])) as CaseState,
  context: initialContext,
  history: {},
};

/** Whether the journey has an edge for this event here: for these data, or (`'someData'`) for some. */
export const accepts = ({ state, context }: Place, event: ChartEvent, whichData: 'theseData' | 'someData'): boolean =>
  find(
    'journey',
    toPath(state.journey),
    event.type,
    whichData === 'someData' ? () => true : passing(context, event),
  ) !== undefined;

const apply = (context: ChartContext, event: ChartEvent, edge: ChartTransition): ChartContext => {
  const named = edge.actions === undefined ? [] : typeof edge.actions === 'string' ? [edge.actions] : edge.actions;
  return named.reduce((now, name) => ({ ...now, ...actions[name]?.(now, event) }), context);
};

/** One step of the chart: every region takes the event, guards read the context as it was before. */
export const step = (place: Place, event: ChartEvent): Place => {
  const taken = regions.map((region) => {
    const path = toPath(place.state[region]);
    return { region, path, found: find(region, path, event.type, passing(place.context, event)) };
  });
  const state: Record<string, Value> = { ...place.state };
  let { context, history } = place;
  for (const { region, path, found } of taken) {
    if (!found) continue;
    if (found.edge.target !== undefined) {
      const to = enter(region, targetPath(region, found.source, found.edge.target), place.history);
      history = remember(region, path, to, history);
      state[region] = toValue(to);
    }
    context = apply(context, event, found.edge);
  }
  return { state: state as unknown as CaseState, context, history };
};

/** Only the given region takes the event. */
export const stepRegion = <R extends Region>(region: R, state: CaseState[R], event: ChartEvent): CaseState[R] =>
  step({ ...initialPlace, state: { ...initialPlace.state, [region]: state } }, event).state[region];
