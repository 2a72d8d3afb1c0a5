import { leavesOf } from '../case/compiled.js';
import { type EventType, eventTypes } from '../case/events.js';
import { type Place, accepts, initialPlace, step } from '../case/step.js';
import type { ChartEvent } from '../case/chart.types.js';
import type { Fault } from './always.js';
import type { Walked } from './walk.js';

type Edge = { readonly to: number; readonly name: string };
type Found = { readonly place: Place; readonly from: number; readonly by: string; readonly edges: Edge[] };

const event = (type: EventType, data?: object): ChartEvent => ({ type, data }) as unknown as ChartEvent;

const decisions = (['statutoryEnquiry', 'otherEnquiry', 'noEnquiry', 'redirected'] as const).map((route) =>
  event('threshold.decided', { route }),
);

const moves: readonly ChartEvent[] = [
  ...eventTypes.filter((type) => type !== 'threshold.decided').map((type) => event(type)),
  ...decisions,
];

const nameOf = ({ type, data }: ChartEvent): string =>
  type === 'threshold.decided' ? `${type} (${(data as { route: string }).route})` : type;

/** What decides where the journey goes next: regions beside it do not. */
const keyOf = ({ state, context, history }: Place): string => JSON.stringify([state.journey, context, history]);

const walk = (): Found[] => {
  const found: Found[] = [{ place: initialPlace, from: -1, by: '', edges: [] }];
  const known = new Map([[keyOf(initialPlace), 0]]);
  for (let at = 0; at < found.length; at += 1) {
    const { place, edges } = found[at] as Found;
    for (const move of moves) {
      if (!accepts(place, move, 'theseData')) continue;
      const next = step(place, move);
      const key = keyOf(next);
      let to = known.get(key);
      if (to === undefined) {
        to = found.length;
        known.set(key, to);
        found.push({ place: next, from: at, by: nameOf(move), edges: [] });
      }
      edges.push({ to, name: nameOf(move) });
    }
  }
  return found;
};

const pathTo = (found: readonly Found[], index: number): string[] => {
  const path: string[] = [];
  for (let at = found[index]; at && at.from >= 0; at = found[at.from]) path.unshift(at.by);
  return path;
};

const isClosed = ({ place }: Found): boolean => place.state.journey === 'closed';

const withoutEnd = (found: readonly Found[]): number => {
  const ends = found.map(isClosed);
  for (let changed = true; changed;) {
    changed = false;
    found.forEach(({ edges }, at) => {
      if (!ends[at] && edges.some(({ to }) => ends[to])) changed = ends[at] = true;
    });
  }
  return ends.indexOf(false);
};

/** Nobody's words, and no danger, ever wait for a form. */
const voices: readonly EventType[] = ['conversation.held', 'wishes.recorded', 'outcome.expressed', 'safety.rated'];

const silenced = (found: readonly Found[]): Fault[] =>
  found.flatMap(({ place }, at) =>
    [...(place.state.journey === 'closed' ? [] : voices), 'danger.reported' as const]
      .filter((type) => !accepts(place, event(type), 'theseData'))
      .map((type): Fault => ({
        code: 'voice-refused',
        message: `${type} cannot be recorded here.`,
        cites: 'Care Act 2014 s1(3)(e)',
        path: pathTo(found, at),
      })),
  );

/**
 * The chart alone, whatever the rules say: every state is reached, from every place there is a way to `closed` and back, and the
 * person's words and danger are taken everywhere.
 */
export const walkChart = (): Walked => {
  const found = walk();
  const stuck = withoutEnd(found);
  const reached = new Set(found.map(({ place }) => JSON.stringify(place.state.journey)));
  const missing = leavesOf('journey').filter(({ value }) => !reached.has(JSON.stringify(value)));
  const cites = 'the rule that no case is trapped';
  return {
    states: found.length,
    edges: found.reduce((sum, { edges }) => sum + edges.length, 0),
    refused: [],
    faults: [
      ...missing.map(({ key }): Fault => ({
        code: 'state-not-reached',
        message: `Nothing leads to ${key}.`,
        cites,
        path: [],
      })),
      ...(stuck === -1
        ? []
        : [
            {
              code: 'case-trapped' as const,
              message: 'From here the case can never be closed.',
              cites,
              path: pathTo(found, stuck),
            },
          ]),
      ...silenced(found),
      ...found.flatMap((place, at): Fault[] =>
        isClosed(place) && !place.edges.some(({ to }) => !isClosed(found[to] as Found))
          ? [{ code: 'case-trapped', message: 'A closed case cannot be opened again.', cites, path: pathTo(found, at) }]
          : [],
      ),
    ],
  };
};
