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
type Work = (meet: (identity: Identity) => void) => Promise<Response>;

/** Runs the work of one request. What it throws becomes a problem; what was done is logged by ids, codes and timings. */
export type Serve = (request: Request, about: About, work: Work) => Promise<Response>;

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

  /** A logger that fails must not turn an answer into an error. */
  const log: Logger = (entry) => {
    try {
      logger(entry);
    } catch {
      // What was done is done.
    }
  };

  return async (request, { route, caseId }, work) => {
    const began = performance.now();
    let identity: Identity | undefined;
    let refusal: Refusal | undefined;
    let unforeseen: ReturnType<typeof describeError> | undefined;
    const response = await work((who) => {
      identity = who;
    }).catch((error: unknown) => {
      refusal = refusalOf(error, deps.newId);
      if (refusal.code === 'internal') unforeseen = describeError(error);
      return problemResponse(refusal, docsUrl);
    });
    for (const [name, value] of Object.entries({ ...everyAnswer, ...cors.headersFor(request) })) {
      response.headers.set(name, value);
    }
    // Until the caller is known and their reach is checked, what stands in the place of a case's id could be words.
    log({
      level: unforeseen ? 'error' : 'info',
      at: deps.clock().toISOString(),
      ...(route && { route }),
      status: response.status,
      durationMs: Math.round(performance.now() - began),
      ...(refusal && { code: refusal.code }),
      ...(identity && { tenant: identity.tenant, role: identity.role }),
      ...(identity && caseId && { caseId }),
      ...(refusal?.extras.errorId && { errorId: refusal.extras.errorId }),
      ...unforeseen,
    });
    return response;
  };
};
