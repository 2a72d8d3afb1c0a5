import { headers } from '../../contract.js';

/** Answers questions that browsers ask before a page of another origin may call. */
export type Cors = {
  /** The answer to a preflight; nothing where the request is none. */
  readonly preflight: (request: Request) => Response | undefined;
  /** Headers that let a page of an allowed origin read the answer. */
  readonly headersFor: (request: Request, answer: AnswerTo) => Readonly<Record<string, string>>;
};

type AnswerTo = {
  /** What the organisation of the caller allows; nothing where the caller is not known. */
  readonly origins: readonly string[] | undefined;
  readonly isRefusal: boolean;
};

const isOrigin = (origin: string): boolean => URL.canParse(origin) && new URL(origin).origin === origin;

const assertOrigin = (origin: string): string => {
  if (isOrigin(origin)) return origin;
  throw new TypeError(
    '[@msp/sdk] createMspHandler: option "allowedOrigins" takes exact origins, such as "https://portal.example", without a path or a star.',
  );
};

/**
 * `allowedOrigins` are exact: scheme, host and port, no patterns. To them come those of the caller's own organisation.
 *
 * Before a call nobody knows whose page it is, so every page may ask; what counts is who may read the answer. A call carries its token itself
 * and no browser adds one, so that a stranger's page can ask for nothing that it could not ask for without a browser.
 */
export const createCors = (allowedOrigins: readonly string[]): Cors => {
  const allowed = new Set(allowedOrigins.map(assertOrigin));
  return {
    headersFor: (request, { origins, isRefusal }) => {
      const origin = request.headers.get('origin') ?? '';
      // A refusal of somebody unknown is the same for everybody, and a page has to see it to fetch a fresh token.
      const isForAnyone = isRefusal && origins === undefined;
      const mayRead = allowed.has(origin) || (isOrigin(origin) && (isForAnyone || origins?.includes(origin) === true));
      return mayRead
        ? {
            Vary: 'Origin',
            'Access-Control-Allow-Origin': origin,
            'Access-Control-Expose-Headers': `${headers.apiVersion}, ETag, Retry-After`,
          }
        : { Vary: 'Origin' };
    },
    preflight: (request) => {
      if (request.method !== 'OPTIONS' || !request.headers.has('access-control-request-method')) return undefined;
      const origin = request.headers.get('origin') ?? '';
      return new Response(null, {
        status: 204,
        headers: {
          Vary: 'Origin',
          ...(isOrigin(origin) && {
            'Access-Control-Allow-Origin': origin,
            'Access-Control-Allow-Methods': 'GET, POST',
            'Access-Control-Allow-Headers': `Authorization, Content-Type, ${Object.values(headers).join(', ')}`,
            'Access-Control-Max-Age': '600',
          }),
        },
      });
    },
  };
};
