import type { IncomingMessage } from 'node:http';

/** Names under which this computer calls itself. Any other name in `Host` is a page elsewhere that points its own name here. */
const isLoopback = (host: string): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);

/** Whether a request is addressed to this computer by its own name. */
export const isForThisComputer = (request: IncomingMessage): boolean => isLoopback(request.headers.host ?? '');

/**
 * Whether a request that changes something comes from one of the portal's own pages. Browsers say so in `Sec-Fetch-Site`, which
 * no page can forge. One too old for that has to name this very address as its origin.
 */
export const isFromOwnPage = (request: IncomingMessage): boolean => {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (!isForThisComputer(request)) return false;
  return site === undefined ? origin === `http://${host ?? ''}` : site === 'same-origin';
};
