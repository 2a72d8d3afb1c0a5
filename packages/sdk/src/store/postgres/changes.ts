import type { Change, Watcher } from '../port/changes.js';
import type { Pool, PoolClient } from './driver.js';

const CHANNEL = 'msp_changes';
const TELL = `SELECT pg_notify('${CHANNEL}', change) FROM json_array_elements_text($1::json) AS change`;
const LONGEST_PAUSE_MS = 10_000;

const changeOf = (payload: string | undefined): Change | undefined => {
  try {
    const [tenant, caseId, version] = JSON.parse(payload ?? '') as [string, string, number];
    return { tenant, caseId, version };
  } catch {
    return undefined;
  }
};

/**
 * Changes by LISTEN and NOTIFY, over a connection of its own while somebody watches.
 *
 * They are told after the commit and not in it: a transaction that notifies commits alone, and one after the other all of them would
 * wait for the disk. What a crash in between keeps back is found by whoever looks now and then.
 */
export const createChanges = (open: () => Promise<Pool>) => {
  const watchers = new Set<Watcher>();
  let waiting: string[] = [];
  let telling = Promise.resolve();
  let listening: PoolClient | undefined;
  let isClosed = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const tellAll = (news: Change | 'missed'): void => watchers.forEach((watcher) => watcher(news));

  const letGo = (): void => {
    clearTimeout(pause);
    const client = listening;
    listening = undefined;
    client?.release(true);
  };

  const listen = async (failures = 0): Promise<void> => {
    const again = (): void => {
      if (isClosed || watchers.size === 0) return;
      pause = setTimeout(() => void listen(failures + 1), Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures));
      pause.unref?.();
    };
    try {
      const client = await (await open()).connect();
      if (isClosed || watchers.size === 0 || listening) {
        client.release();
        return;
      }
      listening = client;
      client.on?.('notification', ({ payload }) => {
        const change = changeOf(payload);
        if (change) tellAll(change);
      });
      client.on?.('error', () => {
        if (listening !== client) return;
        letGo();
        again();
      });
      await client.query(`LISTEN ${CHANNEL}`);
      if (failures > 0) tellAll('missed');
    } catch {
      letGo();
      again();
    }
  };

  const flush = async (): Promise<void> => {
    const told = waiting;
    waiting = [];
    if (told.length === 0) return;
    try {
      const client = await (await open()).connect();
      await client.query(TELL, [JSON.stringify(told)]).finally(() => client.release());
    } catch {
      // Who watches looks now and then.
    }
  };

  return {
    /** Says that a case has a new version. What comes while something is being said is said together. */
    announce: ({ tenant, caseId, version }: Change): void => {
      if (waiting.push(JSON.stringify([tenant, caseId, version])) === 1) telling = telling.then(flush);
    },
    watch: (watcher: Watcher): (() => void) => {
      if (isClosed) return () => undefined;
      watchers.add(watcher);
      if (watchers.size === 1) void listen();
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) letGo();
      };
    },
    close: async (): Promise<void> => {
      isClosed = true;
      watchers.clear();
      letGo();
      await telling;
    },
  };
};
