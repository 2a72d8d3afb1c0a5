import type { routes } from '../contract.js';
import type { AppendInput, AppendResult, Answer as KeptAnswer, JsonValue } from '../store/port.js';
import type { Call } from './call.js';
import { hash } from './hash.js';
import { Refusal } from './problem.js';

type Write = Call<typeof routes.raiseConcern> | Call<typeof routes.recordEvent>;

/** Tells a retry from another request under the same key: what was sent, to where, in which role. */
const fingerprint = ({ route, caseId, identity, bytes, idempotencyKey }: Write): string => {
  const about = [idempotencyKey, route.path, caseId ?? '', identity.role, identity.organisation, ''].join('\n');
  return hash(about, bytes);
};

/**
 * What the key is kept as. The key itself is nowhere: it is the salt of the fingerprint, so that nobody who has the database finds out by
 * trying what somebody sent.
 */
const keptKey = ({ idempotencyKey }: Write): string => hash(`msp idempotency key\n${idempotencyKey}`);

const sameAs = ({ requestHash, response }: KeptAnswer, expected: string): JsonValue => {
  if (requestHash !== expected) throw new Refusal('idempotency-key-reused');
  return response;
};

/** Appends with the caller's idempotency key; `undefined` where the reference is taken. */
export type Keep = (
  input: Omit<AppendInput, 'tenant' | 'idempotency'> & { readonly response: JsonValue },
) => Promise<JsonValue | undefined>;

const conflict = ({ version, last }: Extract<AppendResult, { reason: 'version-conflict' }>): Refusal =>
  new Refusal('version-conflict', last ? { conflict: { version, ...last } } : {});

/** The key of the case's words was wrapped anew, or destroyed, since the case was read: nobody else wrote, and it can be read again. */
class KeyChanged extends Error {
  readonly conflict: Refusal;
  constructor(conflict: Refusal) {
    super('The key of the case is another one now.');
    this.conflict = conflict;
  }
}

const READINGS = 3;

const readingAgain = async (work: () => Promise<JsonValue>): Promise<JsonValue> => {
  for (let reading = 1; ; reading += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof KeyChanged)) throw error;
      if (reading === READINGS) throw error.conflict;
    }
  }
};

/**
 * Answers one request once: who sends it again, because the answer was lost on the way, gets the same answer and records nothing.
 *
 * A retry that arrives while the first attempt is still at work may find the case already changed by it. So before anything is refused,
 * the question whether it was answered meanwhile is asked again.
 *
 * @throws {Refusal} `idempotency-key-reused`, `version-conflict`, and what `work` throws
 */
export const answerOnce = async (call: Write, work: (keep: Keep) => Promise<JsonValue>): Promise<JsonValue> => {
  const { store } = call.deps;
  const { tenant, subject, once } = call.identity;
  const [requestHash, key] = [fingerprint(call), keptKey(call)];
  const earlier = async (): Promise<JsonValue | undefined> => {
    const kept = await store.findAnswer(tenant, subject, key);
    return kept && sameAs(kept, requestHash);
  };
  const keep: Keep = async ({ response, ...input }) => {
    const idempotency = {
      key,
      subject,
      requestHash,
      response,
      ...(once !== undefined && { once }),
    };
    const result = await store.append({ ...input, tenant, idempotency });
    if (result.ok) return response;
    if (result.reason === 'already-answered') return sameAs(result, requestHash);
    if (result.reason === 'version-conflict') {
      const isOfKey = input.expectedVersion > 0 && result.version === input.expectedVersion;
      throw isOfKey ? new KeyChanged(conflict(result)) : conflict(result);
    }
    if (result.reason === 'token-used') throw new Refusal('token-used');
    return undefined;
  };
  // A new case changes nothing that a retry could find changed: what decides is the append.
  const answered = call.caseId === undefined ? undefined : await earlier();
  if (answered !== undefined) return answered;
  try {
    return await readingAgain(() => work(keep));
  } catch (error) {
    const meanwhile = error instanceof Refusal ? await earlier() : undefined;
    if (meanwhile !== undefined) return meanwhile;
    throw error;
  }
};
