import type { DueErasures, routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { dueForErasure } from '../retention.js';

/** Closed cases that have been kept for as long as the organisation set. */
export const listErasures = async ({ deps, identity, now }: Call<typeof routes.listErasures>): Promise<Answer> => {
  const { years, cases } = await dueForErasure(deps, identity.tenant, now);
  const body: DueErasures = {
    ...(years !== undefined && { closedCasesYears: years }),
    cases: cases.map(({ caseId, reference, lastEventAt }) => ({ caseId, reference, lastEventAt })),
  };
  return { body };
};
