import { EngineError } from '../case/engine-error.js';
import { changeTexts } from './free-text.js';
import { commit, hashOf } from './seal.js';
import { type Anchor, ERASED, type Hash, type SealedEvent } from './sealed.js';

/** What is wrong with the first bad link. */
export type LedgerFault =
  'not-sealed' | 'changed' | 'another-case' | 'dropped' | 'reordered' | 'repeated' | 'truncated';

export type Redacted = { readonly sequence: number; readonly path: string };

/** Whether a chain holds; if not, where it first fails, and how. */
export type Verified =
  | {
      readonly ok: true;
      readonly says: 'chain intact' | 'redacted, chain intact';
      /** Texts that were erased. */
      readonly redacted: readonly Redacted[];
      readonly head: Anchor | undefined;
    }
  | { readonly ok: false; readonly at: number; readonly fault: LedgerFault; readonly message: string };

const messages: Readonly<Record<LedgerFault, string>> = {
  'not-sealed': 'has no seal',
  changed: 'is not as it was sealed, or not after the entry that it was sealed after',
  'another-case': 'belongs to another case',
  dropped: 'is missing: the entry after it stands in its place',
  reordered: 'stands in another place than where it was sealed',
  repeated: 'is there more than once',
  truncated: 'is missing: the record ends before the anchor',
};

const fail = (at: number, fault: LedgerFault): Verified => ({
  ok: false,
  at,
  fault,
  message: `Entry ${at} ${messages[fault]}.`,
});

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The store may hold anything by now: looked at from outside, so that what is damaged is named and never thrown over. */
const isSealed = (event: unknown): event is SealedEvent =>
  isRecord(event) &&
  typeof event['hash'] === 'string' &&
  isRecord(event['seal']) &&
  isRecord(event['seal']['commitments']) &&
  isRecord(event['seal']['salts']);

/** The hash does not cover the seal: nothing may be put there but what belongs to a text. */
const isTidy = ({ seal }: SealedEvent): boolean => {
  const { previous: _, commitments, salts, ...more } = seal;
  return Object.keys(more).length === 0 && Object.keys(salts).every((path) => Object.hasOwn(commitments, path));
};

const isHash = (hash: Hash, event: SealedEvent, data: unknown): boolean => {
  try {
    return hashOf(hash, event, data, event.seal.previous) === event.hash;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
};

/** The event holds what it was sealed with; its erased texts, or `undefined` if it does not. */
const erasedIn = (event: SealedEvent, hash: Hash): Redacted[] | undefined => {
  const { commitments, salts } = event.seal;
  const erased: Redacted[] = [];
  let fits = true;
  let texts = 0;
  const data = changeTexts(event, (text, path) => {
    texts += 1;
    const salt = salts[path];
    const kept = commitments[path];
    if (salt === undefined) {
      erased.push({ sequence: event.sequence, path });
      if (text !== ERASED) fits = false;
    } else if (kept !== commit(hash, salt, text)) fits = false;
    return kept ?? '';
  });
  const isWhole = fits && texts === Object.keys(commitments).length && isTidy(event) && isHash(hash, event, data);
  return isWhole ? erased : undefined;
};

const misplaced = (events: readonly SealedEvent[], index: number): LedgerFault => {
  const { sequence } = events[index] as SealedEvent;
  if (events.some((other, place) => place < index && other.sequence === sequence)) return 'repeated';
  return events.some((other) => isSealed(other) && other.sequence === index + 1) ? 'reordered' : 'dropped';
};

/**
 * Whether the record of a case is as it was sealed, and if not, the first bad link: changed, dropped, reordered, repeated or
 * truncated. Erased texts are named; the chain holds without them.
 *
 * What it cannot see: whoever can rewrite the whole record can seal it anew, and a record cut off at its end is a shorter one.
 * Against both, give an anchor that was kept elsewhere.
 */
export const verify = (
  events: readonly SealedEvent[],
  { hash, anchor }: { readonly hash: Hash; readonly anchor?: Anchor },
): Verified => {
  const redacted: Redacted[] = [];
  let previous = '';
  for (const [index, event] of events.entries()) {
    const at = index + 1;
    if (!isSealed(event)) return fail(at, 'not-sealed');
    if (event.caseId !== (anchor ?? events[0])?.caseId) return fail(at, 'another-case');
    const erased = erasedIn(event, hash);
    if (!erased) return fail(at, 'changed');
    if (event.sequence !== at) return fail(at, misplaced(events, index));
    if (event.seal.previous !== previous) return fail(at, 'changed');
    redacted.push(...erased);
    previous = event.hash;
  }
  if (anchor) {
    if (events.length < anchor.sequence) return fail(events.length + 1, 'truncated');
    if (events[anchor.sequence - 1]?.hash !== anchor.hash) return fail(anchor.sequence, 'changed');
  }
  const says = redacted.length > 0 ? 'redacted, chain intact' : 'chain intact';
  return { ok: true, says, redacted, head: anchorOf(events) };
};

/** The end of the chain as it is now, to be kept elsewhere: without one, an insider can rewrite the whole chain unseen. */
export const anchorOf = (events: readonly SealedEvent[]): Anchor | undefined => {
  const last = events.at(-1);
  return last && { caseId: last.caseId, sequence: last.sequence, hash: last.hash };
};
