import type { Role } from '@msp/workflows';
import type * as z from 'zod/mini';
import type { ProblemCode } from './problems.js';

/** One route, declared once: the client calls it, the server answers it and OpenAPI describes it by this. */
export type Route = {
  readonly method: 'GET' | 'POST';
  /** Parameters begin with a colon. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** Who may call it. `anyone` needs no token. */
  readonly roles: readonly Role[] | 'anyone';
  /** These roles reach it only with a token for one case. */
  readonly caseScoped?: true;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** A token that is good for one concern reaches it. */
  readonly takesOnce?: true;
  /** Needs the header `Idempotency-Key`: the same key with the same body is answered the same and recorded once. */
  readonly idempotent?: true;
  /** Needs the header `If-Match` with the version that the writer saw. */
  readonly expectsVersion?: true;
  readonly status: 200 | 201;
  /** Answered by server-sent events, the data of each of which is a `response`. */
  readonly streams?: true;
  readonly response: z.ZodMiniType;
  readonly errors: readonly ProblemCode[];
};

/** Puts values in the place of a path's parameters. */
export const pathTo = (path: string, params: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
