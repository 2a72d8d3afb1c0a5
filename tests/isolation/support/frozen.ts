import type { AppendInput, Store } from '@msp/sdk/store';
import { memoryStore } from '@msp/sdk/store/memory';
import type { Case } from '@msp/workflows';
import { sealed } from './beginnings.js';

export const TENANT = 'council';
export const REFERENCE = 'MSP-2222-2222';

/** A store in which a case is always as it was: what is appended is kept beside it, the last alone. */
export type Frozen = {
  readonly store: Store;
  /** The case with what was appended last. */
  readonly kept: () => Store;
};

/** What is appended, as if nothing had been before. */
const alone = (input: AppendInput): AppendInput => ({
  ...input,
  expectedVersion: 0,
  events: input.events.map((event, index) => ({ ...event, sequence: index + 1 })),
});

export const frozenAt = (current: Case | undefined): Frozen => {
  const before = current ? sealed(current) : [];
  const record = { reference: REFERENCE, version: before.length, events: before };
  const everything = memoryStore();
  let last: Store = everything;
  return {
    store: {
      ...everything,
      readCase: async (_tenant, caseId) => (current?.id === caseId ? record : undefined),
      findAnswer: async () => undefined,
      append: async (input) => {
        last = memoryStore();
        const result = await last.append(alone(input));
        return result.ok ? { ok: true, version: result.version + before.length } : result;
      },
    },
    kept: () => ({
      ...last,
      readCase: async (...given) => {
        const added = await last.readCase(...given);
        const numbered = added?.events.map((event) => ({ ...event, sequence: event.sequence + before.length }));
        return added && { ...added, version: added.version + before.length, events: [...before, ...(numbered ?? [])] };
      },
    }),
  };
};
