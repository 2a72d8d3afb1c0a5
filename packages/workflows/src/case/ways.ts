import type { EventType } from './events.js';
import { type Place, accepts, step } from './step.js';
import type { ChartEvent, ChartContext } from './chart.types.js';

type Route = NonNullable<ChartContext['route']>;

const movers: readonly EventType[] = [
  'concern.acknowledged',
  'outcomes.asked',
  'plan.agreed',
  'outcomes.reopened',
  'checkIn.fellDue',
  'checkIn.wentOverdue',
  'closure.requested',
  'closure.explored',
  'closure.agreed',
  'review.completed',
  'closure.reconsidered',
  'case.closed',
  'case.reopened',
];

const decision = (route: Route): ChartEvent =>
  ({ type: 'threshold.decided', data: { route, because: '-' } }) as unknown as ChartEvent;

const searches = new Map<string, ReadonlyMap<EventType, readonly EventType[]>>();

const search = (from: Place, routes: readonly Route[], wanted: readonly EventType[]) => {
  const moves: ChartEvent[] = [...routes.map(decision), ...movers.map((type): ChartEvent => ({ type }))];
  const found = new Map<EventType, readonly EventType[]>();
  const seen = new Set([JSON.stringify(from)]);
  let edge: { place: Place; path: readonly EventType[] }[] = [{ place: from, path: [] }];
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { place, path } of edge) {
      for (const type of wanted) {
        if (!found.has(type) && accepts(place, { type }, 'someData')) found.set(type, path);
      }
      for (const move of moves) {
        if (!accepts(place, move, 'theseData')) continue;
        const there = step(place, move);
        const key = JSON.stringify(there);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ place: there, path: [...path, move.type] });
      }
    }
    edge = next;
  }
  return found;
};

/**
 * The shortest list of events that leads from here to a state that accepts the wanted event. `routes` are the honest answers to
 * the three-point test as far as it is answered: a way never asks anybody to change one.
 */
export const wayTo = (
  { state, context, history }: Place,
  routes: readonly Route[],
  wanted: EventType,
  all: readonly EventType[],
): readonly EventType[] => {
  const from = { state, context, history };
  const key = JSON.stringify([state.journey, context, history, routes]);
  const known = searches.get(key) ?? search(from, routes, all);
  searches.set(key, known);
  return known.get(wanted) ?? [];
};
