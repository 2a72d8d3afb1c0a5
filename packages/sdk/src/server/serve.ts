import { API_VERSION, type RouteName, headers, routes } from '../contract.js';
import type { Identity } from './auth/identity.js';
import type { Deps } from './call.js';
import { type Logger, describeError } from './log.js';
import { type Refusal, problemResponse } from './problem.js';
import { refusalOf } from './refusal-of.js';
import type { Cors } from './request/cors.js';

const everyAnswer: Readonly<Record<string, string>> = {
  [headers.apiVersion]: API_VERSION,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

type About = { readonly route?: RouteName; readonly caseId?: string | undefined };

/** Does the work of one request, and says who turned out to call. */
type Work = (meet: Meet) => Promise<Response>;

/** Who calls; or, of a page without a back end, which organisation's it is. */
type Meet = (identity: Identity | Pick<Identity, 'tenant'>) => void;

/** How a refusal is shown to somebody who looks at a page, and not to a program. */
export type AsPage = (refusal: Refusal) => Promise<Response>;

/** Runs the work of one request. What it throws becomes a problem; what was done is logged by ids, codes and timings. */
export type Serve = (request: Request, about: About, work: Work, asPage?: AsPage) => Promise<Response>;

export const createServe = ({
  deps,
  cors,
  logger,
}: {
  readonly deps: Deps;
  readonly cors: Cors;
  readonly logger: Logger;
}): Serve => {
  const docsUrl = `${deps.basePath}${routes.openApi.path}`;

  /** The pages of an organisation. Where its settings cannot be read, those that the handler was given have to do. */
  const originsOf = async (tenant: string): Promise<readonly string[]> => {
    const settings = await deps.tenancy.settingsOf(tenant).catch(() => undefined);
    return [...(settings?.allowedOrigins ?? []), ...(settings?.siteKeys?.flatMap(({ origins }) => origins) ?? [])];
  };

  /** A logger that fails must not turn an answer into an error. */
  const log: Logger = (entry) => {
    try {
      logger(entry);
    } catch {
      // What was done is done.
    }
  };

  return async (request, { route, caseId }, work, asPage) => {
    const began = performance.now();
    let identity: Partial<Identity> | undefined;
    let refusal: Refusal | undefined;
    let unforeseen: ReturnType<typeof describeError> | undefined;
    const response = await work((who) => {
      identity = who;
    }).catch((error: unknown) => {
      refusal = refusalOf(error, deps.newId);
      if (refusal.code === 'internal') unforeseen = describeError(error);
      return asPage ? asPage(refusal) : problemResponse(refusal, docsUrl);
    });
    const origins = identity?.tenant === undefined ? undefined : await originsOf(identity.tenant);
    const readable = cors.headersFor(request, { origins, isRefusal: refusal !== undefined });
    for (const [name, value] of Object.entries({ ...everyAnswer, ...readable })) {
      const isPagesOwn = name === 'Content-Security-Policy' && response.headers.has(name);
      if (!isPagesOwn) response.headers.set(name, value);
    }
    // Until the caller is known and their reach is checked, what stands in the place of a case's id could be words.
    log({
      level: unforeseen ? 'error' : 'info',
      at: deps.clock().toISOString(),
      ...(route && { route }),
      status: response.status,
      durationMs: Math.round(performance.now() - began),
      ...(refusal && { code: refusal.code }),
      ...(identity?.tenant !== undefined && { tenant: identity.tenant }),
      ...(identity?.role !== undefined && { role: identity.role }),
      ...(identity && caseId && { caseId }),
      ...(refusal?.extras.errorId && { errorId: refusal.extras.errorId }),
      ...unforeseen,
    });
    return response;
  };
};
