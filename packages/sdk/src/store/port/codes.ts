import type { Role } from '@msp/workflows';

/** A code that opens one case for one person: kept as a keyed hash of what was handed out. */
export type NewCode = {
  /** The part of the code that names it. */
  readonly id: string;
  readonly caseId: string;
  /** In which role, and as whom, the case opens. */
  readonly role: Role;
  readonly subject: string;
  readonly organisation: string;
  readonly hash: string;
  readonly madeAt: string;
  /** From then on it opens nothing. */
  readonly opensUntil: string;
  /** Opens again and again until then. Otherwise once. */
  readonly reusable: boolean;
};

export type KeptCode = Omit<NewCode, 'hash'> & {
  /** When it last opened the case. */
  readonly openedAt?: string;
  readonly revokedAt?: string;
};

/** So many wrong attempts, one after the other, close a code for a while. */
export const CODE_ATTEMPTS = 5;
export const CODE_LOCK_MINUTES = 15;

/** Codes for people who have no account: the adult, who represents or supports them, and who raised the concern. */
export type CodeStore = {
  /** Keeps a code, and notes in the audit who made it. False where this tenant has its id already, or no such case. */
  keepCode(tenant: string, code: NewCode, by: { readonly subject: string }): Promise<boolean>;

  /**
   * The code, if it is the right one, not spent, not revoked, not expired and not closed by wrong attempts: then it opens, which is noted in
   * the audit, and a session begins. A wrong attempt is counted. Many attempts at once count as many.
   */
  openCode(
    tenant: string,
    id: string,
    attempt: {
      readonly hash: string;
      readonly now: string;
      readonly session: { readonly hash: string; readonly until: string };
      /** Only a code of this role: one of another role is not opened, not spent, and no attempt is counted. */
      readonly role?: Role;
    },
  ): Promise<KeptCode | undefined>;

  /** The code whose session this is, while it lasts and nobody revoked it. */
  codeOfSession(tenant: string, sessionHash: string, now: string): Promise<KeptCode | undefined>;

  /** Whether what the code opened is still open: it was not revoked. */
  isCodeGood(tenant: string, id: string): Promise<boolean>;

  /** The codes of a case, the newest first. */
  listCodes(tenant: string, caseId: string): Promise<readonly KeptCode[]>;

  /** Ends a code and its session for good, and notes who did. False where this case has none such. */
  revokeCode(
    tenant: string,
    which: { readonly caseId: string; readonly id: string },
    by: { readonly subject: string; readonly now: string },
  ): Promise<boolean>;
};
