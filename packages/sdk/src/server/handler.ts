import { type Certificate, checkCertificate, certificates as shipped } from '@msp/workflows';
import { v7 as uuidV7 } from 'uuid';
import { MAX_TOKEN_SECONDS } from './auth/claims.js';
import type { Authenticate } from './auth/identity.js';
import { ownTokens } from './auth/own-tokens.js';
import type { Deps } from './call.js';
import { type Logger, errorsOnly, sayLoudly } from './log.js';
import { hash } from './hash.js';
import { createHub } from './live/hub.js';
import { newReference } from './reference.js';
import { createCors } from './request/cors.js';
import type { Assets } from './pages/pages.js';
import { createLanes } from './request/lanes.js';
import { type Limits, createLimits } from './request/limits.js';
import { createRouter } from './router.js';
import { createServe } from './serve.js';
import { type TenancyOptions, createTenancy } from './tenants/tenancy.js';

export type MspHandlerOptions = TenancyOptions & {
  /** Who may call: `jwtAuth(…)`, or several, of which the first that knows the caller counts. */
  readonly auth: Authenticate | readonly Authenticate[];
  /** That packs were proven: what `certify` gave, by the id of the pack. The packs that are shipped bring their own. */
  readonly certificates?: Readonly<Record<string, Certificate>>;
  /** Takes what whoever starts the server has to know, such as a pack that nobody proved; standard error where none is given. */
  readonly warn?: (sentence: string) => void;
  readonly clock?: () => Date;
  /** Makes ids of cases, events and errors: UUID v7. */
  readonly newId?: () => string;
  readonly newReference?: () => string;
  /** Takes log entries of ids, codes and timings. Where none is given, errors go to standard error. */
  readonly logger?: Logger;
  /** For how many days a draft is kept: 1 to 30, 7 where nothing is said. */
  readonly draftDays?: number;
  /**
   * Serves hosted pages at `/form/<organisation>`, for organisations with a site key in their settings: the concern form as plain HTML that
   * works without scripts. Files given here are served beside them; a script among them makes the page better. Without this option there are none.
   */
  readonly pages?: Assets;
  readonly limits?: Limits;
  /** Where whoever asks has their address, such as a header that your proxy sets: then limits for people without a sign-in are by address. It is kept nowhere. */
  readonly clientAddress?: (request: Request) => string | undefined;
  /** How many requests are worked on at once; others wait, and callers take turns. 32 where nothing is said. */
  readonly atOnce?: number;
  /** How often something comes through a stream of live updates, in milliseconds; fifteen seconds where nothing is said. */
  readonly beatMs?: number;
  /** Origins whose pages may call: exact, such as `https://portal.example`. A page of the same origin needs none. */
  readonly allowedOrigins?: readonly string[];
  /** The path under which the handler is mounted, such as `/safeguarding`. */
  readonly basePath?: string;
};

const wrong = (option: string, advice: string): TypeError =>
  new TypeError(`[@msp/sdk] createMspHandler: option "${option}" ${advice}`);

const firstThatKnows =
  (auth: readonly Authenticate[]): Authenticate =>
  async (request, now) => {
    for (const authenticate of auth) {
      const identity = await authenticate(request, now);
      if (identity) return identity;
    }
    return undefined;
  };

const BEAT_MS = 15_000;
const AT_ONCE = 32;
const MOST_WAITING = 1_000;
const DRAFT_DAYS = 7;
const MOST_DRAFT_DAYS = 30;

const toDeps = (options: MspHandlerOptions): Deps => {
  const { store, vault, auth, basePath = '', draftDays = DRAFT_DAYS } = options;
  if (!Number.isInteger(draftDays) || draftDays < 1 || draftDays > MOST_DRAFT_DAYS)
    throw wrong('draftDays', `has to be whole days from 1 to ${MOST_DRAFT_DAYS}.`);
  if (!store) throw wrong('store', 'is missing. Pass a Store, for example memoryStore().');
  if (!vault) throw wrong('vault', 'is missing. Pass a KeyVault, for example localVault(secret).');
  if (!auth || (typeof auth !== 'function' && auth.length === 0))
    throw wrong('auth', 'is missing. Pass jwtAuth({ issuer, audience, keys }).');
  if (!/^(\/[\w.-]+)*$/.test(basePath)) throw wrong('basePath', 'has to begin with a slash and end without one.');
  const tenancy = createTenancy(options);
  return {
    store,
    vault,
    authenticate: firstThatKnows([ownTokens(tenancy.keys, store), ...(typeof auth === 'function' ? [auth] : auth)]),
    tenancy,
    clock: options.clock ?? (() => new Date()),
    newId: options.newId ?? uuidV7,
    newReference: options.newReference ?? newReference,
    basePath,
    hub: createHub(store),
    limits: createLimits(options.limits ?? {}),
    addressOf: options.clientAddress ?? (() => undefined),
    lanes: createLanes(options.atOnce ?? AT_ONCE, MOST_WAITING),
    live: { longestMs: MAX_TOKEN_SECONDS * 1000, beatMs: options.beatMs ?? BEAT_MS },
    draftDays,
  };
};

/** A pack that nobody proved may trap a case or leave out a duty: said at every start, until somebody proves it. */
const warnOfPacks = ({ policy, policies = [], certificates, warn = sayLoudly }: MspHandlerOptions): void => {
  for (const pack of [...(policy ? [policy] : []), ...policies]) {
    const found = checkCertificate(pack, certificates?.[pack.id] ?? shipped[pack.id], { hash });
    if (found.status !== 'proven') warn(found.warning);
  }
};

/**
 * The server: takes a web-standard request of the contract and answers it. It mounts in anything that speaks Fetch.
 *
 * It never rejects: every error becomes a problem of the contract, and none of them says what somebody wrote.
 *
 * @throws {TypeError} when it is made, naming the option that is missing or does not fit
 * @example
 * const vault = localVault(newVaultSecret());
 * const handler = createMspHandler({ store: memoryStore(), vault, auth: jwtAuth({ issuer, audience, keys: [publicKey] }) });
 * const response = await handler(new Request('https://msp.example/health/live'));
 */
export const createMspHandler = (options: MspHandlerOptions): ((request: Request) => Promise<Response>) => {
  const deps = toDeps(options);
  warnOfPacks(options);
  const cors = createCors(options.allowedOrigins ?? []);
  const serve = createServe({ deps, cors, logger: options.logger ?? errorsOnly });
  const route = createRouter({ deps, serve, assets: options.pages });
  return async (request) => {
    const preflight = cors.preflight(request);
    return preflight ?? route(request);
  };
};
