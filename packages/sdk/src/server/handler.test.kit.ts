import { readRecord } from './privacy/read-record.js';
import { localVault } from './privacy/vault.js';
import type { Role } from '@msp/workflows';
import type { JWK } from 'jose';
import type { Receipt } from '../contract.js';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { type JwtAuthOptions, type TokenClaims, jwtAuth, mintToken, newKeyPair } from './index.js';
import { type MspHandlerOptions, createMspHandler } from './handler.js';
import type { LogEntry } from './log.js';
import { createTenancy } from './tenants/tenancy.js';

/** A word that tests put wherever people write, and look for wherever it must not be. */
export const CANARY = 'Quetzalcanary';

export const ISSUER = 'https://portal.example';
export const AUDIENCE = 'msp';
export const START = Date.parse('2026-03-20T10:00:00.000Z');

const pair = await newKeyPair({ kid: 'portal-1' });
export const privateKey: JWK = pair.privateKey;
export const publicKey: JWK = pair.publicKey;

export type Caller = Partial<TokenClaims> & { readonly role: Role };

type Send = {
  readonly as?: Caller | undefined;
  readonly token?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

type Given = Partial<Omit<MspHandlerOptions, 'auth'>> & { readonly auth?: Partial<JwtAuthOptions> };

/** A secret that is none: the same in every test. */
export const testVault = localVault(new Uint8Array(32).fill(7));

/** A handler over a memory store, with a clock that tests move, and ways to call it. */
export const testServer = ({ auth, ...given }: Given = {}) => {
  const time = { now: START };
  const clock = (): Date => new Date(time.now);
  const log: LogEntry[] = [];
  const store: Store = given.store ?? memoryStore();
  const handler = createMspHandler({
    clock,
    logger: (entry) => void log.push(entry),
    vault: testVault,
    ...given,
    store,
    auth: jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: [publicKey], ...auth }),
  });
  const tokenFor = (caller: Caller): Promise<string> =>
    mintToken(
      { key: privateKey, issuer: ISSUER, audience: AUDIENCE, clock },
      { tenant: 'council', subject: `${caller.role}-1`, organisation: 'council', ...caller },
    );
  const send = async (
    method: string,
    path: string,
    { as, token, body, key, version, headers }: Send = {},
  ): Promise<Response> => {
    const bearer = token ?? (as && (await tokenFor(as)));
    return handler(
      new Request(`https://msp.example${path}`, {
        method,
        headers: {
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  };
  /** The record of a case, with its words. */
  const recordOf = async (caseId: string) =>
    (await readRecord({ store, vault: given.vault ?? testVault }, 'council', caseId)) ?? [];
  const vault = given.vault ?? testVault;
  /** What any other process of this server would know of its organisations. */
  const tenancy = createTenancy({ ...given, store, vault });
  return { handler, store, vault, tenancy, log, time, tokenFor, send, recordOf };
};

export type TestServer = ReturnType<typeof testServer>;

let keys = 0;
/** A fresh idempotency key. */
export const aKey = (): string => `key-of-a-test-${String((keys += 1)).padStart(10, '0')}`;

/** Raises a concern as somebody of this tenant. */
export const aCase = async (server: TestServer, tenant = 'council'): Promise<Receipt> => {
  const response = await server.send('POST', '/v1/concerns', {
    as: { role: 'referrer', tenant },
    key: aKey(),
    body: { whatHappened: 'He takes her bank card every Friday.' },
  });
  if (response.status !== 201) throw new Error(`The concern was refused with ${response.status}.`);
  return (await response.json()) as Receipt;
};
