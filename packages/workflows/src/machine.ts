import { assign, setup } from 'xstate';
import { chart } from './case/chart.js';
import { actions, guards, initialContext } from './case/chart.guards.js';
import type { ChartContext, ChartEvent } from './case/chart.types.js';

type Given = { readonly context: ChartContext; readonly event: ChartEvent };

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const machineSetup = setup({
  types: {} as { context: ChartContext; events: ChartEvent },
  guards: mapValues(
    guards,
    (guard) =>
      ({ context, event }: Given) =>
        guard(context, event),
  ),
  actions: mapValues(actions, (action) =>
    assign(({ context, event }: Given) => action(context, event)),
  ) as unknown as Record<string, () => void>,
});

/** The machine of one case: the chart, run by XState. */
export type MspMachine = ReturnType<typeof createMspMachine>;

/**
 * The XState machine of a case, for `createActor`, inspectors and `@xstate/react`. Send it recorded events.
 *
 * @example
 * const actor = createActor(mspMachine).start();
 * actor.send({ type: 'concern.raised', ... });
 */
export const createMspMachine = () =>
  machineSetup.createMachine({ ...(chart as object), id: 'mspCase', context: { ...initialContext } });

export const mspMachine: MspMachine = createMspMachine();
