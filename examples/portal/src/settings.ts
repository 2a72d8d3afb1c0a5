import { resolve } from 'node:path';
import { Trouble } from './trouble.js';

/** What can be set from outside. Everything has a default, so that `npm start` alone works. */
export type Settings = {
  readonly port: number;
  /** Holds the database and the signing key. */
  readonly dataDir: string;
  /** A PostgreSQL server of your own. Without it, one is started inside the data folder. */
  readonly databaseUrl: string | undefined;
};

/** Reads `PORT` (8080), `MSP_DATA_DIR` (`.data`) and `DATABASE_URL`. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const written = env['PORT'] || '8080';
  const port = Number(written);
  if (!/^\d{1,5}$/.test(written) || port < 1 || port > 65535) {
    throw new Trouble(
      'PORT must be a whole number from 1 to 65535. Set another one, for instance: PORT=8081 npm start',
    );
  }
  return { port, dataDir: resolve(env['MSP_DATA_DIR'] || '.data'), databaseUrl: env['DATABASE_URL'] || undefined };
};
