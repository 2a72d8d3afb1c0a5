import { type Picture, type PictureState, toPicture } from './picture.js';

const idOf = (path: string): string => path.replaceAll('.', '_');

const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const within = (path: string, around: string): boolean => path.startsWith(`${around}.`);

const isChildOf = (path: string, around: string): boolean =>
  within(path, around) && !path.slice(around.length + 1).includes('.');

const line = (depth: number, text: string): string => `${'  '.repeat(depth)}${text}`;

const stateLines = (states: readonly PictureState[], state: PictureState, depth: number): string[] => {
  const { path, initial } = state;
  const children = states.filter((one) => isChildOf(one.path, path));
  const title = line(depth, `state "${nameOf(path)}" as ${idOf(path)}`);
  if (children.length === 0) return [title];
  return [
    `${title} {`,
    ...(initial === undefined ? [] : [line(depth + 1, `[*] --> ${idOf(`${path}.${initial}`)}`)]),
    ...children.flatMap((child) => stateLines(states, child, depth + 1)),
    line(depth, '}'),
  ];
};

/** Several events may take the same way: they share one arrow. */
const edgeLines = ({ edges }: Picture): string[] => {
  const arrows = new Map<string, string[]>();
  for (const { from, to, event, when } of edges) {
    const arrow = `${idOf(from)} --> ${idOf(to)}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), when === undefined ? event : `${event} (${when})`]);
  }
  return [...arrows].map(([arrow, events]) => line(1, `${arrow} : ${[...new Set(events)].join(' / ')}`));
};

/**
 * The chart as a Mermaid state diagram (`stateDiagram-v2`): the journey, and beside it danger, advocacy and voice. Drawn from the
 * chart that the engine runs, the same on every run.
 */
export const toMermaid = (picture: Picture = toPicture()): string => {
  const regions = picture.states.filter(({ kind }) => kind === 'region');
  return [
    'stateDiagram-v2',
    ...regions.flatMap((region) => stateLines(picture.states, region, 1)),
    ...edgeLines(picture),
    '',
  ].join('\n');
};
