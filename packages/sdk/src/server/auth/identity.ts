import type { Role } from '@msp/workflows';

/** Who calls, as a verified token says it. Nothing else about a caller is trusted. */
export type Identity = {
  readonly tenant: string;
  readonly role: Role;
  /** An opaque id of the host's, never a name. */
  readonly subject: string;
  readonly organisation: string;
  /** The one case that this caller may reach. */
  readonly caseId?: string;
  /** The id of a token that is good for one concern and nothing else. */
  readonly once?: string;
  /** When the token ends, in milliseconds since 1970: a stream of live updates ends with it. */
  readonly expiresAt?: number;
};

/**
 * Finds out who calls. Gives nothing where the caller is not known for certain, and never says why: a forger learns nothing.
 * Throws only where it could not find out (keys that cannot be fetched).
 */
export type Authenticate = (request: Request, now: Date) => Promise<Identity | undefined>;
