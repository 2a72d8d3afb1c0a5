import { type KeyKind, type Rewrapped, type Store, type WrappedKey, keyKinds } from '../../store/port.js';
import { UnreadableError } from './cipher.js';
import { nameAndRest, named } from './keep-words.js';
import type { KeyVault } from './vault.js';

/** What a rotation did, in counts: nothing of any key. */
export type Rotated = {
  /** How many wrapped keys this organisation has: one for each case with words, and its own. */
  readonly keys: number;
  /** How many of them this run wrapped anew. */
  readonly rewrapped: number;
  /** How many are still wrapped with another key than the newest. Take the old one out of the vault only at 0. */
  readonly left: number;
  /** Those of `left` that no key of this vault opens: ids of cases, and names of the organisation's own keys. */
  readonly unreadable: readonly string[];
};

export type RotateOptions = {
  readonly store: Store;
  readonly vault: KeyVault;
  /** How many keys are wrapped anew in one transaction, 1 to 500; 100 where nothing is said. */
  readonly atATime?: number;
  /** Told after each batch that wrapped something: for a log. */
  readonly onBatch?: (progress: { readonly tenant: string; readonly rewrapped: number }) => void;
};

const AT_A_TIME = 100;
const ROUNDS = 3;

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/** A case's key has a name before it, which stays: words say by it which key they are of. */
const parts = (kind: KeyKind, kept: string): readonly [before: string | undefined, wrapped: string] =>
  kind === 'case' ? nameAndRest(kept) : [undefined, kept];

/** The key wrapped anew; it is opened once before it replaces what opens now. Undefined where the vault cannot open it. */
const rewrap = async (
  vault: KeyVault,
  tenant: string,
  kind: KeyKind,
  { name, wrapped: from }: WrappedKey,
): Promise<Rewrapped | undefined> => {
  const [before, wrapped] = parts(kind, from);
  const key = await vault.unwrap(tenant, wrapped).catch((error: unknown) => {
    if ((error as { code?: unknown } | null)?.code === 'words-unreadable') return undefined;
    throw error;
  });
  if (!key) return undefined;
  const anew = await vault.wrap(tenant, key);
  if (!isSame(await vault.unwrap(tenant, anew), key)) throw new UnreadableError();
  return { name, from, to: before === undefined ? anew : named(before, anew) };
};

/**
 * Wraps every wrapped key of an organisation anew with the newest key of the vault: the keys of its cases, and its own (of settings, tokens,
 * codes, people, hosted pages). Drafts are none of these: their codes alone open them. What is encrypted with those keys stays as it is.
 *
 * Servers go on meanwhile; give each of them the old and the new key first. It may be killed at any moment: run it again, and it
 * goes on with what is left. Several at once do no harm. A key that is destroyed meanwhile stays destroyed.
 *
 * @throws {TypeError} where the vault cannot say which of its keys something was wrapped with (`isNewest`)
 * @throws {StoreError} and what the vault throws for other reasons than a key that it cannot open (its code `words-unreadable`)
 * @example
 * const { left } = await rotateKeys({ store, vault: localVault([newest, old]) }, 'larkshire');
 */
export const rotateKeys = async (
  { store, vault, atATime = AT_A_TIME, onBatch }: RotateOptions,
  tenant: string,
): Promise<Rotated> => {
  if (!vault.isNewest)
    throw new TypeError('[@msp/sdk] rotateKeys: the vault has no isNewest(). Add it, as KeyVault says.');
  const isOldKey = async (kind: KeyKind, { wrapped }: WrappedKey): Promise<boolean> =>
    !(await vault.isNewest?.(tenant, parts(kind, wrapped)[1]));

  async function* pages(): AsyncGenerator<{ kind: KeyKind; keys: readonly WrappedKey[]; old: WrappedKey[] }> {
    for (const kind of keyKinds) {
      let after: string | undefined;
      do {
        const keys = await store.listKeys(tenant, kind, { limit: atATime, ...(after !== undefined && { after }) });
        const isOld = await Promise.all(keys.map((key) => isOldKey(kind, key)));
        yield { kind, keys, old: keys.filter((_, index) => isOld[index]) };
        after = keys.at(-1)?.name;
      } while (after !== undefined);
    }
  }

  let rewrapped = 0;
  for (let round = 1; ; round += 1) {
    const unreadable: string[] = [];
    for await (const { kind, old } of pages()) {
      if (old.length === 0) continue;
      const anew = await Promise.all(old.map((key) => rewrap(vault, tenant, kind, key)));
      unreadable.push(...old.filter((_, index) => !anew[index]).map(({ name }) => name));
      rewrapped += await store.rewrapKeys(
        tenant,
        kind,
        anew.filter((key) => key !== undefined),
      );
      onBatch?.({ tenant, rewrapped });
    }
    // Counted again from the store: a server that still wraps with the old key would show here.
    let [keys, left] = [0, 0];
    for await (const page of pages()) {
      keys += page.keys.length;
      left += page.old.length;
    }
    if (left <= unreadable.length || round === ROUNDS) return { keys, rewrapped, left, unreadable };
  }
};
