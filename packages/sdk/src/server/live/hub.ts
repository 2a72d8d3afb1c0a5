import type { Store } from '../../store/port.js';

type Listener = () => void;

/** Who waits for news of which case, in this process. */
export type Hub = {
  /** Calls whenever the case may have changed. @returns what ends it */
  listen(tenant: string, caseId: string, listener: Listener): () => void;
  readonly size: number;
};

export const createHub = (store: Store): Hub => {
  const listeners = new Map<string, Set<Listener>>();
  let stop: (() => void) | undefined;
  let size = 0;

  const nameOf = (tenant: string, caseId: string): string => `${tenant} ${caseId}`;

  const start = (): void => {
    stop = store.watchChanges((news) => {
      const called =
        news === 'missed'
          ? [...listeners.values()].flatMap((each) => [...each])
          : listeners.get(nameOf(news.tenant, news.caseId));
      called?.forEach((listener) => listener());
    });
  };

  return {
    get size() {
      return size;
    },
    listen: (tenant, caseId, listener) => {
      const name = nameOf(tenant, caseId);
      const here = listeners.get(name) ?? new Set();
      listeners.set(name, here.add(listener));
      size += 1;
      if (size === 1) start();
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        here.delete(listener);
        if (here.size === 0) listeners.delete(name);
        size -= 1;
        if (size === 0) stop?.();
      };
    },
  };
};
