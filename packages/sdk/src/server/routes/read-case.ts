import type { routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { seenBy } from '../judge.js';
import { loadCase } from '../load-case.js';

/** What the caller may see of a case: the engine's view, and nothing beside it. */
export const readCase = async ({ deps, identity, caseId }: Call<typeof routes.readCase>): Promise<Answer> => {
  const { current, reference } = await loadCase(deps, identity.tenant, caseId, identity.subject);
  const seen = seenBy(current, identity);
  return { body: { caseId, reference, version: seen.version, view: seen }, version: seen.version };
};

/** The entries after a given one, as far as the caller may see them. */
export const readEvents = async ({
  deps,
  identity,
  caseId,
  query,
}: Call<typeof routes.readEvents>): Promise<Answer> => {
  const { current } = await loadCase(deps, identity.tenant, caseId, identity.subject);
  const { entries, version } = seenBy(current, identity);
  const after = Number(query.after ?? 0);
  return { body: { events: entries.filter(({ sequence }) => sequence > after), version }, version };
};
