import type { JsonValue } from '../port.js';
import { type KeptMessage, MAX_MESSAGES, type MessageState, type Outcome, type OutMessage } from '../port/outbox.js';
import type { Pool } from './driver.js';
import { inTenant } from './transaction.js';

const COLUMNS = 'o.message_id, o.endpoint, o.body, o.state, o.attempts, o.due_at, o.last_status';

const messageOf = (row: Record<string, unknown>): KeptMessage => {
  const state = row['state'] as MessageState;
  return {
    id: row['message_id'] as string,
    endpoint: row['endpoint'] as string,
    body: row['body'] as JsonValue,
    state,
    attempts: row['attempts'] as number,
    ...(state === 'waiting' && { dueAt: (row['due_at'] as Date).toISOString() }),
    ...(row['last_status'] !== null && { lastStatus: row['last_status'] as number }),
  };
};

const TAKE = `UPDATE msp.outbox o SET due_at = $3::timestamptz, attempts = o.attempts + 1
  FROM (SELECT tenant, message_id, endpoint, due_at AS was_due FROM msp.outbox
    WHERE tenant = $1 AND state = 'waiting' AND due_at <= $2::timestamptz
    ORDER BY due_at, message_id, endpoint LIMIT $4 FOR UPDATE SKIP LOCKED) AS due
  WHERE o.tenant = due.tenant AND o.message_id = due.message_id AND o.endpoint = due.endpoint
  RETURNING due.was_due, ${COLUMNS}`;

/** Several processes may take at once: none waits for another, and no message is given to two. */
export const takeMessages = (
  pool: Pool,
  tenant: string,
  { now, until, limit }: { readonly now: string; readonly until: string; readonly limit: number },
): Promise<readonly KeptMessage[]> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query(TAKE, [tenant, now, until, limit]);
    const dueFor = (row: Record<string, unknown>): number => (row['was_due'] as Date).getTime();
    const idOf = (row: Record<string, unknown>): string =>
      `${row['message_id'] as string} ${row['endpoint'] as string}`;
    const inOrder = [...rows].sort((a, b) => dueFor(a) - dueFor(b) || (idOf(a) < idOf(b) ? -1 : 1));
    return { value: inOrder.map(messageOf), keep: rows.length > 0 };
  });

const SETTLE = `UPDATE msp.outbox SET state = $4, due_at = coalesce($5::timestamptz, due_at), last_status = $6
  WHERE tenant = $1 AND message_id = $2 AND endpoint = $3 AND state <> 'delivered'`;

export const settleMessage = (
  pool: Pool,
  tenant: string,
  { id, endpoint }: Pick<OutMessage, 'id' | 'endpoint'>,
  outcome: Outcome,
): Promise<void> =>
  inTenant(pool, tenant, async (client) => {
    const dueAt = outcome.state === 'waiting' ? outcome.dueAt : null;
    await client.query(SETTLE, [tenant, id, endpoint, outcome.state, dueAt, outcome.status]);
    return { value: undefined, keep: true };
  });

export const listMessages = (pool: Pool, tenant: string, state: MessageState): Promise<readonly KeptMessage[]> =>
  inTenant(pool, tenant, async (client) => {
    const text = `SELECT ${COLUMNS} FROM msp.outbox o WHERE o.tenant = $1 AND o.state = $2
      ORDER BY o.written_at DESC, o.message_id DESC, o.endpoint LIMIT $3`;
    const { rows } = await client.query(text, [tenant, state, MAX_MESSAGES]);
    return { value: rows.map(messageOf), keep: false };
  });

const RETRY = `UPDATE msp.outbox SET state = 'waiting', attempts = 0, due_at = $4::timestamptz
  WHERE tenant = $1 AND message_id = $2 AND endpoint = $3 AND state <> 'delivered' RETURNING message_id`;

export const retryMessage = (
  pool: Pool,
  tenant: string,
  { id, endpoint }: Pick<OutMessage, 'id' | 'endpoint'>,
  now: string,
): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query(RETRY, [tenant, id, endpoint, now]);
    return { value: rows.length > 0, keep: rows.length > 0 };
  });
