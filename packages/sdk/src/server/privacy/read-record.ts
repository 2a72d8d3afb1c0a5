import type { SealedEvent } from '@msp/workflows';
import type { Store } from '../../store/port.js';
import { withWords } from './keep-words.js';
import type { KeyVault } from './vault.js';

/**
 * The record of a case with what people wrote in it, sealed as it is kept: for an export, for measures, or to verify the chain
 * (`ledger.verify`). Undefined where this tenant has no such case. What was erased reads `[erased]`.
 *
 * It asks nobody who you are: whoever has store and vault may read everything.
 *
 * @throws {StoreError} and what the vault throws
 */
export const readRecord = async (
  { store, vault }: { readonly store: Store; readonly vault: KeyVault },
  tenant: string,
  caseId: string,
): Promise<readonly SealedEvent[] | undefined> => {
  const kept = await store.readCase(tenant, caseId);
  return kept && ((await withWords(vault, tenant, kept)).events as readonly SealedEvent[]);
};
