import type { Receipt, RecordedEvent } from '@msp/sdk/contract';

/**
 * What callers were told is kept. Every submission has a sender of its own, whose subject stands beside what is kept: so it can be
 * found again, although the words are encrypted and the idempotency keys hashed.
 */
export type Acknowledged = {
  readonly concerns: Map<string, Receipt>;
  readonly events: Map<string, RecordedEvent & { readonly caseId: string }>;
};

/** What somebody writes in their concern follows from who they are, so that it can be compared with what is kept. */
export const wordsOf = (subject: string): string => `What ${subject} says happened.`;

export const nothingAcknowledged = (): Acknowledged => ({ concerns: new Map(), events: new Map() });

/** One entry of a case as the store has it. */
export type KeptEntry = {
  readonly subject: string;
  readonly caseId: string;
  readonly reference: string;
  readonly eventId: string;
  readonly sequence: number;
};

export type Reckoning = {
  /** Acknowledged, and nothing of it is kept. */
  readonly lost: number;
  /** Kept more often than once for one submission. */
  readonly doubled: number;
  /** Acknowledged with a receipt for something that is not kept, or not theirs. Whatever is lost is among them. */
  readonly falseReceipts: number;
};

const bySubject = (kept: readonly KeptEntry[]): ReadonlyMap<string, readonly KeptEntry[]> => {
  const entries = new Map<string, KeptEntry[]>();
  for (const entry of kept) entries.set(entry.subject, [...(entries.get(entry.subject) ?? []), entry]);
  return entries;
};

/** Compares what callers were told with what is there. */
export const reckon = ({ concerns, events }: Acknowledged, kept: readonly KeptEntry[]): Reckoning => {
  const entries = bySubject(kept);
  let [lost, falseReceipts] = [0, 0];
  const look = (subject: string, isTheReceiptOf: (entry: KeptEntry) => boolean): void => {
    const theirs = entries.get(subject) ?? [];
    if (theirs.length === 0) lost += 1;
    if (!theirs.some(isTheReceiptOf)) falseReceipts += 1;
  };
  for (const [subject, { caseId, reference }] of concerns)
    look(subject, (entry) => entry.sequence === 1 && entry.caseId === caseId && entry.reference === reference);
  for (const [subject, { caseId, event }] of events)
    look(
      subject,
      (entry) => entry.caseId === caseId && entry.eventId === event.id && entry.sequence === event.sequence,
    );
  return { lost, doubled: kept.length - entries.size, falseReceipts };
};
