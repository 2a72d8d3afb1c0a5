import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Package, findBinaries } from './binaries.js';
import { claimFolder } from './folder-claim.js';
import { clusterFolder, readPassword } from './home.js';
import { stopServer } from './leftovers.js';
import { ensureCluster } from './make-cluster.js';
import { serverUser } from './server-user.js';
import { startServer } from './server.js';
import { openPool } from '../postgres/driver.js';

const DATABASE = 'msp';

export type EmbeddedPostgres = {
  /** For `postgresStore` and `migrate`. It holds the password: for nobody's log. */
  readonly connectionString: string;
  /** True when the folder was empty and the database was made just now. */
  readonly fresh: boolean;
  /** Stops the server and gives the folder back. Close stores first. */
  stop(): Promise<void>;
};

const addressOf = (port: number, password: string, database: string): string =>
  `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

const ensureDatabase = async (connectionString: string): Promise<void> => {
  const pool = await openPool({ connectionString, maxConnections: 1 });
  try {
    const client = await pool.connect();
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rows.length === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    client.release();
  } finally {
    await pool.end();
  }
};

/** What `startEmbeddedPostgres` does, with the programs of another package where one is given. */
export const startPostgres = async (options: {
  readonly directory: string;
  readonly port?: number;
  readonly programs?: Package;
}): Promise<EmbeddedPostgres> => {
  const claim = await claimFolder(resolve(options.directory));
  try {
    const directory = await realpath(options.directory);
    const user = await serverUser(clusterFolder(directory));
    const home = { directory, user, binaries: await findBinaries(user, options.programs) };
    const fresh = await ensureCluster(home);
    const password = await readPassword(directory);
    const { pid, port, exited } = await startServer(home, options.port);

    const stopAtExit = (): void => {
      try {
        process.kill(pid, 'SIGINT');
      } catch {
        // It is gone already.
      }
      claim.release();
    };
    process.once('exit', stopAtExit);
    let isRunning = true;
    void exited.then(() => (isRunning = false));

    const stop = async (): Promise<void> => {
      process.removeListener('exit', stopAtExit);
      if (isRunning) await stopServer(pid);
      isRunning = false;
      claim.release();
    };
    try {
      await ensureDatabase(addressOf(port, password, 'postgres'));
    } catch (error) {
      await stop();
      throw error;
    }
    return { connectionString: addressOf(port, password, DATABASE), fresh, stop };
  } catch (error) {
    claim.release();
    throw error;
  }
};
