import { type LookupAddress, lookup as dnsLookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { type LookupFunction, isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';
import type { Delivery } from './webhooks/deliverer.js';

export type PostOptions = {
  /** How long an attempt may take, in milliseconds; 15 seconds where nothing is said. */
  readonly timeoutMs?: number;
  /** For receivers inside of your own network, or on this computer: which addresses may be called. Public ones where nothing is said. */
  readonly mayCall?: (address: string) => boolean;
  /** For tests: finds the addresses of a name. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
  /** The certificate of an authority of your own that receivers have theirs from. */
  readonly ca?: string;
};

const TIMEOUT_MS = 15_000;

const resolveAll = (hostname: string): Promise<readonly LookupAddress[]> =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });

const refused = (): Error => new Error('This address may not be called.');

/**
 * Sends a webhook, to public addresses only. The addresses are looked at in the moment of connecting and no name is looked up
 * twice, so that a name cannot stand for another address by then. Redirects are not followed, and what is answered is not read.
 *
 * @example
 * const deliverer = createDeliverer({ store, vault, tenants, post: postToPublic() });
 */
export const postToPublic = ({
  timeoutMs = TIMEOUT_MS,
  mayCall = isPublicAddress,
  resolve = resolveAll,
  ca,
}: PostOptions = {}): ((delivery: Delivery) => Promise<number>) => {
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => mayCall(address))) callback(refused(), '');
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
  return async ({ url, headers, body }) => {
    const { protocol, hostname } = new URL(url);
    // An address in place of a name is not looked up.
    const address = hostname.replace(/^\[|\]$/g, '');
    if (isIP(address) !== 0 && !mayCall(address)) throw refused();
    const request = protocol === 'https:' ? overHttps : overHttp;
    return new Promise((answered, failed) => {
      const outgoing = request(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup,
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        ...(ca !== undefined && { ca }),
      });
      outgoing.once('error', failed);
      outgoing.once('response', (response) => {
        answered(response.statusCode ?? 0);
        response.destroy();
      });
      outgoing.end(body);
    });
  };
};
