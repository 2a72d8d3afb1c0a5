import { toInstant } from '../check.js';
import { type KeptMessage, MAX_MESSAGES, type MessageState, type Outcome, type OutMessage } from '../port/outbox.js';

type Which = Pick<OutMessage, 'id' | 'endpoint'>;
type Kept = { -readonly [K in keyof KeptMessage]: KeptMessage[K] } & { dueAt: string };

const nameOf = ({ id, endpoint }: Which): string => `${id} ${endpoint}`;

/** The messages of one tenant. */
export const memoryOutbox = () => {
  const kept = new Map<string, Kept>();
  const shown = ({ dueAt, ...message }: Kept): KeptMessage =>
    structuredClone(message.state === 'waiting' ? { ...message, dueAt } : message);
  return {
    write: (messages: readonly OutMessage[], dueAt: string): void => {
      for (const message of messages) {
        const copy = structuredClone(message);
        kept.set(nameOf(message), { ...copy, state: 'waiting', attempts: 0, dueAt: toInstant(dueAt) });
      }
    },
    take: ({ now, until, limit }: { readonly now: string; readonly until: string; readonly limit: number }) => {
      const due = [...kept.values()]
        .filter(({ state, dueAt }) => state === 'waiting' && dueAt <= toInstant(now))
        .sort((a, b) => (a.dueAt === b.dueAt ? (nameOf(a) < nameOf(b) ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1))
        .slice(0, limit);
      for (const message of due) {
        message.dueAt = toInstant(until);
        message.attempts += 1;
      }
      return due.map(shown);
    },
    settle: (which: Which, outcome: Outcome): void => {
      const message = kept.get(nameOf(which));
      if (!message || message.state === 'delivered') return;
      message.state = outcome.state;
      message.lastStatus = outcome.status;
      if (outcome.state === 'waiting') message.dueAt = toInstant(outcome.dueAt);
    },
    list: (state: MessageState) =>
      [...kept.values()]
        .filter((message) => message.state === state)
        .reverse()
        .slice(0, MAX_MESSAGES)
        .map(shown),
    retry: (which: Which, now: string): boolean => {
      const message = kept.get(nameOf(which));
      if (!message || message.state === 'delivered') return false;
      message.state = 'waiting';
      message.attempts = 0;
      message.dueAt = toInstant(now);
      return true;
    },
  };
};

export type MemoryOutbox = ReturnType<typeof memoryOutbox>;
