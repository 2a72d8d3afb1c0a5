import type { Store } from './port.js';
import { answering } from './suite/answering.js';
import { apart, lasting } from './suite/apart.js';
import { appending } from './suite/appending.js';
import { changing } from './suite/changing.js';
import { closed } from './suite/closed.js';
import { codes } from './suite/codes.js';
import { drafting } from './suite/drafting.js';
import { due } from './suite/due.js';
import { keys } from './suite/keys.js';
import { outbox } from './suite/outbox.js';
import { people } from './suite/people.js';
import { reading } from './suite/reading.js';
import { tenants } from './suite/tenants.js';
import { together } from './suite/together.js';
import { wording } from './suite/wording.js';

export type StoreSuiteOptions = {
  /** The runner's own: `test` of node:test, `it` of mocha or vitest. */
  readonly test: (title: string, body: () => Promise<void>) => unknown;
  /** A store to try. It may hold other data: every behaviour works in tenants of its own. */
  readonly makeStore: () => Store | Promise<Store>;
  /** The same data through another handle. Left out where the data ends with the store, as in memory. */
  readonly openAgain?: () => Promise<Store>;
  /** Runs after each behaviour, passed or failed. Closing twice is no mistake. */
  readonly cleanup?: (store: Store) => void | Promise<void>;
};

const behaviours = [
  ...appending,
  ...together,
  ...answering,
  ...reading,
  ...wording,
  ...due,
  ...closed,
  ...drafting,
  ...tenants,
  ...outbox,
  ...codes,
  ...people,
  ...keys,
  ...changing,
  ...apart,
  ...lasting,
];

/**
 * Registers one test per promise of the `Store` port. A store that passes may carry concerns; the package's own stores pass it in
 * every build, and stores with a planted fault fail it.
 *
 * @example runStoreSuite({ test, makeStore: () => myStore(), cleanup: (store) => store.close() })
 */
export const runStoreSuite = ({ test, makeStore, openAgain, cleanup }: StoreSuiteOptions): void => {
  for (const { title, needsReopening, check } of behaviours) {
    if (needsReopening && !openAgain) continue;
    test(`a store ${title}`, async () => {
      const store = await makeStore();
      try {
        await check({ store, openAgain });
      } finally {
        await cleanup?.(store);
      }
    });
  }
};
