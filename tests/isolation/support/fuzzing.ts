import assert from 'node:assert/strict';
import fc from 'fast-check';
import { problemSchema } from '@msp/sdk/contract';
import { type Authenticate, type KeyVault, type LogEntry, createMspHandler } from '@msp/sdk/server';
import type { Store } from '@msp/sdk/store';
import type { Role } from '@msp/workflows';
import { START } from './asking.js';
import { TENANT } from './frozen.js';

/** Keeps keys as they are: this proof is about what is kept, not about who may read it, and asks millions of times. */
export const openVault: KeyVault = {
  wrap: async (_tenant, key) => Buffer.from(key).toString('base64'),
  unwrap: async (_tenant, wrapped) => new Uint8Array(Buffer.from(wrapped, 'base64')),
};

/** How a body, or what stands in an address, is sent: the text is what chance made of it. */
export type Sent = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
};

/** What one route is asked, and what has to be so of an answer that says that it was taken. */
export type Target = {
  readonly store: Store;
  readonly role: Role;
  /** The one case that whoever asks may reach. */
  readonly caseId?: string;
  readonly sent: fc.Arbitrary<Sent>;
  /** `given`: the body as JSON says it. */
  readonly check?: (
    answer: Record<string, unknown>,
    given: unknown,
    ask: (sent: Sent) => Promise<Response>,
  ) => Promise<void>;
};

/** Ways in which what is under proof could be worse than it is: planted by tests. */
export type Fault = { readonly auth?: (request: Request) => Promise<void>; readonly wrap?: (store: Store) => Store };

/** What chance made of it: so that a proof can see that it meant something. */
export type Fuzzed = { readonly cases: number; readonly taken: number; readonly slowestMs: number };

const shared = [Object.prototype, Array.prototype, Function.prototype] as const;
const sharedByAll = (): string => shared.map((all) => Reflect.ownKeys(all).length).join();

const before = sharedByAll();

const somebody = { tenant: TENANT, subject: 'somebody', organisation: 'Larkshire Council' } as const;

/** JSON knows no difference between 0 and -0. */
export const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

const assertProblem = (status: number, body: unknown): void => {
  const parsed = problemSchema.safeParse(body);
  assert.ok(parsed.success && parsed.data.status === status, `a refusal that is none: ${JSON.stringify(body)}`);
};

/**
 * Asks a route so many times with whatever chance makes. No answer is an error of ours, every refusal is one of the contract, what is
 * taken is kept as it was given, and what all objects share is as it was.
 *
 * @throws with the input for the first answer that is not so
 */
export const fuzz = async (
  { store, role, caseId, sent, check }: Target,
  { seed, runs, fault = {} }: { readonly seed: number; readonly runs: number; readonly fault?: Fault },
): Promise<Fuzzed> => {
  const log: LogEntry[] = [];
  const auth: Authenticate = async (request) => {
    await fault.auth?.(request.clone());
    return { ...somebody, role, ...(caseId !== undefined && { caseId }) };
  };
  const handler = createMspHandler({
    // What is tried here is not how much one caller may ask.
    limits: { perCaller: 1e9, perTenant: 1e9, perStranger: 1e9 },
    store: fault.wrap?.(store) ?? store,
    vault: openVault,
    auth,
    clock: () => new Date(START),
    logger: (entry) => void (entry.level === 'error' && log.push(entry)),
  });
  const ask = ({ method, path, headers = {}, text }: Sent): Promise<Response> =>
    handler(
      new Request(`https://msp.example${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-chance-0', ...headers },
        ...(text !== undefined && { body: new TextEncoder().encode(text) }),
      }),
    );
  const result = { cases: 0, taken: 0, slowestMs: 0 };
  const property = fc.asyncProperty(sent, async (one) => {
    const began = performance.now();
    const response = await ask(one);
    result.slowestMs = Math.max(result.slowestMs, performance.now() - began);
    const body = (await response.json()) as Record<string, unknown>;
    result.cases += 1;
    assert.ok(response.status < 500, `${response.status}: ${JSON.stringify(log.at(-1) ?? body)}`);
    assert.equal(sharedByAll(), before, 'what all objects share was changed');
    if (response.status >= 400) return assertProblem(response.status, body);
    result.taken += 1;
    const given =
      one.text === undefined
        ? undefined
        : (JSON.parse(new TextDecoder().decode(new TextEncoder().encode(one.text))) as unknown);
    await check?.(body, given, ask);
  });
  await fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
  return result;
};
