import { toInstant } from '../check.js';
import { CODE_ATTEMPTS, CODE_LOCK_MINUTES, type CodeStore, type KeptCode, type NewCode } from '../port/codes.js';

type Kept = {
  readonly code: NewCode;
  attempts: number;
  lastAttemptAt: number;
  openedAt?: string;
  revokedAt?: string;
  session?: { readonly hash: string; readonly until: string };
};

const LOCK_MS = CODE_LOCK_MINUTES * 60_000;

const shown = ({ code: { hash: _, ...code }, openedAt, revokedAt }: Kept): KeptCode => ({
  ...code,
  madeAt: toInstant(code.madeAt),
  opensUntil: toInstant(code.opensUntil),
  ...(openedAt !== undefined && { openedAt }),
  ...(revokedAt !== undefined && { revokedAt }),
});

/** The codes of one tenant. */
export const memoryCodes = () => {
  const kept = new Map<string, Kept>();
  return {
    has: (id: string): boolean => kept.has(id),
    keep: (code: NewCode): void => void kept.set(code.id, { code: { ...code }, attempts: 0, lastAttemptAt: 0 }),
    open: (id: string, { hash, now, session, role }: Parameters<CodeStore['openCode']>[2]): KeptCode | undefined => {
      const found = kept.get(id);
      const at = Date.parse(now);
      const isOpen =
        found?.revokedAt === undefined &&
        (role === undefined || found?.code.role === role) &&
        Date.parse(found?.code.opensUntil ?? '') > at &&
        (found?.code.reusable === true || found?.openedAt === undefined);
      if (!found || !isOpen) return undefined;
      const isFresh = found.lastAttemptAt > at - LOCK_MS;
      if (found.attempts >= CODE_ATTEMPTS && isFresh) return undefined;
      const isRight = found.code.hash === hash;
      found.attempts = isRight ? 0 : isFresh ? found.attempts + 1 : 1;
      found.lastAttemptAt = at;
      if (!isRight) return undefined;
      found.openedAt = toInstant(now);
      found.session = { ...session };
      return shown(found);
    },
    ofSession: (hash: string, now: string): KeptCode | undefined => {
      const found = [...kept.values()].find(({ session }) => session?.hash === hash);
      const isGood = found?.session && !found.revokedAt && Date.parse(found.session.until) > Date.parse(now);
      return found && isGood ? shown(found) : undefined;
    },
    isGood: (id: string): boolean => kept.has(id) && kept.get(id)?.revokedAt === undefined,
    list: (caseId: string): KeptCode[] =>
      [...kept.values()]
        .filter(({ code }) => code.caseId === caseId)
        .map(shown)
        .sort((a, b) => (a.madeAt === b.madeAt ? (a.id < b.id ? -1 : 1) : a.madeAt < b.madeAt ? 1 : -1)),
    revoke: (id: string, caseId: string, now: string): boolean => {
      const found = kept.get(id);
      if (!found || found.code.caseId !== caseId || found.revokedAt !== undefined) return false;
      found.revokedAt = toInstant(now);
      return true;
    },
  };
};

export type MemoryCodes = ReturnType<typeof memoryCodes>;
