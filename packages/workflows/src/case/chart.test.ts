import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getAdjacencyMap } from 'xstate/graph';
import type { SnapshotFrom } from 'xstate';
import { mspMachine } from '../machine.js';
import { eventTypes } from './events.js';
import { chart } from './chart.js';
import type { AdvocacyState, ChartEvent, ChartNode } from './chart.types.js';
import { type Place, accepts, initialPlace, step } from './step.js';

type Snapshot = SnapshotFrom<typeof mspMachine>;

const event = (type: string, data?: object, reading?: ChartEvent['reading']): ChartEvent =>
  ({ type, data, reading }) as unknown as ChartEvent;

const difficulty = { difficulty: ['retain'], appropriatePerson: { exists: 'no' } };
const advocacyStates: AdvocacyState[] = [
  'notConsidered',
  'notNeeded',
  'needed',
  'requested',
  'appointed',
  'unavailable',
];

/** Every event type, and every variant of its data that a guard tells apart. */
const events: ChartEvent[] = [
  ...eventTypes.filter((type) => type !== 'threshold.decided').map((type) => event(type)),
  ...['statutoryEnquiry', 'otherEnquiry', 'noEnquiry', 'redirected'].map((route) =>
    event('threshold.decided', { route }),
  ),
  event('concern.raised', { immediateDanger: 'yes' }),
  event('conversation.held', { with: ['person'], freeToSpeak: 'yes' }),
  event('conversation.held', undefined, { heard: true }),
  event('conversation.held', undefined, { heard: false }),
  event('closure.explored', { conversation: { with: ['person'], freeToSpeak: 'yes' } }),
  event('advocacy.considered', difficulty),
  event('advocacy.considered', { ...difficulty, difficulty: [] }),
  event('entry.corrected', undefined, { danger: 'immediate', heard: true, asked: true }),
  event('entry.corrected', undefined, { danger: 'none', heard: false, asked: false }),
  ...advocacyStates.map((advocacy) => event('entry.corrected', undefined, { advocacy })),
];

const historyOf = ({ historyValue }: Snapshot): Record<string, string> =>
  Object.fromEntries(
    Object.entries(historyValue as Record<string, { id: string }[]>).map(([id, [node]]) => [
      id.replace('mspCase.journey.', '').replace('.whereItWas', ''),
      (node?.id ?? '').replace('mspCase.journey.', ''),
    ]),
  );

const placeOf = (snapshot: Snapshot): Place =>
  ({ state: snapshot.value, context: snapshot.context, history: historyOf(snapshot) }) as unknown as Place;

const write = (place: Place): string =>
  JSON.stringify([
    place.state.journey,
    place.state.danger,
    place.state.advocacy,
    place.state.voice,
    Object.entries(place.context).sort(),
    Object.entries(place.history).sort(),
  ]);

type Node = { readonly state: Snapshot; readonly transitions: Record<string, { event: ChartEvent; state: Snapshot }> };

const traverse = (serializeState: (snapshot: Snapshot) => string): Node[] =>
  Object.values(
    getAdjacencyMap(mspMachine, {
      events,
      serializeState,
      serializeEvent: (given: ChartEvent) => JSON.stringify(given),
      limit: 1_000_000,
    } as never) as unknown as Record<string, Node>,
  );

/** The journey with all that its guards read and remember; the other regions are in whatever state they were reached in. */
const journeys = traverse((snapshot) => {
  const { state, context, history } = placeOf(snapshot);
  return JSON.stringify([state.journey, Object.entries(context).sort(), Object.entries(history).sort()]);
});

/** Every combination of where the journey is and where the regions beside it are. */
const besides = traverse((snapshot) => {
  const { journey, danger, advocacy, voice } = placeOf(snapshot).state;
  return JSON.stringify([journey, danger, advocacy, voice]);
});

const graph = [...journeys, ...besides];

const leaves = (node: ChartNode, path: string): string[] =>
  node.states === undefined
    ? node.type === 'history'
      ? []
      : [path]
    : Object.entries(node.states).flatMap(([key, child]) => leaves(child, `${path}.${key}`));

const active = (snapshot: Snapshot): string[] =>
  (snapshot as unknown as { _nodes: { id: string }[] })._nodes.map(({ id }) => id);

test('XState reaches every state of the chart', () => {
  const reached = new Set(graph.flatMap(({ state }) => active(state)));
  const all = Object.entries(chart.states).flatMap(([region, node]) => leaves(node, `mspCase.${region}`));
  assert.deepEqual(
    all.filter((id) => !reached.has(id)),
    [],
  );
  assert.ok(journeys.length > 1000, `only ${journeys.length} places: the graph was cut short`);
  assert.equal(besides.length, 12 * 2 * 6 * 2);
});

test('from every reachable state there is a way to closed', () => {
  const journeyOf = (snapshot: Snapshot): string => {
    const { state, context, history } = placeOf(snapshot);
    return JSON.stringify([state.journey, Object.entries(context).sort(), Object.entries(history).sort()]);
  };
  const isClosed = ({ state }: Node): boolean => placeOf(state).state.journey === 'closed';
  const canClose = new Set(journeys.filter(isClosed).map(({ state }) => journeyOf(state)));
  for (let before = -1; before !== canClose.size;) {
    before = canClose.size;
    for (const { state, transitions } of journeys) {
      const key = journeyOf(state);
      if (canClose.has(key)) continue;
      if (Object.values(transitions).some((edge) => canClose.has(journeyOf(edge.state)))) canClose.add(key);
    }
  }
  const trapped = journeys.filter(({ state }) => !canClose.has(journeyOf(state))).map(({ state }) => state.value);
  assert.deepEqual(trapped, []);
});

test('the engine steps exactly as XState does, over every reachable state and event', () => {
  let edges = 0;
  for (const { state, transitions } of graph) {
    const place = placeOf(state);
    for (const edge of Object.values(transitions)) {
      edges += 1;
      const expected = write(placeOf(edge.state));
      const got = write(step(place, edge.event));
      if (got !== expected) assert.fail(`${write(place)} on ${JSON.stringify(edge.event)}: ${got}, XState ${expected}`);
    }
  }
  assert.ok(edges > 40_000, `only ${edges} edges were compared`);
});

/** Event types that another region listens to as well: XState takes them if any region does. */
const heardBeside = new Set(
  [chart.states.danger, chart.states.advocacy, chart.states.voice].flatMap(({ states }) =>
    Object.values(states as Record<string, ChartNode>).flatMap(({ on }) => Object.keys(on ?? {})),
  ),
);

test('the engine accepts what XState accepts', () => {
  for (const { state } of graph) {
    const place = placeOf(state);
    for (const given of events) {
      const accepted = accepts(place, given, 'theseData');
      const can = state.can(given as never);
      if (heardBeside.has(given.type) ? accepted && !can : accepted !== can) {
        assert.fail(`${write(place)} on ${JSON.stringify(given)}: XState ${String(can)}`);
      }
    }
  }
});

test('the words of a person are accepted in every state but closed, danger in every state', () => {
  for (const { state } of graph) {
    const place = placeOf(state);
    const isClosed = place.state.journey === 'closed';
    assert.equal(accepts(place, event('danger.reported'), 'theseData'), true);
    for (const type of ['conversation.held', 'wishes.recorded', 'outcome.expressed', 'safety.rated']) {
      assert.equal(accepts(place, event(type), 'theseData'), !isClosed, `${type} in ${write(place)}`);
    }
  }
});

test('the first place is the one XState starts in', () => {
  const [first] = graph;
  assert.equal(write(initialPlace), first && write(placeOf(first.state)));
});
