import type { CodeStore, PeopleStore } from '../port.js';
import { newestFirst } from './cases.js';
import { type Tenants, noted } from './tenant-data.js';

/** Codes and marks belong to cases: what is done with them is noted in the audit of the case. */
export const memoryInCases = ({ open }: Tenants): CodeStore & PeopleStore => ({
  findSamePerson: async (tenant, caseId, { subject }) => {
    const { cases, people } = open(tenant);
    const kept = cases.get(caseId);
    kept?.audit.push(noted(subject, 'look-for-person', kept.row.version));
    return people
      .matches(caseId)
      .flatMap((match) => {
        const row = cases.get(match.caseId)?.row;
        return row ? [{ match, row }] : [];
      })
      .sort((a, b) => newestFirst(a.row, b.row))
      .slice(0, people.limit)
      .map(({ match, row }) => ({ caseId: match.caseId, reference: row.reference, matchedOn: match.matchedOn }));
  },
  keepApart: async (tenant, { caseId, other }, { subject }) => {
    const { cases, people } = open(tenant);
    const kept = cases.get(caseId);
    const isKept = kept !== undefined && cases.has(other) && people.keepApart(caseId, other);
    if (isKept) kept.audit.push(noted(subject, 'keep-apart', kept.row.version));
    return isKept;
  },

  keepCode: async (tenant, code, { subject }) => {
    const { codes, cases } = open(tenant);
    const kept = cases.get(code.caseId);
    if (!kept || codes.has(code.id)) return false;
    codes.keep(code);
    kept.audit.push(noted(subject, 'make-code', kept.row.version));
    return true;
  },
  openCode: async (tenant, id, attempt) => {
    const { codes, cases } = open(tenant);
    const code = codes.open(id, attempt);
    const kept = code && cases.get(code.caseId);
    if (code && kept) kept.audit.push(noted(code.subject, 'open-code', kept.row.version));
    return code;
  },
  codeOfSession: async (tenant, hash, now) => open(tenant).codes.ofSession(hash, now),
  isCodeGood: async (tenant, id) => open(tenant).codes.isGood(id),
  listCodes: async (tenant, caseId) => open(tenant).codes.list(caseId),
  revokeCode: async (tenant, { caseId, id }, { subject, now }) => {
    const { codes, cases } = open(tenant);
    const isRevoked = codes.revoke(id, caseId, now);
    const kept = cases.get(caseId);
    if (isRevoked && kept) kept.audit.push(noted(subject, 'revoke-code', kept.row.version));
    return isRevoked;
  },
});
