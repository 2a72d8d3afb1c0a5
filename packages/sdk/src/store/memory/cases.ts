import { copy, toInstant } from '../check.js';
import { type Place, pageSize, readCursor, startAfter, writeCursor } from '../page.js';
import { type CaseStore, MAX_AUDIT } from '../port.js';
import { answerId } from './append.js';
import { type Tenants, noted } from './tenant-data.js';

/** As lists of cases are ordered. */
export const newestFirst = (a: Place, b: Place): number => {
  if (a.raisedAt !== b.raisedAt) return a.raisedAt < b.raisedAt ? 1 : -1;
  if (a.caseId === b.caseId) return 0;
  return a.caseId < b.caseId ? 1 : -1;
};

type Reading = Pick<
  CaseStore,
  'findAnswer' | 'readCase' | 'closedCases' | 'dueCases' | 'postpone' | 'readAudit' | 'eraseWords' | 'listCases'
>;

/** What is asked of cases, and what of them changes without an event. */
export const memoryCases = ({
  open,
}: Tenants): Reading & { versionOf(tenant: string, caseId: string): Promise<number | undefined> } => ({
  findAnswer: async (tenant, subject, key) => {
    const answer = open(tenant).answers.get(answerId(subject, key));
    return answer && { requestHash: answer.requestHash, response: copy(answer.response) };
  },
  readCase: async (tenant, caseId, options) => {
    const after = startAfter(options?.after);
    const kept = open(tenant).cases.get(caseId);
    if (!kept) return undefined;
    const { reference, version } = kept.row;
    const { key } = kept;
    if (options?.reader !== undefined) kept.audit.push(noted(options.reader, 'read', version));
    return { reference, version, events: kept.events.slice(after).map(copy), ...(key === undefined ? {} : { key }) };
  },
  versionOf: async (tenant, caseId) => open(tenant).cases.get(caseId)?.row.version,

  closedCases: async (tenant, { until, limit }) =>
    [...open(tenant).cases.values()]
      .filter(({ row, key }) => row.stage === 'closed' && key !== undefined && row.lastEventAt <= toInstant(until))
      .map(({ row }) => row)
      .sort((a, b) =>
        a.lastEventAt === b.lastEventAt ? (a.caseId < b.caseId ? -1 : 1) : a.lastEventAt < b.lastEventAt ? -1 : 1,
      )
      .slice(0, limit),
  dueCases: async (tenant, now, limit) =>
    [...open(tenant).cases.entries()]
      .flatMap(([caseId, { nextDue }]) =>
        nextDue !== undefined && nextDue <= Date.parse(now) ? [{ caseId, nextDue }] : [],
      )
      .sort((a, b) => a.nextDue - b.nextDue || (a.caseId < b.caseId ? -1 : 1))
      .slice(0, limit)
      .map(({ caseId }) => caseId),
  postpone: async (tenant, caseId, { version, nextDue }) => {
    const kept = open(tenant).cases.get(caseId);
    if (kept?.row.version !== version) return false;
    kept.nextDue = nextDue === undefined ? undefined : Date.parse(nextDue);
    return true;
  },
  readAudit: async (tenant, caseId) => [...(open(tenant).cases.get(caseId)?.audit ?? [])].reverse().slice(0, MAX_AUDIT),
  eraseWords: async (tenant, caseId, { subject }) => {
    const { cases, people } = open(tenant);
    const kept = cases.get(caseId);
    if (kept?.key === undefined) return false;
    kept.key = undefined;
    people.forget(caseId);
    kept.audit.push(noted(subject, 'erase-words', kept.row.version));
    return true;
  },
  listCases: async (tenant, options) => {
    const size = pageSize(options?.limit);
    const rows = [...open(tenant).cases.values()].map(({ row }) => row).sort(newestFirst);
    const place = options?.before === undefined ? undefined : readCursor(options.before);
    const start = place ? rows.findIndex((row) => newestFirst(place, row) < 0) : 0;
    const cases = start < 0 ? [] : rows.slice(start, start + size);
    const last = cases.at(-1);
    const hasMore = last !== undefined && rows.at(-1) !== last;
    return { cases, ...(hasMore && { next: writeCursor(last) }) };
  },
});
