import { mspMachine } from '@msp/workflows';

/** One way from one state to another. Several events may take it. */
export type Row = { readonly from: string; readonly to: string; readonly events: string };

type Node = (typeof mspMachine)['root'];

const name = ({ path }: Node, depth: number): string => path.slice(depth).join('.') || path.join('.');

const below = (node: Node): Node[] => [node, ...Object.values(node.states).flatMap((child) => below(child as Node))];

/** Every way that leads from one state of a region to another, as the engine's own chart has it: nothing is drawn by hand. */
export const rowsOf = (region: 'journey' | 'danger' | 'advocacy' | 'voice'): Row[] => {
  const rows = new Map<string, { from: string; to: string; events: Set<string> }>();
  for (const node of below(mspMachine.root.states[region] as Node)) {
    for (const [event, transitions] of node.transitions) {
      for (const target of transitions.flatMap(({ target }) => target ?? [])) {
        const from = name(node, 1);
        const to = name(target as Node, 1);
        const row = rows.get(`${from} ${to}`) ?? { from, to, events: new Set<string>() };
        row.events.add(event);
        rows.set(`${from} ${to}`, row);
      }
    }
  }
  return [...rows.values()].map(({ from, to, events }) => ({ from, to, events: [...events].join(', ') }));
};
