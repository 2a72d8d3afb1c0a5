import { setImmediate as turn } from 'node:timers/promises';
import type { AppendInput, Store } from '@msp/sdk/store';
import { type Random, randomFrom } from './random.js';

/** A store that sometimes answers late, so that those who ask at the same moment overtake each other. */
export const unhurried = (store: Store, seed: number): Store => {
  const random: Random = randomFrom(seed);
  const wait = async (): Promise<void> => {
    for (let turns = random.below(4); turns > 0; turns -= 1) await turn();
  };
  return {
    ...store,
    append: async (input) => {
      await wait();
      const result = await store.append(input);
      await wait();
      return result;
    },
    findAnswer: async (...given) => {
      await wait();
      return store.findAnswer(...given);
    },
    readCase: async (...given) => {
      const kept = await store.readCase(...given);
      await wait();
      return kept;
    },
  };
};

const numberedFrom = (input: AppendInput, version: number): AppendInput => ({
  ...input,
  expectedVersion: version,
  events: input.events.map((event, index) => ({ ...event, sequence: version + index + 1 })),
});

/** Stores that are each careless in one way: what a proof has to notice. */
export const careless = {
  'the last one to write wins': (store) => ({
    ...store,
    append: async (input) => {
      const result = await store.append(input);
      if (result.ok || result.reason !== 'version-conflict' || input.expectedVersion === 0) return result;
      return store.append(numberedFrom(input, result.version));
    },
  }),
  'no key is remembered': (store) => {
    let count = 0;
    return {
      ...store,
      findAnswer: async () => undefined,
      append: (input) => {
        const key = `${input.idempotency.key} ${(count += 1)}`;
        return store.append({ ...input, idempotency: { ...input.idempotency, key } });
      },
    };
  },
  'it says that it kept what it did not': (store) => {
    let count = 0;
    return {
      ...store,
      append: async (input) =>
        (count += 1) % 5 === 0 ? { ok: true, version: input.expectedVersion + 1 } : store.append(input),
    };
  },
  'it keeps what it refuses': (store) => {
    let count = 0;
    return {
      ...store,
      append: async (input) => {
        const isDenied = input.expectedVersion > 0 && (count += 1) % 4 === 0;
        // Under its own key the answer would be found, and the writer be told that it is kept.
        const key = `${input.idempotency.key}${isDenied ? ' denied' : ''}`;
        const result = await store.append({ ...input, idempotency: { ...input.idempotency, key } });
        const last = { at: '2026-03-20T10:00:00.000Z', role: 'manager' } as const;
        return isDenied && result.ok
          ? { ok: false, reason: 'version-conflict', version: result.version, last }
          : result;
      },
    };
  },
} as const satisfies Record<string, (store: Store) => Store>;
