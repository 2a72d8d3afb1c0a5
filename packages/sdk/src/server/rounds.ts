/** Work that is done again and again, round after round. */
export type Rounds = {
  /** Goes on by itself. */
  start(): void;
  /** Ends after the round that is under way. */
  stop(): Promise<void>;
};

/** @param everyMs how long it waits after a round. */
export const createRounds = (round: () => Promise<unknown>, everyMs: number): Rounds => {
  let stopped: (() => void) | undefined;
  let running = Promise.resolve();

  const goOn = async (isOver: Promise<'over'>): Promise<void> => {
    for (;;) {
      await round().catch(() => undefined);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const pause = new Promise<'again'>((resolve) => {
        timer = setTimeout(() => resolve('again'), everyMs);
      });
      const next = await Promise.race([pause, isOver]);
      clearTimeout(timer);
      if (next === 'over') return;
    }
  };

  return {
    start: () => {
      if (stopped) return;
      const isOver = new Promise<'over'>((resolve) => {
        stopped = () => resolve('over');
      });
      running = goOn(isOver);
    },
    stop: async () => {
      stopped?.();
      stopped = undefined;
      await running;
    },
  };
};
