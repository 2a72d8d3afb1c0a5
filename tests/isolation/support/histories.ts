import assert from 'node:assert/strict';
import type { Store } from '@msp/sdk/store';
import { type Ask, asking } from './asking.js';
import { listed, lookAgain, work } from './over-http.js';
import { workAtStore } from './over-store.js';
import { TENANTS, type Worker, as, makers, newWorker } from './worker.js';

const WORKERS = 20;

/** Which histories: so many from this one on. `length`: how many steps each of the twenty takes. */
type Extent = { readonly from: number; readonly histories: number; readonly length?: number };

/** Waits for all of them, also where one fails: nobody goes on in the background. */
const everybody = async (all: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(all)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
};

/** A tenant's list, when everybody has gone, is every case that its own people raised, and no other. */
const assertListed = async (ask: Ask, team: readonly Worker[]): Promise<void> => {
  const [first] = team;
  if (!first) return;
  const lines = await as(first, () => listed(ask, first));
  const raised = team.flatMap(({ model }) => [...model.cases.keys()]);
  assert.deepEqual([...lines.keys()], raised.sort().reverse());
};

/**
 * Twenty people of three organisations work at the same moment. Whatever they ask, with ids of their own, of others or of nobody, each gets
 * the answer of a model that knows their own organisation and nothing else.
 *
 * @throws AssertionError for the first answer that differs
 * @returns how many requests were answered
 */
export const tryOverHttp = async (store: Store, { from, histories, length = 3 }: Extent): Promise<number> => {
  let requests = 0;
  const asked = asking({ store, ...makers });
  const ask: Ask = (...given) => {
    requests += 1;
    return asked(...given);
  };
  for (let history = from; history < from + histories; history += 1) {
    const workers = Array.from({ length: WORKERS }, (_, index) => newWorker(history, index));
    await everybody(workers.map((worker) => work(ask, worker, length)));
    await everybody(
      workers.map((worker, index) => {
        const group = index - worker.place;
        const others = workers.slice(group, group + TENANTS).flatMap(({ model }) => [...model.cases.keys()]);
        return lookAgain(ask, worker, others);
      }),
    );
    for (let place = 0; place < TENANTS; place += 1)
      await assertListed(
        ask,
        workers.filter((worker) => worker.place === place),
      );
  }
  return requests;
};

/** The same, at the store itself. */
export const tryAtStore = async (store: Store, { from, histories, length = 6 }: Extent): Promise<void> => {
  for (let history = from; history < from + histories; history += 1) {
    const workers = Array.from({ length: WORKERS }, (_, index) => newWorker(history, index));
    await everybody(workers.map((worker) => workAtStore(store, worker, length)));
  }
};
