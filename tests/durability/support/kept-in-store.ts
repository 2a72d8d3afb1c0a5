import { createHash } from 'node:crypto';
import { readRecord } from '@msp/sdk/server';
import { MAX_PAGE, type Store } from '@msp/sdk/store';
import { type SealedEvent, ledger } from '@msp/workflows';
import { type KeptEntry, wordsOf } from './reckoning.js';
import { vault } from './tokens.js';

export type KeptInStore = {
  readonly entries: readonly KeptEntry[];
  /** Cases whose record is not as it was sealed, or whose words are not the ones that were sent. */
  readonly damaged: number;
};

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const isWhole = (record: readonly SealedEvent[]): boolean => {
  const [concern] = record;
  if (!concern || !ledger.verify(record, { hash }).ok) return false;
  return (concern.data as { readonly whatHappened?: string }).whatHappened === wordsOf(concern.by.id);
};

async function* casesIn(store: Store, tenant: string) {
  for (let before: string | undefined, more = true; more; more = before !== undefined) {
    const page = await store.listCases(tenant, { limit: MAX_PAGE, ...(before === undefined ? {} : { before }) });
    before = page.next;
    yield* page.cases;
  }
}

/** Everything that a tenant has, read through the store's own port, with the words as whoever may read them finds them. */
export const keptInStore = async (store: Store, tenant: string): Promise<KeptInStore> => {
  const entries: KeptEntry[] = [];
  let damaged = 0;
  for await (const { caseId, reference } of casesIn(store, tenant)) {
    const record = (await readRecord({ store, vault }, tenant, caseId)) ?? [];
    if (!isWhole(record)) damaged += 1;
    for (const { by, id, sequence } of record)
      entries.push({ subject: by.id, caseId, reference, eventId: id, sequence });
  }
  return { entries, damaged };
};
