import type { routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { seenBy } from '../judge.js';
import { type LoadedCase, loadCase } from '../load-case.js';
import { Refusal } from '../problem.js';

type OfPerson = Call<typeof routes.findSamePerson> | Call<typeof routes.keepApart>;

const visible = async ({ deps, identity }: OfPerson, caseId: string): Promise<LoadedCase | undefined> => {
  const loaded = await loadCase(deps, identity.tenant, caseId);
  return seenBy(loaded.current, identity).restricted ? undefined : loaded;
};

const mustSee = async (call: OfPerson): Promise<LoadedCase> => {
  const loaded = await visible(call, call.caseId);
  if (!loaded) throw new Refusal('not-found');
  return loaded;
};

const linksOf = ({ record }: LoadedCase): readonly string[] =>
  record.flatMap(({ type, data }) => (type === 'case.linked' ? [(data as { linkedCaseId: string }).linkedCaseId] : []));

/**
 * Other cases that may be about the same person: offered, never decided. Those that are linked already, in whichever of the two, and those
 * that the caller may not see are left out.
 */
export const findSamePerson = async (call: Call<typeof routes.findSamePerson>): Promise<Answer> => {
  const { deps, identity, caseId } = call;
  const links = linksOf(await mustSee(call));
  const found = await deps.store.findSamePerson(identity.tenant, caseId, { subject: identity.subject });
  const cases = [];
  for (const match of found) {
    const other = links.includes(match.caseId) ? undefined : await visible(call, match.caseId);
    if (other && !linksOf(other).includes(caseId)) cases.push(match);
  }
  return { body: { cases } };
};

/** Somebody says that it is another person: it is not offered again. */
export const keepApart = async (call: Call<typeof routes.keepApart>): Promise<Answer> => {
  const { deps, identity, caseId, body } = call;
  await mustSee(call);
  const other = await visible(call, body.otherCaseId);
  if (!other) throw new Refusal('not-found');
  const cases = { caseId, other: body.otherCaseId };
  return { body: { kept: await deps.store.keepApart(identity.tenant, cases, { subject: identity.subject }) } };
};
