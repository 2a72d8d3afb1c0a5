import { MAX_MATCHES, type MatchKind, type PersonMark } from '../port/people.js';

/** The marks of one tenant's cases. */
export const memoryPeople = () => {
  const marks = new Map<string, readonly PersonMark[]>();
  const apart = new Set<string>();
  const pair = (one: string, other: string): string => [one, other].sort().join(' ');
  return {
    mark: (caseId: string, given: readonly PersonMark[]): void => void marks.set(caseId, structuredClone(given)),
    forget: (caseId: string): void => void marks.delete(caseId),
    matches: (caseId: string): { caseId: string; matchedOn: MatchKind[] }[] => {
      const ours = marks.get(caseId) ?? [];
      return [...marks].flatMap(([other, theirs]) => {
        if (other === caseId || apart.has(pair(caseId, other))) return [];
        const shared = theirs.filter(({ mark }) => ours.some((own) => own.mark === mark)).map(({ kind }) => kind);
        return shared.length > 0 ? [{ caseId: other, matchedOn: [...new Set(shared)].sort() }] : [];
      });
    },
    keepApart: (caseId: string, other: string): boolean => {
      const isNew = caseId !== other && !apart.has(pair(caseId, other));
      if (isNew) apart.add(pair(caseId, other));
      return isNew;
    },
    limit: MAX_MATCHES,
  };
};

export type MemoryPeople = ReturnType<typeof memoryPeople>;
