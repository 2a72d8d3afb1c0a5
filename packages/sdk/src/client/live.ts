import { createParser } from 'eventsource-parser';
import * as z from 'zod/mini';
import { routes, versionSchema } from '../contract.js';
import { type MspClientOptions, sendWith } from './client.js';
import { MspError } from './error.js';
import { pause, wait } from './retry.js';
import { openStream } from './send.js';

export type WatchOptions = Omit<MspClientOptions, 'siteKey' | 'token'> & {
  readonly token: NonNullable<MspClientOptions['token']>;
  /** Ends the watching. */
  readonly signal: AbortSignal;
  /** The version that the page has: it is told of others only. */
  readonly version?: number;
  /** The case has another version. */
  readonly onVersion: (version: number) => void;
  /** How it is watched now: `live`, by asking now and then (`asking`), or not at all just now (`lost`). */
  readonly onState?: (state: 'live' | 'asking' | 'lost') => void;
  /** Between two questions where nothing can be kept open; ten seconds where nothing is said. */
  readonly everyMs?: number;
};

/** If nothing has come by then, something in between keeps it back. */
const FIRST_MS = 6_000;
/** The server says something every fifteen seconds. */
const SILENCE_MS = 40_000;
/** So many questions are asked before a stream is tried again. */
const QUESTIONS = 12;

/**
 * Tells a page when a case has a new version, whoever recorded what, until its signal ends it. It keeps a stream open; after a loss it goes
 * on where it was; and where nothing lets a stream through it asks now and then. It reads nothing of the case: whoever is told
 * reads it anew.
 *
 * Resolves when the signal ended it.
 *
 * @throws {MspError} where the case cannot be watched at all: `not-found`, `forbidden`, `unauthenticated`
 * @example
 * await watchCase(caseId, { endpoint, token, signal, version, onVersion: () => reload() });
 */
export const watchCase = async (caseId: string, options: WatchOptions): Promise<void> => {
  const { signal, onVersion, onState = () => undefined, everyMs = 10_000 } = options;
  const { delay = wait, random = Math.random } = options;
  let seen = options.version;
  let state: string | undefined;
  const say = (now: 'live' | 'asking' | 'lost'): void => {
    if (now !== state) onState((state = now));
  };
  const see = (version: number): void => {
    if (version === seen) return;
    seen = version;
    onVersion(version);
  };
  const send = sendWith({ ...options, attempts: 1 }, options.token);

  /** Reads one stream to its end. @returns whether anything came through it */
  const follow = async (): Promise<boolean> => {
    const ending = new AbortController();
    const end = (): void => ending.abort();
    signal.addEventListener('abort', end, { once: true });
    let timer = setTimeout(end, FIRST_MS);
    let isLive = false;
    try {
      const parser = createParser({
        onEvent: ({ event, data }) => {
          const said = event === 'version' ? z.safeParse(versionSchema, JSON.parse(data)).data : undefined;
          if (said) see(said.version);
        },
      });
      const stream = await openStream(options, routes.watchCase, { caseId }, ending.signal);
      const decoder = new TextDecoder();
      const reader = stream.getReader();
      // A body that came some other way than from the network does not know of the signal.
      ending.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return isLive;
        isLive = true;
        say('live');
        clearTimeout(timer);
        timer = setTimeout(end, SILENCE_MS);
        parser.feed(decoder.decode(value, { stream: true }));
      }
    } catch (error) {
      if (error instanceof MspError && !isPassing(error)) throw error;
      return isLive;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      end();
    }
  };

  const ask = async (): Promise<boolean> => {
    try {
      const { version } = await send({ route: routes.readVersion, params: { caseId }, signal });
      say('asking');
      see(version);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      if (error instanceof MspError && !isPassing(error)) throw error;
      say('lost');
      return false;
    }
  };

  const rest = (ms: number): Promise<void> => delay(ms, signal).catch(() => undefined);

  for (let failures = 0; !signal.aborted;) {
    const wasLive = await follow();
    if (signal.aborted) return;
    if (wasLive) {
      // A stream ends with its token, and a server that restarts ends all of them at once.
      failures = 0;
      await rest(pause(1, random));
      continue;
    }
    for (let question = 0; question < QUESTIONS && !signal.aborted; question += 1) {
      const wasLost = failures > 0;
      const isAnswered = await ask();
      failures = isAnswered ? 0 : failures + 1;
      // What is back may let a stream through again.
      if (isAnswered && wasLost) break;
      await rest(isAnswered ? everyMs : pause(failures, random, 1_000));
    }
  }
};

const isPassing = ({ code }: MspError): boolean =>
  ['unreachable', 'unavailable', 'too-many-requests', 'unexpected-answer', 'internal'].includes(code);
