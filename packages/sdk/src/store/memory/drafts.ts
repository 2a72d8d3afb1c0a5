import { checkDraft, toInstant } from '../check.js';
import type { CaseStore } from '../port.js';
import type { Tenants } from './tenant-data.js';

type Drafts = Pick<CaseStore, 'saveDraft' | 'readDraft' | 'dropDraft' | 'dropExpiredDrafts'>;

/** What is not a case yet. */
export const memoryDrafts = ({ open, keep }: Tenants): Drafts => ({
  saveDraft: async (tenant, id, draft) => {
    const data = open(tenant);
    checkDraft(tenant, id, draft);
    data.drafts.set(id, Object.freeze({ words: draft.words, expiresAt: toInstant(draft.expiresAt) }));
    keep(tenant, data);
  },
  readDraft: async (tenant, id, now) => {
    const draft = open(tenant).drafts.get(id);
    return draft && Date.parse(draft.expiresAt) > Date.parse(now) ? draft : undefined;
  },
  dropDraft: async (tenant, id) => open(tenant).drafts.delete(id),
  dropExpiredDrafts: async (tenant, now) => {
    const { drafts } = open(tenant);
    const expired = [...drafts].filter(([, { expiresAt }]) => Date.parse(expiresAt) <= Date.parse(now));
    for (const [id] of expired) drafts.delete(id);
    return expired.length;
  },
});
