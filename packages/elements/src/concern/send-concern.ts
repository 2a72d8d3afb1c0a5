import type { MspClient, Receipt } from '@msp/sdk';
import type { ConcernDraft } from './concern-draft.js';

/** What became of sending. Only a receipt from the server means that it arrived. */
export type Sent =
  | ({ readonly result: 'received'; readonly changedAfter: boolean } & References)
  | { readonly result: 'unreachable' | 'refused' | 'failed' | 'sent-before' };

/** What a concern is known by, and those of other adults who were told of with it. */
export type References = { readonly reference: string; readonly others: readonly string[]; readonly code: string };

/** What a form needs of a client. */
export type FormClient = Pick<MspClient, 'raiseConcern' | 'saveDraft' | 'openDraft' | 'dropDraft'>;

const USED = 'idempotency-key-reused';
const NO_ANSWER = new Set(['unreachable', 'unavailable', 'unexpected-answer']);
const REFUSED = new Set(['unauthenticated', 'forbidden']);

/**
 * Sends a draft once.
 *
 * If an earlier try arrived although its answer got lost, and something was changed since, the server refuses the same key
 * for other words. That try is then sent again as it was, which gives its receipt: one concern, never two.
 */
export async function sendConcern(client: FormClient | undefined, draft: ConcernDraft): Promise<Sent> {
  if (!client) return { result: 'unreachable' };
  const options = { idempotencyKey: draft.key };
  try {
    const receipt = await client.raiseConcern(draft.toSend(), options);
    return { result: 'received', ...referencesOf(receipt), changedAfter: false };
  } catch (error) {
    if (codeOf(error) !== USED) return { result: resultOf(error) };
  }
  // Nothing that was tried from here: another page sent what was saved under this key.
  let result: 'unreachable' | 'refused' | 'failed' | 'sent-before' = 'sent-before';
  for (const data of draft.earlierTries) {
    try {
      const receipt = await client.raiseConcern(data, options);
      return { result: 'received', ...referencesOf(receipt), changedAfter: true };
    } catch (error) {
      result = codeOf(error) === USED ? 'sent-before' : resultOf(error);
    }
  }
  return { result };
}

const referencesOf = ({ reference, others = [], code }: Receipt): References => ({
  reference,
  code,
  others: others.map((other) => other.reference),
});

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

const resultOf = (error: unknown): 'unreachable' | 'refused' | 'failed' => {
  const code = codeOf(error);
  if (NO_ANSWER.has(String(code))) return 'unreachable';
  return REFUSED.has(String(code)) ? 'refused' : 'failed';
};
