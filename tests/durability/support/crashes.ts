import { setTimeout as wait } from 'node:timers/promises';
import { postgresStore } from '@msp/sdk/store/postgres';
import { type Chance, chanceFor } from './chance.js';
import { type Database, type Target } from './database.js';
import type { PlantedFault } from './faults.js';
import { keptInDatabase, standingAlone } from './kept-in-database.js';
import { type KeptInStore, keptInStore } from './kept-in-store.js';
import type { Moment } from './planned-pool.js';
import { type Reckoning, reckon } from './reckoning.js';
import { ServerProcess } from './server-process.js';
import { Writers } from './writers.js';

/** What is killed, and when: beside a COMMIT, or whenever it happens to be. */
export type Crash = { readonly target: Target | 'server'; readonly moment: Moment | 'any' };

export type Found = Reckoning & {
  readonly concerns: number;
  readonly events: number;
  /** What is kept without what belongs to it. */
  readonly alone: readonly string[];
  readonly damaged: KeptInStore['damaged'];
  /** What a sound server says to nobody here: refusals, and errors that it did not foresee. */
  readonly complaints: readonly string[];
  /** So often the server ended without being killed. */
  readonly falls: number;
};

export type TrialOptions = {
  readonly database: Database;
  /** Names the tenant and everybody in it; and, with the seed, what is left to chance. */
  readonly name: string;
  readonly writers: number;
  /** So many concerns are acknowledged before each crash, and a few after it. */
  readonly concernsPerCrash: number;
  readonly fault?: PlantedFault;
  /** Concerns alone, from people who are signed in: no token that is used up, and no version, stands in for what is tried. */
  readonly plain?: boolean;
  /** As on a council's server, where the store has its pool to itself. Then every moment is any. */
  readonly ownPool?: boolean;
};

const LONGEST_PAUSE_MS = 60;
const AFTERWARDS = 4;
const PATIENCE_MS = 30_000;

/** Kills it at its moment, and starts it again. */
const crash = async (
  { target, moment }: Crash,
  { server, database, chance }: { server: ServerProcess; database: Database; chance: Chance },
): Promise<void> => {
  if (moment === 'any') await wait(chance.below(LONGEST_PAUSE_MS));
  else await server.holdsAt(moment);
  if (target === 'server') {
    for (const deadline = Date.now() + PATIENCE_MS; !(await server.kill()); await wait(5))
      if (Date.now() > deadline) throw new Error('There is no server to kill any more.');
    await server.start();
    return;
  }
  await database.kill(target);
  server.goOn();
  if (target !== 'backend') await database.startAgain();
};

const damagedIn = async ({ connectionString }: Database, tenant: string): Promise<number> => {
  const store = postgresStore({ connectionString });
  try {
    return (await keptInStore(store, tenant)).damaged;
  } finally {
    await store.close();
  }
};

/** Crashes under load, one after another. After each, everything acknowledged so far is looked for in the database. */
export const endure = async (crashes: readonly Crash[], options: TrialOptions): Promise<Found> => {
  const { database, name: tenant, fault, ownPool = false, plain = false, concernsPerCrash } = options;
  const chance = chanceFor(tenant);
  const server = new ServerProcess({ connectionString: database.connectionString, fault, ownPool });
  await server.start();
  const writers = new Writers({ address: server.address, tenant, count: options.writers, plain });
  const look = async (): Promise<Omit<Found, 'damaged'>> => ({
    ...reckon(writers.acknowledged, await keptInDatabase(database, tenant)),
    concerns: writers.concerns,
    events: writers.events,
    alone: await standingAlone(database, tenant),
    complaints: [...writers.refused, ...server.unforeseen.map((code) => `unforeseen ${code}`)],
    falls: server.falls,
  });
  try {
    let found = await look();
    for (const one of crashes) {
      writers.start();
      await writers.untilMore(concernsPerCrash - AFTERWARDS);
      await crash(one, { server, database, chance });
      await writers.untilMore(AFTERWARDS);
      await writers.rest();
      found = await look();
      if (found.lost + found.doubled + found.falseReceipts + found.alone.length > 0) break;
    }
    return { ...found, damaged: await damagedIn(database, tenant) };
  } finally {
    await writers.giveUp();
    await server.kill();
  }
};
