import type { EventType } from '../case/events.js';
import { type Graph, type Refusal, wayTo } from './explore.js';
import { type Backwards, backwards, canReach } from './reach.js';

/** Something that must always hold and does not, with the shortest path to where it fails. */
export type Fault = {
  readonly code:
    'promise-broken' | 'case-trapped' | 'help-does-not-help' | 'never-refused' | 'voice-refused' | 'state-not-reached';
  readonly message: string;
  readonly cites: string;
  /** What is recorded, in order, until it fails. */
  readonly path: readonly string[];
};

const namesTo = (graph: Graph, node: number): string[] => wayTo(graph, node).map(({ name }) => name);

/** No path breaks a promise. */
const brokenPromise = (graph: Graph): Fault[] => {
  const { breach } = graph;
  if (!breach) return [];
  return [
    {
      code: 'promise-broken',
      message: `${breach.promised.promise}: this path breaks it.`,
      cites: breach.promised.cites,
      path: [...namesTo(graph, breach.node), graph.moves[breach.move]?.name ?? ''],
    },
  ];
};

const isClosed = (graph: Graph, node: number): boolean => graph.nodes[node]?.standing.state.journey === 'closed';

/** From every state there is a way to `closed`: nobody's case can be trapped. */
const trapped = (graph: Graph, back: Backwards): Fault[] => {
  const closed = graph.nodes.flatMap((_, node) => (isClosed(graph, node) ? [node] : []));
  const ends = canReach(back, closed);
  const first = ends.indexOf(0);
  if (first === -1) return [];
  return [
    {
      code: 'case-trapped',
      message: 'From here the case can never be closed.',
      cites: 'the rule that no case is trapped',
      path: namesTo(graph, first),
    },
  ];
};

/** What a refusal says would help, the way to where that has its place, what would help with each of these, and so on. */
const helpOf = (graph: Graph, { clearedBy, ways }: Refusal): ReadonlySet<EventType> => {
  const help = new Set([...clearedBy, ...ways]);
  for (let before = -1; before !== help.size;) {
    before = help.size;
    for (const refusal of graph.refusals) {
      const { wanted } = graph.moves[refusal.move] ?? {};
      if (wanted && help.has(wanted.type)) for (const type of [...refusal.clearedBy, ...refusal.ways]) help.add(type);
    }
  }
  return help;
};

/** Recording what a refusal names clears it, in every state where nothing but rules stands in the way. */
const helpThatDoesNotHelp = (graph: Graph, back: Backwards): Fault[] =>
  graph.refusals.flatMap((refusal): Fault[] => {
    if (refusal.clearedBy.size === 0) return [];
    const refused = new Uint8Array(graph.nodes.length);
    for (const node of refusal.nodes) refused[node] = 1;
    const goals = graph.nodes.flatMap((_, node) => (refused[node] === 0 ? [node] : []));
    const help = helpOf(graph, refusal);
    const allowed = graph.moves.map(({ wanted }) => help.has(wanted.type));
    const cleared = canReach(back, goals, (move) => allowed[move] === true);
    const stuck = refusal.inPlace.find((node) => cleared[node] === 0);
    if (stuck === undefined) return [];
    return [
      {
        code: 'help-does-not-help',
        message: `“${graph.moves[refusal.move]?.name ?? ''}” is refused (${refusal.code}), and recording ${[...refusal.clearedBy].join(', ')} does not clear it.`,
        cites: 'the rule that what a refusal names clears it',
        path: namesTo(graph, stuck),
      },
    ];
  });

export const faultsOf = (graph: Graph): Fault[] => {
  const broken = brokenPromise(graph);
  if (broken.length > 0) return broken;
  const back = backwards(graph.edges, graph.nodes.length);
  return [...trapped(graph, back), ...helpThatDoesNotHelp(graph, back)];
};
