import { once } from 'node:events';
import { createServer } from 'node:http';
import { createMspHandler } from '@msp/sdk/server';
import { toNodeListener } from '@msp/sdk/server/node';
import type { Store } from '@msp/sdk/store';
import { postgresStore } from '@msp/sdk/store/postgres';
import { answeringEarly, withoutIdempotency } from './faults.js';
import { type Moment, plannedPool } from './planned-pool.js';
import type { FromServer, ServerSettings, ToServer } from './server-process.js';
import { authFor, vault } from './tokens.js';

/** A server to be killed. It works as its parent says, and ends with it. */
process.once('disconnect', () => process.exit(0));

const say = (message: FromServer): void => void process.send?.(message);

const onMessage = (take: (message: ToServer) => void): void => {
  process.on('message', (message) => take(message as ToServer));
};

let planned: Moment | undefined;
let goOn: (() => void) | undefined;

/** Stops at the next COMMIT that comes to the planned moment, and says so. */
const holdThere = async (moment: Moment): Promise<void> => {
  if (planned !== moment) return;
  planned = undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  say({ is: 'held' });
  await held;
};

const storeFor = ({ connectionString, fault, ownPool }: ServerSettings): Store => {
  if (ownPool) return postgresStore({ connectionString });
  const pool = plannedPool(connectionString, async (moment, client) => {
    // The store looks at the settings while it appends, so the fault waits until it has looked.
    if (fault === 'asynchronous-commit' && moment === 'before-commit')
      await client.query('SET LOCAL synchronous_commit = off');
    await holdThere(moment);
  });
  const store = postgresStore({ pool });
  if (fault === 'answers-early') return answeringEarly(store);
  if (fault === 'no-idempotency') return withoutIdempotency(store);
  return store;
};

const start = async (settings: ServerSettings): Promise<void> => {
  const handler = createMspHandler({
    // What is tried here is not how much one caller may ask.
    limits: { perCaller: 1e9, perTenant: 1e9, perStranger: 1e9 },
    store: storeFor(settings),
    vault,
    auth: authFor(settings.publicKey),
    logger: ({ level, code }) => {
      if (level === 'error') say({ is: 'unforeseen', code: code ?? '' });
    },
  });
  const server = createServer(toNodeListener(handler)).listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  say({ is: 'listening', port: typeof address === 'object' && address ? address.port : 0 });
};

onMessage((message) => {
  if (message.do === 'start') void start(message.settings);
  if (message.do === 'hold') planned = message.at;
  if (message.do === 'go-on') goOn?.();
});
