/** How often and after which time something that failed in passing is tried again. */
export type RetryOptions = {
  readonly attempts: number;
  /** Waits so many milliseconds. */
  readonly delay: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
};

const BASE_MS = 400;
const LONGEST_MS = 8_000;

/** Waits, unless the signal ends it first: then it rejects with the signal's reason. */
export const wait = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });

/** Full jitter: many pages that lost the same server do not come back at the same moment. */
export const pause = (failures: number, random: () => number, atLeastMs = 0): number =>
  Math.min(LONGEST_MS, Math.max(atLeastMs, Math.round(random() * Math.min(LONGEST_MS, BASE_MS * 2 ** failures))));

/**
 * Tries until it works, `isPassing` says that trying again is of no use, or the attempts are used up. Only for what is safe to
 * send twice.
 */
export const retry = async <A>(
  { attempts, delay, random }: RetryOptions,
  signal: AbortSignal | undefined,
  isPassing: (error: unknown) => { readonly waitMs: number } | undefined,
  attempt: () => Promise<A>,
): Promise<A> => {
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      const passing = isPassing(error);
      if (!passing || failures + 1 >= attempts) throw error;
      await delay(pause(failures, random, passing.waitMs), signal);
    }
  }
};
