import { postgresStore } from '@msp/sdk/store/postgres';
import { withDatabase } from './support/database.js';
import { tryAtStore, tryOverHttp } from './support/histories.js';

const HISTORIES = 50;

/** Two thousand histories of twenty people in three organisations, fifty at a time, over HTTP and at the store itself. */
export const chunks = 40;

export const run = (chunk: number): Promise<string> =>
  withDatabase(async ({ pool }) => {
    const store = postgresStore({ pool });
    const requests = await tryOverHttp(store, { from: chunk * 2 * HISTORIES, histories: HISTORIES });
    await tryAtStore(store, { from: (chunk * 2 + 1) * HISTORIES, histories: HISTORIES });
    return `${HISTORIES} histories over HTTP (${requests} requests) and ${HISTORIES} at the store: every answer as its tenant’s model gives it`;
  });
