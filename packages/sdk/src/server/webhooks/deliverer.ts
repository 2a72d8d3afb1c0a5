import { Webhook as Signer } from 'standardwebhooks';
import type { Webhook } from '../../contract.js';
import type { KeptMessage, Outcome } from '../../store/port.js';
import { describeError, toStandardError } from '../log.js';
import { type Rounds, createRounds } from '../rounds.js';
import { type TenancyOptions, createTenancy } from '../tenants/tenancy.js';

/** What is sent to an address. */
export type Delivery = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What a deliverer tells: ids, codes and numbers. */
export type DelivererEntry = {
  readonly at: string;
  readonly tenant: string;
  readonly what: 'delivered' | 'put-off' | 'given-up' | 'failed';
  /** The id of the webhook in the settings. */
  readonly webhook?: string;
  readonly messageId?: string;
  readonly status?: number;
  readonly errorName?: string;
  readonly errorAt?: readonly string[];
};

export type DelivererOptions = TenancyOptions & {
  /** Whose messages: the tenants that this server serves, asked before each round. */
  readonly tenants: () => readonly string[] | Promise<readonly string[]>;
  /** Sends one message: `postToPublic` of `@msp/sdk/server/node`. Resolves with the HTTP status, rejects where there was no answer. */
  readonly post: (delivery: Delivery) => Promise<number>;
  readonly clock?: () => Date;
  /** How long it waits after a round, in milliseconds; two seconds where nothing is said. */
  readonly everyMs?: number;
  readonly logger?: (entry: DelivererEntry) => void;
};

export type Deliverer = Rounds & {
  /** Sends whatever is due now, for every tenant. @returns how many messages were delivered */
  runOnce(): Promise<number>;
};

const EVERY_MS = 2_000;
const AT_A_TIME = 20;
/** Longer than any attempt lasts: whoever has not said by then how it ended is taken for lost. */
const TAKEN_MS = 120_000;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each failed attempt the next one comes; after the last, nothing does. Three days and a half in all. */
const PAUSES: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

const GONE = 410;
const NOBODY = 0;

const quiet = (entry: DelivererEntry): void => {
  if (entry.what === 'failed' || entry.what === 'given-up') toStandardError(entry);
};

const signed = ({ url, secrets }: Webhook, { id, body: message }: KeptMessage, now: Date): Delivery => {
  const body = JSON.stringify(message);
  return {
    url,
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / SECOND)),
      // Every secret signs, so that a receiver who has the old one or the new one can check.
      'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, now, body)).join(' '),
    },
  };
};

const outcomeOf = (status: number, attempts: number, now: Date): Outcome => {
  if (status >= 200 && status < 300) return { state: 'delivered', status };
  const pause = PAUSES[attempts - 1];
  if (pause === undefined || status === GONE) return { state: 'dead', status };
  return { state: 'waiting', status, dueAt: new Date(now.getTime() + pause).toISOString() };
};

const WHAT = { delivered: 'delivered', waiting: 'put-off', dead: 'given-up' } as const;

/**
 * Delivers what is in the outbox to organisations' own systems, as Standard Webhooks. Several processes may run one each. A message that
 * is not answered with success is sent again for some days, with longer and longer pauses; then it stands in `GET /v1/deliveries` as dead, until
 * somebody asks for it to be tried again. Each arrives at least once: receivers tell a second one by its id.
 *
 * @example
 * const deliverer = createDeliverer({ store, vault, tenants: () => ['council'], post: postToPublic() });
 * deliverer.start();
 */
export const createDeliverer = (options: DelivererOptions): Deliverer => {
  const { store, post } = options;
  const tenancy = createTenancy(options);
  const clock = options.clock ?? (() => new Date());
  const log = options.logger ?? quiet;

  const deliver = async (tenant: string, message: KeptMessage): Promise<boolean> => {
    const { webhooks = [] } = await tenancy.settingsOf(tenant);
    const webhook = webhooks.find(({ id }) => id === message.endpoint);
    const status = webhook ? await post(signed(webhook, message, clock())).catch(() => NOBODY) : GONE;
    const outcome = outcomeOf(status, message.attempts, clock());
    await store.settleMessage(tenant, message, outcome);
    const { id: messageId, endpoint } = message;
    log({ at: clock().toISOString(), tenant, what: WHAT[outcome.state], webhook: endpoint, messageId, status });
    return outcome.state === 'delivered';
  };

  const deliverAll = async (tenant: string): Promise<number> => {
    let delivered = 0;
    for (;;) {
      const now = clock();
      const until = new Date(now.getTime() + TAKEN_MS).toISOString();
      const taken = await store.takeMessages(tenant, { now: now.toISOString(), until, limit: AT_A_TIME });
      // One that was put off until now would come round for ever.
      if (taken.length === 0) return delivered;
      const done = await Promise.all(taken.map((message) => deliver(tenant, message)));
      delivered += done.filter(Boolean).length;
    }
  };

  const runOnce = async (): Promise<number> => {
    const each = [...(await options.tenants())].map(async (tenant) => {
      try {
        return await deliverAll(tenant);
      } catch (error) {
        log({ at: clock().toISOString(), tenant, what: 'failed', ...describeError(error) });
        return 0;
      }
    });
    return (await Promise.all(each)).reduce((sum, count) => sum + count, 0);
  };

  return { runOnce, ...createRounds(runOnce, options.everyMs ?? EVERY_MS) };
};
