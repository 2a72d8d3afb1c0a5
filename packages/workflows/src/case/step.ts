import { actions, initialContext } from './chart.guards.js';
import type { AdvocacyState, ChartContext, ChartEvent, DangerState, VoiceState } from './chart.types.js';
import { type Edge, type Leaf, type Region, type Value, firstLeaf, keyOf, leafAt, regions } from './compiled.js';

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

const leafOf = (region: Region, state: CaseState): Leaf => leafAt(region, keyOf(state[region] as Value));

export const initialPlace: Place = {
  state: Object.fromEntries(regions.map((region) => [region, firstLeaf(region).value])) as CaseState,
  context: initialContext,
  history: {},
};

/** The first edge whose guard holds, from the innermost state outwards. */
const find = (leaf: Leaf, context: ChartContext, event: ChartEvent): Edge | undefined =>
  leaf.edges[event.type]?.find(({ guard }) => guard === undefined || guard(context, event));

/** Whether the journey has an edge for this event here: for these data, or (`'someData'`) for some. */
export const accepts = ({ state, context }: Place, event: ChartEvent, whichData: 'theseData' | 'someData'): boolean => {
  const leaf = leafOf('journey', state);
  return whichData === 'someData' ? event.type in leaf.edges : find(leaf, context, event) !== undefined;
};

/** Leaving a state that has a history state remembers where it was. */
const remember = (from: Leaf, to: Leaf, history: Place['history']): Place['history'] => {
  let next = history;
  for (const around of from.remembering) {
    if (!to.key.startsWith(`${around}.`)) next = { ...next, [around]: from.key };
  }
  return next;
};

const leadsTo = (region: Region, { target }: Edge, history: Place['history']): Leaf | undefined => {
  if (!target) return undefined;
  return leafAt(region, 'key' in target ? target.key : (history[target.remembers] ?? target.otherwise));
};

const apply = (context: ChartContext, event: ChartEvent, edge: Edge): ChartContext => {
  let next = context;
  for (const name of edge.actions) {
    if (name !== 'keep') next = { ...next, ...actions[name]?.(next, event) };
  }
  return next;
};

/** One step of the chart: every region takes the event, guards read the context as it was before. */
export const step = (place: Place, event: ChartEvent): Place => {
  let { state, context, history } = place;
  for (const region of regions) {
    const from = leafOf(region, place.state);
    const edge = find(from, place.context, event);
    if (!edge) continue;
    const to = leadsTo(region, edge, place.history);
    if (to) {
      history = remember(from, to, history);
      state = { ...state, [region]: to.value };
    }
    context = apply(context, event, edge);
  }
  return { state, context, history };
};

/** Only the given region takes the event. */
export const stepRegion = <R extends Region>(region: R, state: CaseState[R], event: ChartEvent): CaseState[R] =>
  step({ ...initialPlace, state: { ...initialPlace.state, [region]: state } }, event).state[region];
