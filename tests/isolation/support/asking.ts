import type { Problem } from '@msp/sdk/contract';
import {
  type Authenticate,
  type KeyVault,
  type TokenClaims,
  createMspHandler,
  jwtAuth,
  localVault,
  mintToken,
  newKeyPair,
} from '@msp/sdk/server';
import type { Store } from '@msp/sdk/store';
import type { Role } from '@msp/workflows';

export const START = Date.parse('2026-03-20T10:00:00.000Z');
export const NOW = new Date(START).toISOString();

const [ISSUER, AUDIENCE] = ['https://portal.example', 'msp'];
const clock = (): Date => new Date(START);
const pair = await newKeyPair({ kid: 'portal-1' });

/** A secret that is none: the same in every proof. */
export const vault: KeyVault = localVault(new Uint8Array(32).fill(7));

export type Caller = Partial<TokenClaims> & { readonly tenant: string; readonly role: Role };

const tokens = new Map<string, Promise<string>>();

/** Minted once for each caller: the clock of a proof stands still. */
const tokenFor = (caller: Caller): Promise<string> => {
  const name = JSON.stringify(caller);
  const known = tokens.get(name);
  if (known) return known;
  if (tokens.size > 5_000) tokens.clear();
  const claims = { subject: `${caller.role}-1`, organisation: caller.tenant, ...caller };
  const minted = mintToken({ key: pair.privateKey, issuer: ISSUER, audience: AUDIENCE, clock }, claims);
  tokens.set(name, minted);
  return minted;
};

export type Asked = {
  readonly as: Caller;
  readonly body?: unknown;
  readonly key?: string;
  readonly version?: number;
};

/** What came back: the status, and the body as JSON. */
export type Answered = { readonly status: number; readonly body: Record<string, unknown> };

export type Ask = (method: 'GET' | 'POST', path: string, asked: Asked) => Promise<Answered>;

export type Given = {
  readonly store: Store;
  readonly newId?: () => string;
  readonly newReference?: () => string;
  readonly auth?: Authenticate;
};

/** The handler of the server, asked as anybody would ask it over HTTP. */
export const asking = ({ store, auth, newId, newReference }: Given): Ask => {
  const handler = createMspHandler({
    // What is tried here is not how much one caller may ask.
    limits: { perCaller: 1e9, perTenant: 1e9, perStranger: 1e9 },
    store,
    vault,
    clock,
    logger: () => undefined,
    auth: auth ?? jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: [pair.publicKey] }),
    ...(newId && { newId }),
    ...(newReference && { newReference }),
  });
  return async (method, path, { as, body, key, version }) => {
    const response = await handler(
      new Request(`https://msp.example${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await tokenFor(as)}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
};

/** The code of a refusal; nothing where it is none. */
export const codeOf = ({ body }: Answered): string | undefined => (body as Partial<Problem>).code;
