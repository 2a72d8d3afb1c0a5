import type { Store } from './port.js';
import { runStoreSuite } from './suite.js';

/** The titles of the behaviours, all or those that fit, that a store does not have. */
export const failuresOf = async (makeStore: () => Store, fitting = /^/): Promise<string[]> => {
  const checks: [string, () => Promise<void>][] = [];
  runStoreSuite({
    test: (title, body) => fitting.test(title) && checks.push([title, body]),
    makeStore,
    cleanup: (store) => store.close(),
  });
  const failures: string[] = [];
  for (const [title, body] of checks) {
    await body().catch(() => failures.push(title));
  }
  return failures;
};
