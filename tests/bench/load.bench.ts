import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@msp/sdk/store/embedded';
import { type Pool, migrate } from '@msp/sdk/store/postgres';
import pg from 'pg';
import { byDriver, prepared, throughHandler } from './concerns.js';
import { type Turn, inTurns, median, percentile } from './drive.js';
import { growTo } from './grown.js';
import { row } from './measure.js';

const ROUNDS = 5;
const MOST_PEOPLE = 32;
const SMALLEST = 1_000;
// Five million take several minutes to fill in and some gigabytes of disk: MSP_BENCH_EVENTS=5000000 npm run bench -- load
const SIZES = [SMALLEST, 100_000, ...(process.env['MSP_BENCH_EVENTS'] ?? '').split(',').filter(Boolean).map(Number)];

const directory = await mkdtemp(join(tmpdir(), 'msp-bench-'));
const server = await startEmbeddedPostgres({ directory });
const pools: pg.Pool[] = [];

/** A database of that many events, and a pool of connections to it. */
const database = async (events: number): Promise<Pool & pg.Pool> => {
  const address = new URL(server.connectionString);
  const owner = new pg.Client({ connectionString: address.href });
  await owner.connect();
  await owner.query(`CREATE DATABASE load_${events}`);
  await owner.end();
  address.pathname = `/load_${events}`;
  await migrate({ connectionString: address.href });
  await growTo(address.href, events);
  const pool = new pg.Pool({ connectionString: address.href, max: MOST_PEOPLE });
  pool.on('connect', (client) => void client.on('error', () => undefined));
  pool.on('error', () => undefined);
  pools.push(pool);
  return pool;
};

const rateOf = (turns: readonly Turn[]): number => median(turns.map(({ rate }) => rate));

const say = (name: string, turns: readonly Turn[], more = ''): void => {
  const took = turns.flatMap((turn) => turn.took);
  const spread = `p50 ${percentile(took, 0.5).toFixed(1)} ms, p99 ${percentile(took, 0.99).toFixed(1)} ms`;
  const cpu = `${median(turns.map((turn) => turn.cpu)).toFixed(2)} ms CPU here`;
  row(name, `${rateOf(turns).toFixed(0)}/s`, `${spread}, ${cpu}${more}`);
};

const besideTheDriver = async (pool: Pool): Promise<void> => {
  for (const people of [1, 8, MOST_PEOPLE]) {
    const concerns = people === 1 ? 150 : 400;
    const handler = await throughHandler(pool);
    const ready = await prepared(concerns * (ROUNDS + 1));
    const ways = {
      handler,
      driver: byDriver(pool, ready),
    };
    const turns = await inTurns(ways, { rounds: ROUNDS, concerns, people });
    const driver = rateOf(turns.driver);
    const ratio = rateOf(turns.handler) / driver;
    console.log(
      `\nDurable concerns over ${people} connection${people === 1 ? '' : 's'}: medians of ${ROUNDS} rounds of ${concerns}, in turns`,
    );
    say('bare driver: the same statements and rows, made beforehand', turns.driver);
    say('ours: the handler (token, schemas, engine, seal, encryption)', turns.handler, `, ${ratio.toFixed(2)} ×`);
    row('Goal: at least 0.6 of the bare driver', ratio.toFixed(2), ratio >= 0.6 ? 'met' : 'MISSED');
  }
};

const atSizes = async (all: ReadonlyMap<number, Pool>): Promise<void> => {
  const ways = Object.fromEntries(
    await Promise.all([...all].map(async ([events, pool]) => [String(events), await throughHandler(pool)] as const)),
  );
  const turns = await inTurns(ways, { rounds: ROUNDS, concerns: 400, people: 8 });
  const first = rateOf(turns[String(SMALLEST)] ?? []);
  console.log('\nThe same over 8 connections, through the handler, by how many events there are already; in turns');
  for (const events of all.keys()) {
    const own = turns[String(events)] ?? [];
    const share = rateOf(own) / first;
    say(`${events.toLocaleString('en')} events`, own, `, ${share.toFixed(2)} ×, ${share >= 0.8 ? 'met' : 'MISSED'}`);
  }
  if (SIZES.length === 2) row('Five million events', 'NOT RUN', 'MSP_BENCH_EVENTS=5000000 npm run bench -- load');
};

try {
  const all = new Map<number, Pool>();
  for (const events of SIZES) {
    const began = performance.now();
    all.set(events, await database(events));
    console.log(
      `${events.toLocaleString('en')} events were filled in, in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
  }
  const smallest = all.get(SMALLEST);
  if (smallest) await besideTheDriver(smallest);
  await atSizes(all);
} finally {
  for (const pool of pools) await pool.end();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
