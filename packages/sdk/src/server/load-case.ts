import { type Case, type Role, replay } from '@msp/workflows';
import type { KeptEvent } from '../store/port.js';
import type { Deps } from './call.js';
import { type WordKey, bare, withWords } from './privacy/keep-words.js';
import { Refusal } from './problem.js';

/** A case as the engine knows it, and what only the store knows about it. */
export type LoadedCase = {
  readonly current: Case;
  /** The record as it was sealed. */
  readonly record: readonly KeptEvent[];
  /** What its words are encrypted with, if it has a key. */
  readonly wordKey: WordKey | undefined;
  readonly reference: string;
  readonly raisedAt: string;
  readonly last: { readonly at: string; readonly role: Role };
};

/**
 * @param reader whoever is going to see it: noted in the audit.
 * @throws {Refusal} `not-found`, also where the case is another tenant's
 */
export const loadCase = async (
  { store, vault, tenancy }: Pick<Deps, 'store' | 'vault' | 'tenancy'>,
  tenant: string,
  caseId: string,
  reader?: string,
): Promise<LoadedCase> => {
  const kept = await store.readCase(tenant, caseId, reader === undefined ? {} : { reader });
  const first = kept?.events[0];
  const last = kept?.events.at(-1);
  if (!kept || !first || !last) throw new Refusal('not-found');
  const policy = await tenancy.policyOf(tenant);
  const { events, wordKey } = await withWords(vault, tenant, kept);
  return {
    current: replay(events.map(bare), policy ? { policy } : {}),
    record: events,
    wordKey,
    reference: kept.reference,
    raisedAt: first.recordedAt,
    last: { at: last.recordedAt, role: last.by.role },
  };
};
