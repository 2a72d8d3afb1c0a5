import { memoryStore } from '@msp/sdk/store/memory';
import { postgresStore } from '@msp/sdk/store/postgres';
import { withDatabase } from './support/database.js';
import { unhurried } from './support/slips.js';
import { type Written, tryWriters } from './support/writers.js';

const HISTORIES = 200;

/** Three thousand histories in PostgreSQL and as many in memory, two hundred at a time. */
export const chunks = 15;

const say = ({ histories, kept, conflicts }: Written): string =>
  `${histories} histories, ${kept} events kept, ${conflicts} conflicts`;

export const run = (chunk: number): Promise<string> =>
  withDatabase(async ({ pool }) => {
    const extent = { from: chunk * HISTORIES, histories: HISTORIES, atOnce: 6 };
    const inPostgres = await tryWriters(postgresStore({ pool }), extent);
    const inMemory = await tryWriters(unhurried(memoryStore(), chunk), extent);
    return `PostgreSQL: ${say(inPostgres)}; memory: ${say(inMemory)}`;
  });
