import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MspClient, MspError, createMspClient } from '@msp/sdk';
import { createMspHandler } from '@msp/sdk/server';
import { toNodeListener } from '@msp/sdk/server/node';
import type { Store } from '@msp/sdk/store';
import { chanceFor } from './chance.js';
import { ChaosProxy, type Plan } from './chaos-proxy.js';
import { type KeptInStore, keptInStore } from './kept-in-store.js';
import { type NetworkFault, faultNames } from './network-faults.js';
import { type Reckoning, nothingAcknowledged, reckon, wordsOf } from './reckoning.js';
import { type Sender, authFor, publicKey, tokenFor, vault } from './tokens.js';

export type ChaosOptions = {
  readonly store: Store;
  /** Names the tenant and everybody in it; and, with the seed, what is left to chance. */
  readonly name: string;
  readonly submissions: number;
  readonly patienceMs: number;
  readonly plan?: Plan;
  /** The client that people use, or one with a planted fault. */
  readonly through?: (client: MspClient) => MspClient;
};

export type Outcome = Reckoning & {
  readonly acknowledged: number;
  /** They were told that it may not have been sent. */
  readonly failed: number;
  readonly damaged: KeptInStore['damaged'];
  /** What no caller should be told because of a bad network. */
  readonly complaints: readonly string[];
  readonly met: ReadonlyMap<NetworkFault, number>;
};

const AT_A_TIME = 20;

/** A third of all attempts goes well. */
export const anyFault: Plan = (_key, _attempt, chance) => (chance.next() < 1 / 3 ? 'none' : chance.pick(faultNames));

const listen = async (store: Store): Promise<{ server: Server; port: number }> => {
  const limits = { perCaller: 1e9, perTenant: 1e9 };
  const handler = createMspHandler({ store, vault, auth: authFor(publicKey), limits, logger: () => undefined });
  const server = createServer(toNodeListener(handler)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
};

/** The ways in which a bad network may show itself: no answer, or somebody else's. */
const isVisibleFailure = (error: unknown): boolean =>
  error instanceof MspError && ['unreachable', 'unexpected-answer', 'unavailable'].includes(error.code);

/** Sends so many submissions through a bad network, and compares what the callers were told with what is kept. */
export const sendThroughChaos = async (options: ChaosOptions): Promise<Outcome> => {
  const { store, name: tenant, submissions, patienceMs, plan = anyFault, through = (client) => client } = options;
  const { server, port } = await listen(store);
  const proxy = await ChaosProxy.start({ upstream: port, name: tenant, patienceMs, plan });
  const acknowledged = nothingAcknowledged();
  const complaints: string[] = [];
  let [failed, begun] = [0, 0];

  const attempt = async <A>(
    sender: Omit<Sender, 'tenant'>,
    send: (client: MspClient) => Promise<A>,
  ): Promise<A | undefined> => {
    const chance = chanceFor(sender.subject);
    const token = await tokenFor({ tenant, ...sender });
    const client = through(
      createMspClient({
        ...{ endpoint: proxy.address, token, timeoutMs: patienceMs, random: chance.next },
        delay: async () => undefined,
      }),
    );
    // Whoever sees that it failed presses the button again, or does not.
    for (let presses = 1 + chance.below(2); presses > 0; presses -= 1) {
      try {
        return await send(client);
      } catch (error) {
        if (!isVisibleFailure(error)) complaints.push(error instanceof MspError ? error.code : String(error));
      }
    }
    failed += 1;
    return undefined;
  };

  const submit = async (number: number): Promise<void> => {
    const subject = `${tenant}-${String(number).padStart(6, '0')}-concern`;
    const receipt = await attempt({ subject, role: 'referrer', once: number % 2 === 0 }, (client) =>
      client.raiseConcern({ whatHappened: wordsOf(subject) }, { idempotencyKey: subject }),
    );
    if (!receipt) return;
    acknowledged.concerns.set(subject, receipt);
    if (number % 4 > 0 || begun >= submissions) return;
    begun += 1;
    const reader = `${subject}-read`;
    const recorded = await attempt({ subject: reader, role: 'practitioner' }, (client) =>
      client.recordEvent(
        receipt.caseId,
        { type: 'concern.acknowledged' },
        { idempotencyKey: reader, expectedVersion: 1 },
      ),
    );
    if (recorded) acknowledged.events.set(reader, { ...recorded, caseId: receipt.caseId });
  };

  try {
    const people = Array.from({ length: Math.min(AT_A_TIME, submissions) }, async () => {
      while (begun < submissions) await submit((begun += 1));
    });
    await Promise.all(people);
    await proxy.settled();
    const { entries, damaged } = await keptInStore(store, tenant);
    return {
      ...reckon(acknowledged, entries),
      damaged,
      acknowledged: acknowledged.concerns.size + acknowledged.events.size,
      failed,
      complaints,
      met: proxy.met,
    };
  } finally {
    await proxy.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
};
