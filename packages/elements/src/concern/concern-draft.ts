import { newIdempotencyKey } from '@msp/sdk';
import { checkConcern, pagesFor, toConcern } from '@msp/workflows/questions';
import type { Answer, Answers, ConcernData, ConcernPage, SavedForm } from '@msp/workflows/questions';

/**
 * What somebody is about to tell us: in memory only, and gone with `wipe()`.
 *
 * The idempotency key is made with the draft and kept until it is sent, however often sending is tried: one draft is one
 * concern.
 */
export class ConcernDraft {
  #answers: Answers = {};
  #key = newIdempotencyKey();
  #page: string | undefined;
  #tries = new Map<string, ConcernData>();

  constructor({ answers, key, page }: SavedForm) {
    this.#answers = answers;
    this.#page = page;
    if (key !== undefined) this.#key = key;
  }

  /** Where somebody was who comes back. */
  get page(): string | undefined {
    return this.#page;
  }

  get answers(): Answers {
    return this.#answers;
  }

  get key(): string {
    return this.#key;
  }

  get pages(): ConcernPage[] {
    return pagesFor(this.#answers);
  }

  /** True once nothing stands in the way of sending. */
  get isEnough(): boolean {
    return checkConcern(this.#answers).length === 0;
  }

  answer(id: string, answer: Answer): void {
    this.#answers = { ...this.#answers, [id]: answer };
  }

  /** The data to send. Every try is remembered: if one of them arrived after all, only the same data may be sent again. */
  toSend(): ConcernData {
    const data = toConcern(this.#answers) as ConcernData;
    this.#tries.set(JSON.stringify(data), data);
    return data;
  }

  /** What was tried before and differs from what would be sent now. */
  get earlierTries(): ConcernData[] {
    const now = JSON.stringify(toConcern(this.#answers));
    return [...this.#tries].filter(([json]) => json !== now).map(([, data]) => data);
  }

  wipe(): void {
    this.#answers = {};
    this.#tries.clear();
    this.#key = newIdempotencyKey();
  }
}
