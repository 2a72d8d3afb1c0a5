import { realpath } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../store-error.js';
import { type Home, clusterFolder, ended, logFile, openLog, runIn, startFailed } from './home.js';
import { clearLeftovers, logSince, readPostmaster } from './leftovers.js';

const START_WITHIN_MS = 120_000;

/** Nothing a server must not do to keep what it acknowledged, and nothing in its log that people wrote. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_checkpoints: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_timezone: 'UTC',
  timezone: 'UTC',
  password_encryption: 'scram-sha-256',
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const portBusy = (port: number): StoreError =>
  new StoreError('port-busy', `Port ${port} is used by another program. Choose another one, or leave the port out.`);

export type Running = { readonly pid: number; readonly port: number; readonly exited: Promise<unknown> };

const startOnce = async (home: Home, port: number): Promise<Running> => {
  const { directory, binaries } = home;
  const cluster = clusterFolder(directory);
  const log = await openLog(directory);
  const { size } = await log.stat();
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = runIn(cluster, binaries.postgres, settings, home, ['ignore', log.fd, log.fd]);
  let isOver = false;
  const exited = ended(child)
    .catch(() => undefined)
    .finally(() => (isOver = true));
  child.unref();
  await log.close();
  for (const deadline = Date.now() + START_WITHIN_MS; !isOver && Date.now() < deadline; await wait(10)) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster?.isReady && postmaster.pid === child.pid) return { pid: child.pid, port, exited };
  }
  child.kill('SIGQUIT');
  throw /could not bind|could not create any TCP/.test(logSince(logFile(directory), size))
    ? portBusy(port)
    : startFailed(directory);
};

/** Starts the server, after clearing away what a killed process left. A random port that somebody takes meanwhile is replaced. */
export const startServer = async (home: Home, port: number | undefined): Promise<Running> => {
  const cluster = await realpath(clusterFolder(home.directory));
  for (let tries = 1; ; tries += 1) {
    await clearLeftovers(cluster);
    try {
      return await startOnce(home, port ?? (await freePort()));
    } catch (error) {
      const isFinal = tries === 4 || (port !== undefined && error instanceof StoreError && error.code === 'port-busy');
      if (isFinal) throw error;
    }
  }
};
