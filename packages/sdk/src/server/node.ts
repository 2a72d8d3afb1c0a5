import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';

export { fileSettings } from './file-settings.js';
export { fileVault } from './file-vault.js';
export { type PostOptions, postToPublic } from './post-to-public.js';
export { stopGracefully } from './stop-gracefully.js';

/**
 * Lets Node's own server speak to a handler.
 *
 * @example
 * createServer(toNodeListener(handler)).listen(8080);
 */
export const toNodeListener = (
  handler: (request: Request) => Promise<Response>,
): ((incoming: IncomingMessage, outgoing: ServerResponse) => void) => {
  const listener = getRequestListener(handler, {
    // Nobody who imports this should find other globals than they had before.
    overrideGlobalObjects: false,
    // What Node could not read as a request is answered without repeating any of it.
    errorHandler: () => new Response(null, { status: 400 }),
  });
  return (incoming, outgoing) => void listener(incoming, outgoing);
};
