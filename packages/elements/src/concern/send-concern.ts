import type { MspClient } from '@msp/sdk';
import type { ConcernDraft } from './concern-draft.js';

/** What became of sending. Only a receipt from the server means that it arrived. */
export type Sent =
  | { readonly result: 'received'; readonly reference: string; readonly changedAfter: boolean }
  | { readonly result: 'unreachable' | 'refused' | 'failed' };

const USED = 'idempotency-key-reused';
const NO_ANSWER = new Set(['unreachable', 'unavailable', 'unexpected-answer']);
const REFUSED = new Set(['unauthenticated', 'forbidden']);

/**
 * Sends a draft once.
 *
 * If an earlier try arrived although its answer got lost, and something was changed since, the server refuses the same key
 * for other words. That try is then sent again as it was, which gives its receipt: one concern, never two.
 */
export async function sendConcern(client: MspClient | undefined, draft: ConcernDraft): Promise<Sent> {
  if (!client) return { result: 'unreachable' };
  const options = { idempotencyKey: draft.key };
  try {
    const { reference } = await client.raiseConcern(draft.toSend(), options);
    return { result: 'received', reference, changedAfter: false };
  } catch (error) {
    if (codeOf(error) !== USED) return { result: resultOf(error) };
  }
  let result: 'unreachable' | 'refused' | 'failed' = 'failed';
  for (const data of draft.earlierTries) {
    try {
      const { reference } = await client.raiseConcern(data, options);
      return { result: 'received', reference, changedAfter: true };
    } catch (error) {
      result = resultOf(error);
    }
  }
  return { result };
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

const resultOf = (error: unknown): 'unreachable' | 'refused' | 'failed' => {
  const code = codeOf(error);
  if (NO_ANSWER.has(String(code))) return 'unreachable';
  return REFUSED.has(String(code)) ? 'refused' : 'failed';
};
