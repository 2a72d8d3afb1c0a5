import type * as z from 'zod/mini';
import { API_VERSION, MAX_BODY_BYTES, type Route } from '../contract.js';
import type { Store } from '../store/port.js';
import type { Hub } from './live/hub.js';
import type { KeyVault } from './privacy/vault.js';
import type { Authenticate, Identity } from './auth/identity.js';
import { admit, checkApiVersion, expectedVersionOf, idempotencyKeyOf } from './request/admit.js';
import { readBody } from './request/body.js';
import { fit } from './request/fit.js';
import type { Lanes } from './request/lanes.js';
import { callerOf, type createLimits } from './request/limits.js';
import { parseJson } from './request/json.js';
import type { Tenancy } from './tenants/tenancy.js';

/** What the handler was given, with what was left out filled in. */
export type Deps = {
  readonly store: Store;
  readonly vault: KeyVault;
  readonly authenticate: Authenticate;
  readonly tenancy: Tenancy;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly newReference: () => string;
  /** For how many days a draft is kept where an organisation says nothing. */
  readonly draftDays: number;
  readonly hub: Hub;
  readonly limits: ReturnType<typeof createLimits>;
  /** Where whoever asks has their address; nothing where nobody knows. */
  readonly addressOf: (request: Request) => string | undefined;
  readonly lanes: Lanes;
  /** How long a stream lives at the most, and how often something comes through it. */
  readonly live: { readonly longestMs: number; readonly beatMs: number };
  /** Where the handler is mounted; empty at the root. */
  readonly basePath: string;
};

type Parsed<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodMiniType }
  ? z.output<S>
  : undefined;

/** One request to one route of the contract, checked by it: whatever stands in here may be relied on. */
export type Call<R extends Route> = {
  readonly route: R;
  readonly deps: Deps;
  readonly now: Date;
  readonly identity: R['roles'] extends 'anyone' ? undefined : Identity;
  readonly caseId: R extends { readonly caseScoped: true } ? string : undefined;
  /** The page's origin, as its browser says. Absent where no browser asks, or for a page of the server's own. */
  readonly origin: string | undefined;
  /** Says which organisation a caller without a token turned out to belong to. */
  readonly meet: (who: Pick<Identity, 'tenant'>) => void;
  readonly query: Parsed<R, 'query'>;
  readonly body: Parsed<R, 'body'>;
  /** The body to the letter, for telling a retry from another request. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Who waits in turn with others. */
  readonly caller: string;
  readonly idempotencyKey: R extends { readonly idempotent: true } ? string : undefined;
  readonly expectedVersion: R extends { readonly expectsVersion: true } ? number : undefined;
};

/** What a route answers; `version` becomes the `ETag`. */
export type Answer =
  { readonly body: object; readonly version?: number } | { readonly stream: ReadableStream<Uint8Array> };

/** Deeper than any event's data. */
const MAX_DEPTH = 16;

const NOTHING = new Uint8Array(0);

/**
 * Checks a request by what its route declares, cheapest and safest first: who calls, then headers and query, then the body.
 *
 * @throws {Refusal} every code that the contract gives for it
 */
export const prepare = async <R extends Route>(
  route: R,
  request: Request,
  params: Readonly<Record<string, string>>,
  deps: Deps,
  meet: (identity: Identity | Pick<Identity, 'tenant'>) => void,
): Promise<Call<R>> => {
  const now = deps.clock();
  const caseId = params['caseId']?.toLowerCase();
  const address = deps.addressOf(request);
  let caller = JSON.stringify(['stranger', address ?? '']);
  let identity: Identity | undefined;
  if (route.roles !== 'anyone') {
    identity = await admit(route, request, caseId, { authenticate: deps.authenticate, now });
    meet(identity);
    caller = callerOf(identity, address);
    await deps.limits.known(identity, caller, route.idempotent === true && !route.caseScoped);
    checkApiVersion(request, API_VERSION);
  } else if (route.body) await deps.limits.unknown(address);
  const query = route.query && fit(route.query, Object.fromEntries(new URL(request.url).searchParams));
  const idempotencyKey = route.idempotent && idempotencyKeyOf(request);
  const expectedVersion = route.expectsVersion && expectedVersionOf(request);
  const bytes = route.body ? await readBody(request, MAX_BODY_BYTES) : NOTHING;
  const body = route.body && fit(route.body, parseJson(bytes, { maxDepth: MAX_DEPTH }));
  const origin = request.headers.get('origin') ?? undefined;
  const given = { query, body, bytes, idempotencyKey, expectedVersion };
  return { route, deps, now, identity, caseId, origin, meet, caller, ...given } as Call<R>;
};
