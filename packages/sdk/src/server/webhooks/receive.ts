import { Webhook as Signer } from 'standardwebhooks';
import * as z from 'zod/mini';
import { type WebhookMessage, webhookMessageSchema } from '../../contract.js';

export type ReceiveOptions = {
  /** The secrets of this webhook, as in the settings: one, or two while it is replaced. */
  readonly secrets: readonly string[];
  /**
   * Whether this message was not received before: keep the ids of some days, best in the transaction that acts on them. A message comes
   * again where the answer to the first was lost.
   */
  readonly isNew: (id: string) => boolean | Promise<boolean>;
};

/** What was received: `repeated` is answered with success, and nothing else is done. */
export type Received =
  | { readonly ok: true; readonly id: string; readonly message: WebhookMessage; readonly repeated: boolean }
  | { readonly ok: false; readonly reason: 'not-signed' | 'not-a-message'; readonly status: 400 | 401 };

const MAX_BYTES = 64 * 1024;

const shape = z.object({
  'webhook-id': z.string().check(z.minLength(1), z.maxLength(200)),
  'webhook-timestamp': z.string().check(z.regex(/^\d{1,12}$/)),
  'webhook-signature': z.string().check(z.minLength(1), z.maxLength(2000)),
});

const textOf = async (request: Request): Promise<string | undefined> => {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const isSignedBy = (secret: string, body: string, headers: Record<string, string>): boolean => {
  try {
    new Signer(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
};

/**
 * Reads a message of ours in your back end: whether we signed it, in the last five minutes, what it says, and whether it came before.
 *
 * @example
 * const received = await receiveWebhook(request, { secrets: [secret], isNew: (id) => inbox.keepOnce(id) });
 * if (!received.ok) return new Response(null, { status: received.status });
 * if (!received.repeated) queue.push(received.message);
 * return new Response(null, { status: 204 });
 */
export const receiveWebhook = async (request: Request, { secrets, isNew }: ReceiveOptions): Promise<Received> => {
  const headers = z.safeParse(shape, Object.fromEntries(request.headers)).data;
  const body = await textOf(request);
  if (!headers || body === undefined || !secrets.some((secret) => isSignedBy(secret, body, headers)))
    return { ok: false, reason: 'not-signed', status: 401 };
  let said: unknown;
  try {
    said = JSON.parse(body);
  } catch {
    said = undefined;
  }
  const message = z.safeParse(webhookMessageSchema, said);
  if (!message.success) return { ok: false, reason: 'not-a-message', status: 400 };
  const id = headers['webhook-id'];
  return { ok: true, id, message: message.data, repeated: !(await isNew(id)) };
};

/** A new secret for a webhook, for both sides: 32 random bytes. */
export const newWebhookSecret = (): string =>
  `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
