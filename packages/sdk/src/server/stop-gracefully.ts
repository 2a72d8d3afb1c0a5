import type { Server } from 'node:http';

/**
 * Stops Node's own server: takes nothing new, lets what is under way be answered, and cuts off after a while what is not.
 *
 * @param graceMs how long it waits for answers; ten seconds where nothing is said.
 * @example
 * process.once('SIGTERM', async () => {
 *   await stopGracefully(server);
 *   await store.close();
 * });
 */
export const stopGracefully = async (
  server: Server,
  { graceMs = 10_000 }: { readonly graceMs?: number } = {},
): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  // A connection that is kept alive becomes idle with its answer.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(cut);
  clearInterval(idle);
};
