import assert from 'node:assert/strict';
import { type MspClientOptions, MspError, createMspClient } from './index.js';

/** A word that tests write and look for where it must not be. */
export const CANARY = 'Quetzalcanary';
export const receipt = {
  caseId: '01a20769-4214-771d-910b-0bb7d86235e1',
  reference: 'MSP-4K7Q-29XD',
  receivedAt: '2026-03-20T10:00:00.000Z',
  code: '4K7Q-29XD-HJ3M-RT6W',
};
export const json = (body: unknown, status = 201): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
export const problem = (code: string, status: number, headers: Record<string, string> = {}): Response =>
  new Response(
    JSON.stringify({
      type: `urn:msp:problem:${code}`,
      title: 'A title',
      status,
      code,
      detail: 'A detail.',
      docs: '/openapi.json',
    }),
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );

/** What the network does with one attempt. */
type Step = Response | (() => Response | Promise<Response>);

/** A client whose network answers with these, one after the other; the last one stays. */
export const clientOver = (steps: Step[], options: Partial<MspClientOptions> = {}) => {
  const sent: { url: string; init: RequestInit }[] = [];
  const waited: number[] = [];
  const client = createMspClient({
    endpoint: 'https://msp.example/',
    token: 'a.b.c',
    random: () => 0.5,
    delay: async (ms) => void waited.push(ms),
    fetch: async (url, init = {}) => {
      const step = steps[Math.min(sent.length, steps.length - 1)];
      sent.push({ url: String(url), init });
      if (step === undefined) throw new TypeError('nothing to answer with');
      return typeof step === 'function' ? step() : step.clone();
    },
    ...options,
  });
  const raise = (signal?: AbortSignal) =>
    client.raiseConcern({ whatHappened: CANARY }, { idempotencyKey: 'a'.repeat(32), ...(signal && { signal }) });
  return { client, raise, sent, waited };
};

/** The attempt is lost. */
export const dropped = (): never => {
  throw new TypeError(`fetch failed: ${CANARY}`);
};

/** The error of a call, shown to repeat nothing that was written. */
export const errorOf = async (call: Promise<unknown>): Promise<MspError> => {
  const error = await call.then(
    () => assert.fail('the call should have failed'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof MspError, String(error));
  assert.ok(!JSON.stringify([error.message, error.stack, error, String(error.cause)]).includes(CANARY));
  assert.ok(error.message.endsWith('.'));
  return error;
};
