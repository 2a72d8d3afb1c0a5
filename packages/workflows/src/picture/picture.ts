import { chart } from '../case/chart.js';
import type { ChartNode, ChartTransition } from '../case/chart.types.js';
import type { EventType, Role } from '../case/events.js';
import { sentences } from '../paths/sentences.js';
import { englandCareAct } from '../policy/england-care-act.js';
import type { Policy } from '../policy/policy.schema.js';
import { guardWords } from './guard-words.js';

/** One way from one state to another. Paths are dotted, from the region down. */
export type PictureEdge = {
  readonly from: string;
  readonly to: string;
  readonly event: EventType;
  /** What the event is, as a sentence. */
  readonly sentence: string;
  /** When this way is taken, in plain words; absent where it always is. */
  readonly when?: string;
  readonly roles: readonly Role[];
};

/** One state, with what can be recorded in it that leads nowhere else. */
export type PictureState = {
  readonly path: string;
  readonly kind: 'region' | 'composite' | 'state' | 'history';
  readonly initial?: string;
  readonly stays: readonly EventType[];
};

/** The chart of a case as data: every state and every way between two. */
export type Picture = { readonly states: readonly PictureState[]; readonly edges: readonly PictureEdge[] };

type Walked = { readonly path: string; readonly node: ChartNode };

const walk = (path: string, node: ChartNode): Walked[] => [
  { path, node },
  ...Object.entries(node.states ?? {}).flatMap(([name, child]) => walk(`${path}.${name}`, child)),
];

const listed = (written: ChartTransition | readonly ChartTransition[]): readonly ChartTransition[] =>
  'length' in written ? written : [written];

const targetOf = (path: string, target: string): string =>
  target.startsWith('#') ? target.split('.').slice(1).join('.') : `${path.slice(0, path.lastIndexOf('.'))}.${target}`;

const edgesOf = ({ path, node }: Walked, { mayRecord }: Policy): PictureEdge[] =>
  Object.entries(node.on ?? {}).flatMap(([type, written]) =>
    listed(written).flatMap(({ target, guard }): PictureEdge[] => {
      if (target === undefined) return [];
      const event = type as EventType;
      return [
        {
          from: path,
          to: targetOf(path, target),
          event,
          sentence: sentences[event][0],
          ...(guard === undefined ? {} : { when: guardWords[guard] ?? guard }),
          roles: mayRecord[event] ?? [],
        },
      ];
    }),
  );

const staysIn = ({ node }: Walked): EventType[] =>
  Object.entries(node.on ?? {}).flatMap(([type, written]) =>
    listed(written).every(({ target }) => target === undefined) ? [type as EventType] : [],
  );

const kindOf = (path: string, { type, states }: ChartNode): PictureState['kind'] =>
  type === 'history' ? 'history' : !path.includes('.') ? 'region' : states ? 'composite' : 'state';

/** The chart as data: for pages, for other tools, and to compare two versions. Derived from the chart that the engine runs. */
export const toPicture = ({ policy = englandCareAct }: { readonly policy?: Policy } = {}): Picture => {
  const walked = Object.entries(chart.states as Readonly<Record<string, ChartNode>>).flatMap(([name, node]) =>
    walk(name, node),
  );
  return {
    states: walked.map((one) => ({
      path: one.path,
      kind: kindOf(one.path, one.node),
      ...(one.node.initial === undefined ? {} : { initial: one.node.initial }),
      stays: staysIn(one),
    })),
    edges: walked.flatMap((one) => edgesOf(one, policy)),
  };
};
