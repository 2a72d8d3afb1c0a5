import type { Blocker } from '@msp/workflows';
import { type Conflict, type Issue, type Problem, type ProblemCode, problems } from '../contract.js';

type Extras = {
  /** What is the matter with this request in particular. Written here, never taken from the request. */
  readonly detail?: string;
  readonly blockers?: readonly Blocker[];
  readonly conflict?: Conflict;
  readonly issues?: readonly Issue[];
  readonly errorId?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Ends the handling of a request with a problem of the contract. Nothing in it comes from what people wrote. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ProblemCode,
    readonly extras: Extras = {},
  ) {
    super(code);
  }
}

/** A refusal as the client gets it: problem details (RFC 9457). `docsUrl` is the address of the interface's description. */
export const problemResponse = ({ code, extras }: Refusal, docsUrl: string): Response => {
  const { status, title, next } = problems[code];
  const { detail, blockers, conflict, issues, errorId, headers } = extras;
  const body: Problem = {
    type: `urn:msp:problem:${code}`,
    title,
    status,
    code,
    detail: detail === undefined ? next : `${detail} ${next}`,
    docs: `${docsUrl}#/components/responses/${code}`,
    ...(blockers && {
      blockers: blockers.map(({ clearedBy, ...blocker }) => ({ ...blocker, clearedBy: [...clearedBy] })),
    }),
    ...(conflict && { conflict }),
    ...(issues && { issues: [...issues] }),
    ...(errorId && { errorId }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
};
