import type { routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { seenBy } from '../judge.js';
import { loadCase } from '../load-case.js';
import { Refusal } from '../problem.js';

/** Streams that one process keeps open at once; who comes later asks now and then instead. */
const MOST = 2_000;
const SECOND = 1_000;

type OfVersion = Call<typeof routes.readVersion> | Call<typeof routes.watchCase>;

/** The version of a case that the caller may see now. A number says nothing of the case, so nobody is noted as having read it. */
const visibleVersion = async ({ deps, identity, caseId }: OfVersion): Promise<number> => {
  const { current } = await loadCase(deps, identity.tenant, caseId);
  const { restricted, version } = seenBy(current, identity);
  if (restricted) throw new Refusal('not-found');
  return version;
};

export const readVersion = async (call: Call<typeof routes.readVersion>): Promise<Answer> => {
  const version = await visibleVersion(call);
  return { body: { version }, version };
};

const line = (version: number): string => `id: ${version}\nevent: version\ndata: ${JSON.stringify({ version })}\n\n`;

/**
 * The versions of a case as they come about, as server-sent events. Whether the caller may still see the case is asked anew for each; the
 * stream ends with their token.
 */
export const watchCase = async (call: Call<typeof routes.watchCase>): Promise<Answer> => {
  const { deps, identity, caseId, now } = call;
  const { tenant, expiresAt } = identity;
  if (deps.hub.size >= MOST) throw new Refusal('unavailable', { detail: 'Too many pages watch at once.' });
  let told = await visibleVersion(call);
  const lives = Math.min(deps.live.longestMs, (expiresAt ?? Infinity) - now.getTime());
  const encoder = new TextEncoder();
  let end = (): void => undefined;

  const start = (stream: ReadableStreamDefaultController<Uint8Array>): void => {
    let isOver = false;
    let looking = Promise.resolve();
    const close = (): void => {
      end();
      stream.close();
    };
    const look = async (): Promise<void> => {
      if (isOver) return;
      try {
        const version = await deps.store.versionOf(tenant, caseId);
        if (version === told) return;
        told = await visibleVersion(call);
        if (!isOver) stream.enqueue(encoder.encode(line(told)));
      } catch {
        // Gone, out of sight, or not to be found out: the page asks anew, and is told.
        if (!isOver) close();
      }
    };
    // One look after another: a change during one is seen by the next.
    const lookAgain = (): void => void (looking = looking.then(look));
    const stopListening = deps.hub.listen(tenant, caseId, lookAgain);
    const beat = setInterval(() => {
      // A comment, so that whatever stands in between sees that somebody is there.
      stream.enqueue(encoder.encode(': \n\n'));
      lookAgain();
    }, deps.live.beatMs);
    const limit = setTimeout(close, Math.max(0, lives));
    // A stream keeps no process alive that has nothing else to do.
    for (const timer of [beat, limit] as { unref?: () => void }[]) timer.unref?.();
    end = () => {
      isOver = true;
      clearInterval(beat);
      clearTimeout(limit);
      stopListening();
    };
    stream.enqueue(encoder.encode(`retry: ${3 * SECOND}\n${line(told)}`));
    // What came about since the case was looked at, and before anybody listened.
    lookAgain();
  };
  return { stream: new ReadableStream<Uint8Array>({ start, cancel: () => end() }) };
};
