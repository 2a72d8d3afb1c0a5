/** Lets so many pieces of work go on at once, and takes callers in turn. */
export type Lanes = {
  /** Does the work when its turn comes. @throws {TooManyWaiting} where the queue is full */
  run<T>(caller: string, work: () => Promise<T>): Promise<T>;
};

/** So much waits already that waiting would be of no use. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/**
 * However much one caller sends, the next caller waits for one piece of their work and not for all of it.
 *
 * @param most how many at once.
 * @param waiting how many of one caller may wait.
 */
export const createLanes = (most: number, waiting: number): Lanes => {
  // In the order in which callers had their last turn.
  const queues = new Map<string, (() => void)[]>();
  let going = 0;

  const next = (): void => {
    const [first] = queues;
    if (!first) {
      going -= 1;
      return;
    }
    const [caller, queue] = first;
    const start = queue.shift();
    queues.delete(caller);
    if (queue.length > 0) queues.set(caller, queue);
    start?.();
  };

  return {
    run: async (caller, work) => {
      if (going < most) going += 1;
      else {
        const queue = queues.get(caller) ?? [];
        if (queue.length >= waiting) throw new TooManyWaiting();
        await new Promise<void>((start) => {
          queue.push(start);
          queues.set(caller, queue);
        });
      }
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
};
