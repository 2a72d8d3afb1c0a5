import { headers } from '../../contract.js';

/** Answers questions that browsers ask before a page of another origin may call. */
export type Cors = {
  /** The answer to a preflight; nothing where the request is none. */
  readonly preflight: (request: Request) => Response | undefined;
  /** Headers that let a page of an allowed origin read the answer. */
  readonly headersFor: (request: Request) => Readonly<Record<string, string>>;
};

const assertOrigin = (origin: string): string => {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
  throw new TypeError(
    '[@msp/sdk] createMspHandler: option "allowedOrigins" takes exact origins, such as "https://portal.example", without a path or a star.',
  );
};

/** `allowedOrigins` are exact: scheme, host and port, no patterns. */
export const createCors = (allowedOrigins: readonly string[]): Cors => {
  const allowed = new Set(allowedOrigins.map(assertOrigin));
  const headersFor = (request: Request): Record<string, string> => {
    const origin = request.headers.get('origin');
    return origin !== null && allowed.has(origin)
      ? {
          Vary: 'Origin',
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Expose-Headers': `${headers.apiVersion}, ETag, Retry-After`,
        }
      : { Vary: 'Origin' };
  };
  return {
    headersFor,
    preflight: (request) => {
      if (request.method !== 'OPTIONS' || !request.headers.has('access-control-request-method')) return undefined;
      const origin = request.headers.get('origin');
      if (origin === null || !allowed.has(origin)) return new Response(null, { status: 204 });
      return new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': 'GET, POST',
          'Access-Control-Allow-Headers': `Authorization, Content-Type, ${Object.values(headers).join(', ')}`,
          'Access-Control-Max-Age': '600',
        },
      });
    },
  };
};
