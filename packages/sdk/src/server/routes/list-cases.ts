import type { routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';

/** A page of the organisation's cases: references, stages and dates. */
export const listCases = async ({ deps, identity, query }: Call<typeof routes.listCases>): Promise<Answer> => {
  const { cases, next } = await deps.store.listCases(identity.tenant, {
    ...(query.limit === undefined ? {} : { limit: Number(query.limit) }),
    ...(query.before === undefined ? {} : { before: query.before }),
  });
  const lines = cases.map(({ caseId, reference, version, stage, danger, raisedAt, lastEventAt }) => ({
    caseId,
    reference,
    version,
    stage,
    danger,
    raisedAt,
    lastEventAt,
  }));
  return { body: { cases: lines, ...(next === undefined ? {} : { next }) } };
};
