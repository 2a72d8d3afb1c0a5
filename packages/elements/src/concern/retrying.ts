/** Seconds between two tries: soon at first, for a connection that only stuttered. */
const PAUSES = [5, 10, 20, 40, 60];

/**
 * Tries again while a page stays open: after longer and longer pauses, and at once when the browser says that it is back on the
 * network. What the browser says is a hint and no more, for it may be wrong in both ways.
 */
export class Retrying {
  readonly #again: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;

  constructor(again: () => void) {
    this.#again = again;
  }

  start(): void {
    this.#wait();
    addEventListener('online', this.#onOnline);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#tries = 0;
    removeEventListener('online', this.#onOnline);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const pause = PAUSES[Math.min(this.#tries, PAUSES.length - 1)] ?? 60;
    this.#tries += 1;
    this.#timer = setTimeout(() => {
      this.#wait();
      this.#again();
    }, pause * 1000);
  }

  #onOnline = (): void => {
    this.#again();
  };
}
