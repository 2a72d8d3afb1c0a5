import { type SealedEvent, ledger, replay } from '@msp/workflows';
import type { Store } from '../store/port.js';
import { hash } from './hash.js';
import { bare, withWords } from './privacy/keep-words.js';
import type { KeyVault } from './privacy/vault.js';
import { type TenancyOptions, createTenancy } from './tenants/tenancy.js';

/** What was found of one organisation's records. */
export type Examined = {
  readonly cases: number;
  readonly entries: number;
  /** The ids of cases whose record is not as it was sealed, cannot be read with this vault, or does not replay. */
  readonly broken: readonly string[];
  /** One hash over the ends of all chains: two databases with the same have the same records. */
  readonly digest: string;
};

const headOf = async (
  { store, vault }: { readonly store: Store; readonly vault: KeyVault },
  tenancy: ReturnType<typeof createTenancy>,
  tenant: string,
  caseId: string,
): Promise<{ readonly entries: number; readonly head: string | undefined }> => {
  const kept = await store.readCase(tenant, caseId);
  const entries = kept?.events.length ?? 0;
  try {
    if (!kept || entries === 0 || entries < kept.version) return { entries, head: undefined };
    const { events } = await withWords(vault, tenant, kept);
    const found = ledger.verify(events as readonly SealedEvent[], { hash });
    if (!found.ok) return { entries, head: undefined };
    const policy = await tenancy.policyOf(tenant);
    replay(events.map(bare), policy ? { policy } : {});
    return { entries, head: events.at(-1)?.hash };
  } catch {
    return { entries, head: undefined };
  }
};

/**
 * Reads every record of an organisation: verifies its chain, decrypts it and replays it. For drills: what was backed up is worth something
 * only once it was restored and found whole. Nobody is noted as having read, and nothing of what was read is given back.
 */
export const examineRecords = async (options: TenancyOptions, tenant: string): Promise<Examined> => {
  const tenancy = createTenancy(options);
  const broken: string[] = [];
  const ends: string[] = [];
  let [cases, entries] = [0, 0];
  let before: string | undefined;
  do {
    const page = await options.store.listCases(tenant, { limit: 500, ...(before !== undefined && { before }) });
    for (const { caseId, reference, version } of page.cases) {
      const found = await headOf(options, tenancy, tenant, caseId);
      cases += 1;
      entries += found.entries;
      if (found.head === undefined) broken.push(caseId);
      ends.push(JSON.stringify([caseId, reference, version, found.head ?? null]));
    }
    before = page.next;
  } while (before !== undefined);
  return { cases, entries, broken, digest: hash(ends.sort().join('\n')) };
};
