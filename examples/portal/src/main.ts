import { type RequestListener, createServer } from 'node:http';
import { createDeliverer, createMspHandler, createScheduler } from '@msp/sdk/server';
import { postToPublic, stopGracefully, toNodeListener } from '@msp/sdk/server/node';
import { council } from './council.js';
import { openDatabase } from './database.js';
import { privateHeaders } from './headers.js';
import { signingKeys } from './keys.js';
import { listenOn } from './listen.js';
import { TENANT } from './people.js';
import { API, portal } from './portal.js';
import { sampleLoader } from './samples/load.js';
import { type Settings, readSettings } from './settings.js';
import { tokensWith } from './tokens.js';
import { sentenceFor } from './trouble.js';
import { openVault } from './vault.js';

const notReadyYet: RequestListener = (_, response) => {
  response
    .writeHead(503, { ...privateHeaders('text/plain; charset=utf-8'), 'Retry-After': '1' })
    .end('Starting. Try again.');
};

/** Starts everything in the order in which it can go wrong, says where it is, and stops tidily when asked. */
const start = async (settings: Settings): Promise<void> => {
  let answer = notReadyYet;
  const server = createServer((request, response) => answer(request, response));
  await listenOn(server, settings.port);

  const database = await openDatabase(settings);
  const { store } = database;
  const vault = await openVault(settings.dataDir, store);
  const tokens = tokensWith(await signingKeys(settings.dataDir));
  const handler = createMspHandler({ store, vault, auth: tokens.auth, settings: council, basePath: API, pages: {} });
  answer = portal({ api: toNodeListener(handler), tokens, loadSamples: sampleLoader(store, vault, tokens) });

  const scheduler = createScheduler({ store, vault, settings: council, tenants: () => [TENANT] });
  const deliverer = createDeliverer({
    store,
    vault,
    settings: council,
    tenants: () => [TENANT],
    post: postToPublic(),
  });
  const rounds = [scheduler, deliverer];
  for (const each of rounds) each.start();

  const stop = async (): Promise<void> => {
    await stopGracefully(server, { graceMs: 3_000 });
    await Promise.all(rounds.map((each) => each.stop()));
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

  const kept = await database.countCases();
  const memory = kept === 0 ? '' : ` (${kept} ${kept === 1 ? 'case' : 'cases'} kept from before)`;
  console.log(`Open http://127.0.0.1:${settings.port}${memory}`);
};

let folder = '.data';
try {
  const settings = readSettings(process.env);
  folder = settings.dataDir;
  await start(settings);
} catch (error) {
  console.error(sentenceFor(error, folder));
  process.exit(1);
}
