import type { Blocker } from '@msp/workflows';
import type { Conflict, Issue, Problem, ProblemCode } from '../contract.js';

/**
 * Every way in which a call can fail: the server's codes, and two of the client's own.
 *
 * - `unreachable`: no answer came, so it is not known whether it was kept. Sending it again with the same key is safe.
 * - `unexpected-answer`: something answered that is not this service, such as the log-in page of a public Wi-Fi. It is not
 *   known whether it was kept: an earlier attempt may have come through.
 */
export type MspErrorCode = ProblemCode | 'unreachable' | 'unexpected-answer';

const ownMessages = {
  unreachable: 'There was no answer, so this may not have been sent. It is safe to send it again.',
  'unexpected-answer':
    'Something else answered in place of the service, so this may not have been sent. Check the connection and send it again.',
} as const;

type Details = {
  readonly detail?: string | undefined;
  readonly blockers?: readonly Blocker[] | undefined;
  readonly conflict?: Conflict | undefined;
  readonly issues?: readonly Issue[] | undefined;
  readonly errorId?: string | undefined;
};

/** A call failed. Decide by `code`; `message` is a plain sentence. Nothing in it repeats what somebody wrote. */
export class MspError extends Error {
  override readonly name = 'MspError';
  readonly code: MspErrorCode;
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** What to do next, for whoever writes the page. */
  readonly detail: string | undefined;
  /** With `event-refused` and `forbidden`: what stands in the way, which law asks for it, and what to record first. */
  readonly blockers: readonly Blocker[] | undefined;
  /** With `version-conflict`: the version now, and when and in which role it came about. */
  readonly conflict: Conflict | undefined;
  /** With `invalid-request`: the fields that do not fit. */
  readonly issues: readonly Issue[] | undefined;
  /** With `internal`: give it to whoever runs the service. */
  readonly errorId: string | undefined;

  constructor(code: MspErrorCode, status: number, message: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.detail = details.detail;
    this.blockers = details.blockers;
    this.conflict = details.conflict;
    this.issues = details.issues;
    this.errorId = details.errorId;
  }
}

export const failure = (code: keyof typeof ownMessages, status = 0): MspError =>
  new MspError(code, status, ownMessages[code]);

export const fromProblem = (problem: Problem): MspError =>
  new MspError(problem.code, problem.status, `${problem.title}.`, problem);
