import { toMermaid, toPicture } from '@msp/workflows';

/** One way from one state to another, by one event. */
export type Row = {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly sentence: string;
  readonly when: string;
  readonly roles: string;
};

const { edges } = toPicture();

const below = (path: string): string => path.slice(path.indexOf('.') + 1);

/** Every way that leads from one state of a region to another, as the engine's own chart has it: nothing is drawn by hand. */
export const rowsOf = (region: 'journey' | 'danger' | 'advocacy' | 'voice'): Row[] =>
  edges
    .filter(({ from }) => from.startsWith(`${region}.`))
    .map(({ from, to, event, sentence, when = '', roles }) => ({
      from: below(from),
      to: below(to),
      event,
      sentence,
      when,
      roles: roles.join(', '),
    }));

export const mermaid: string = toMermaid();
