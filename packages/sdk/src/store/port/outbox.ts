import type { JsonValue } from '../port.js';

/** A message to one endpoint, kept with the event that it tells of. Ids and codes only: it is kept as it stands. */
export type OutMessage = { readonly id: string; readonly endpoint: string; readonly body: JsonValue };

export type MessageState = 'waiting' | 'delivered' | 'dead';

export type KeptMessage = OutMessage & {
  readonly state: MessageState;
  /** How often it was taken for delivery. */
  readonly attempts: number;
  /** While it waits: from when it may be taken. */
  readonly dueAt?: string;
  readonly lastStatus?: number;
};

/** How an attempt ended: delivered, to be tried again `dueAt`, or given up. */
export type Outcome = { readonly status: number } & (
  { readonly state: 'delivered' | 'dead' } | { readonly state: 'waiting'; readonly dueAt: string }
);

/** So many messages are listed. */
export const MAX_MESSAGES = 500;

/** Messages that are to leave the house: written with the event that they tell of, delivered afterwards, at least once each. */
export type OutboxStore = {
  /**
   * Messages that are due at `now`, the longest due first. Each is given to one taker only, until `until`: whoever took it and was never
   * heard of again has lost it to the next.
   */
  takeMessages(
    tenant: string,
    options: { readonly now: string; readonly until: string; readonly limit: number },
  ): Promise<readonly KeptMessage[]>;

  /** Notes how an attempt ended, unless the message was delivered meanwhile. */
  settleMessage(tenant: string, message: Pick<OutMessage, 'id' | 'endpoint'>, outcome: Outcome): Promise<void>;

  /** The messages of a tenant in a state, the newest first, `MAX_MESSAGES` at most. */
  listMessages(tenant: string, state: MessageState): Promise<readonly KeptMessage[]>;

  /** Lets a message that was given up, or still waits, be taken from `now`. False where there is none such. */
  retryMessage(tenant: string, message: Pick<OutMessage, 'id' | 'endpoint'>, now: string): Promise<boolean>;
};
