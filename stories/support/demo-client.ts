import { type MspClient, createMspClient } from '@msp/sdk';
import { type Identity, createMspHandler, localVault, newVaultSecret } from '@msp/sdk/server';
import type { Store } from '@msp/sdk/store';
import { memoryStore } from '@msp/sdk/store/memory';
import { type Case, type Role, stageOf } from '@msp/workflows';
import { type Written, people, recordAll } from '@msp/workflows/testing';
import type { SampleCase } from './sample-case.js';

/** How the network behaves: it works, nobody answers, nobody answers what is sent, or an answer is still awaited. */
export type Network = 'works' | 'unreachable' | 'unreachable-for-sending' | 'waiting';

export type Demo = {
  /** Who looks at it. */
  readonly as?: Role;
  readonly cases?: readonly SampleCase[];
  readonly network?: Network;
  /** What somebody else records in the first case just before the first thing is sent. */
  readonly meanwhile?: readonly Written[];
};

const TENANT = 'larkshire';
const scoped: readonly Role[] = ['person', 'representative', 'advocate', 'partner'];

const keep = async (store: Store, { reference, case: current }: SampleCase, from = 0): Promise<void> => {
  const events = current.entries.map((event, index) => ({ ...event, sequence: index + 1, recordedAt: event.at }));
  const first = events[0];
  const last = events.at(-1);
  if (!first || !last) return;
  const result = await store.append({
    tenant: TENANT,
    caseId: current.id,
    expectedVersion: from,
    events: events.slice(from),
    idempotency: { key: `sample-${current.id}-${from}`, subject: 'sample', requestHash: 'sample', response: {} },
    case: {
      reference,
      stage: stageOf(current),
      danger: current.state.danger === 'immediate',
      raisedAt: first.at,
      lastEventAt: last.at,
    },
  });
  if (!result.ok) throw new Error(`The sample case could not be kept: ${result.reason}`);
};

const identityOf = (as: Role, current: Case | undefined): Identity => {
  const { id, role, organisation } = people[as];
  return {
    tenant: TENANT,
    role,
    subject: id,
    organisation,
    ...(scoped.includes(as) && current ? { caseId: current.id } : {}),
  };
};

/**
 * The SDK's own client, the SDK's own server and a store in memory, all inside this page: what a story shows is what a portal
 * gets, with the same refusals and conflicts, and nothing goes over a network.
 */
export const demoClient = async ({
  as = 'practitioner',
  cases = [],
  network = 'works',
  meanwhile = [],
}: Demo): Promise<MspClient> => {
  const store = memoryStore();
  for (const sample of cases) await keep(store, sample);
  const [first] = cases;
  const identity = identityOf(as, first?.case);
  const handler = createMspHandler({ store, vault: localVault(newVaultSecret()), auth: async () => identity });

  let isFirst = meanwhile.length > 0;
  const somebodyElse = async (): Promise<void> => {
    if (!isFirst || !first) return;
    isFirst = false;
    await keep(store, { ...first, case: recordAll(first.case, meanwhile) }, first.case.entries.length);
  };

  return createMspClient({
    endpoint: 'https://demo.example',
    token: 'not-needed-here',
    attempts: 1,
    timeoutMs: 2 ** 31 - 1,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const sends = request.method === 'POST';
      if (network === 'waiting') return new Promise<Response>(() => undefined);
      if (network === 'unreachable' || (sends && network === 'unreachable-for-sending')) {
        throw new TypeError('Nobody answers.');
      }
      if (sends) await somebodyElse();
      return handler(request);
    },
  });
};
