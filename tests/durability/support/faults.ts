import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { MspClient } from '@msp/sdk';
import type { Receipt } from '@msp/sdk/contract';
import type { Store } from '@msp/sdk/store';

/** Planted faults, which the proofs must catch: a proof that nothing fails proves nothing. */
export const plantedFaults = ['answers-early', 'no-idempotency', 'asynchronous-commit'] as const;
export type PlantedFault = (typeof plantedFaults)[number];

/** Long enough that whoever kills the server right after an answer is always quicker. */
const LATE_MS = 1_000;

/** Says that it is kept, and keeps it afterwards. */
export const answeringEarly = (store: Store): Store => ({
  ...store,
  append: async (input) => {
    void wait(LATE_MS)
      .then(() => store.append(input))
      .catch(() => undefined);
    return { ok: true, version: input.expectedVersion + input.events.length };
  },
});

/** Does not know a retry from a new request. */
export const withoutIdempotency = (store: Store): Store => ({
  ...store,
  findAnswer: async () => undefined,
  append: (input) => store.append({ ...input, idempotency: { ...input.idempotency, key: randomUUID() } }),
});

const madeUp = (): Receipt => ({
  caseId: randomUUID(),
  reference: 'MSP-2222-2222',
  receivedAt: new Date().toISOString(),
  code: '2222-2222-2222-2222',
});

/** Takes silence for a yes. */
export const hopeful = (client: MspClient): MspClient => ({
  ...client,
  raiseConcern: (data, options) => client.raiseConcern(data, options).catch(madeUp),
});
