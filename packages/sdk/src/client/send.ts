import type * as z from 'zod/mini';
import { API_VERSION, MAX_BODY_BYTES, type Route, formatVersion, headers, pathTo, problems } from '../contract.js';
import { MspError, failure } from './error.js';
import { readAnswer } from './read-answer.js';
import { type RetryOptions, retry } from './retry.js';

/** One call: what the route needs, given by the client's methods. */
export type Outgoing<R extends Route> = {
  readonly route: R;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly expectedVersion?: number;
  readonly signal?: AbortSignal | undefined;
};

export type SendOptions = {
  readonly endpoint: string;
  readonly token: string | (() => string | Promise<string>);
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly retry: RetryOptions;
};

const withoutSlashes = (address: string): string => {
  let end = address.length;
  while (address[end - 1] === '/') end -= 1;
  return address.slice(0, end);
};

const urlOf = (endpoint: string, { route, params, query = {} }: Outgoing<Route>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
  return `${withoutSlashes(endpoint)}${pathTo(route.path, params)}${search}`;
};

/** `body` is written out once, so that every attempt sends the same to the letter. */
const initOf = (
  { route, idempotencyKey, expectedVersion }: Outgoing<Route>,
  body: string | undefined,
  token: string | undefined,
): RequestInit => ({
  method: route.method,
  headers: {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    [headers.apiVersion]: API_VERSION,
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { [headers.idempotencyKey]: idempotencyKey }),
    ...(expectedVersion === undefined ? {} : { [headers.ifMatch]: formatVersion(expectedVersion) }),
  },
  ...(body === undefined ? {} : { body }),
  // A redirect would take the token, and what was written, somewhere else.
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
});

/**
 * The body, written out. One that is too long is not sent: a server may cut the connection before its refusal can be read, and
 * that would look like a bad network.
 */
const written = (body: unknown): string | undefined => {
  if (body === undefined) return undefined;
  const text = JSON.stringify(body);
  if (new TextEncoder().encode(text).length <= MAX_BODY_BYTES) return text;
  throw new MspError('body-too-large', 0, `${problems['body-too-large'].title}.`);
};

/** An answer that asked us to come back later carries how much later. */
class Later extends Error {
  constructor(
    readonly problem: MspError,
    readonly waitMs: number,
  ) {
    super(problem.code);
  }
}

/** Work that knows of no signal, given up when the signal says so: a host's token that never comes must not hang a form. */
const before = <A>(signal: AbortSignal, work: Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });

const secondsToWait = (response: Response): number =>
  Number(/^\d{1,3}$/.exec(response.headers.get('retry-after') ?? '')?.[0] ?? 0);

/** A route's stream, opened with a fresh token. @throws {MspError} */
export const openStream = async (
  { endpoint, token, fetch: given }: Pick<SendOptions, 'endpoint' | 'token'> & { readonly fetch?: typeof fetch },
  route: Route,
  params: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> => {
  const unreachable = (): never => {
    throw failure('unreachable');
  };
  const bearer = await Promise.resolve()
    .then(() => (typeof token === 'function' ? token() : token))
    .catch(unreachable);
  const send = given ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
  const init = { ...initOf({ route }, undefined, bearer), signal };
  const response = await send(urlOf(endpoint, { route, params }), init).catch(unreachable);
  const isStream = response.ok && response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (isStream && response.body) return response.body;
  await readAnswer(route, response).catch((error: unknown) => {
    throw error instanceof MspError ? error : failure('unreachable');
  });
  throw failure('unexpected-answer');
};

/** Sends calls: with a token, a time limit, and again where that is safe and of use. */
export const createSend = ({ endpoint, token, fetch: send, timeoutMs, retry: retryOptions }: SendOptions) => {
  const tokenNow = async (): Promise<string> => (typeof token === 'function' ? token() : token);

  /** One attempt. What went wrong on the way is `unreachable`; why is left out, since it may repeat the request. */
  const once = async <R extends Route>(
    call: Outgoing<R>,
    body: string | undefined,
  ): Promise<z.output<R['response']>> => {
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
    const unreachable = (error?: unknown): never => {
      throw error instanceof MspError ? error : failure('unreachable');
    };
    const needsToken = call.route.roles !== 'anyone';
    const bearer = needsToken ? await before(signal, Promise.resolve().then(tokenNow)).catch(unreachable) : undefined;
    const response = await send(urlOf(endpoint, call), { ...initOf(call, body, bearer), signal }).catch(unreachable);
    try {
      return await readAnswer(call.route, response);
    } catch (error) {
      if (!(error instanceof MspError)) return unreachable();
      const isPassing = error.code === 'unavailable' || error.code === 'too-many-requests';
      throw isPassing ? new Later(error, secondsToWait(response) * 1000) : error;
    }
  };

  const isPassing = (error: unknown): { waitMs: number } | undefined => {
    if (error instanceof Later) return { waitMs: error.waitMs };
    return error instanceof MspError && error.code === 'unreachable' ? { waitMs: 0 } : undefined;
  };

  /** @throws {MspError}, or the signal's reason where the call was given up */
  return async <R extends Route>(call: Outgoing<R>): Promise<z.output<R['response']>> => {
    call.signal?.throwIfAborted();
    const body = written(call.body);
    const withFreshToken = async (): Promise<z.output<R['response']>> => {
      try {
        return await once(call, body);
      } catch (error) {
        if (typeof token !== 'function' || !(error instanceof MspError) || error.code !== 'unauthenticated')
          throw error;
        return once(call, body);
      }
    };
    try {
      return await retry(retryOptions, call.signal, isPassing, withFreshToken);
    } catch (error) {
      throw error instanceof Later ? error.problem : error;
    }
  };
};
