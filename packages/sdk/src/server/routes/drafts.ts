import type { routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { closeDraft, draftIdOf, newDraftCode, openDraft as open, readDraftCode } from '../privacy/draft-code.js';
import { Refusal } from '../problem.js';

const DAY_MS = 86_400_000;

/** @throws {Refusal} `not-found`: a code that is none looks like one that nobody was given. */
const codeOf = (typed: string): string => {
  const code = readDraftCode(typed);
  if (code === undefined) throw new Refusal('not-found');
  return code;
};

/** Keeps what somebody began to write. With the code of before, in place of what was kept under it, if it is still there. */
export const saveDraft = async ({ deps, identity, now, body }: Call<typeof routes.saveDraft>): Promise<Answer> => {
  const { tenant } = identity;
  const code = body.code === undefined ? newDraftCode() : codeOf(body.code);
  const id = draftIdOf(tenant, code);
  // Whoever chose a code of their own would choose one that others guess.
  const isKnown = body.code === undefined || (await deps.store.readDraft(tenant, id, now.toISOString())) !== undefined;
  if (!isKnown) throw new Refusal('not-found');
  const { draftDays = deps.draftDays } = await deps.tenancy.settingsOf(tenant);
  const expiresAt = new Date(now.getTime() + draftDays * DAY_MS).toISOString();
  await deps.store.saveDraft(tenant, id, { words: await closeDraft(tenant, code, body.draft), expiresAt });
  return { body: { code, expiresAt } };
};

/** What somebody began to write, for whoever has its code. */
export const openDraft = async ({ deps, identity, now, body }: Call<typeof routes.openDraft>): Promise<Answer> => {
  const { tenant } = identity;
  const code = codeOf(body.code);
  const kept = await deps.store.readDraft(tenant, draftIdOf(tenant, code), now.toISOString());
  if (!kept) throw new Refusal('not-found');
  return { body: { draft: await open(tenant, code, kept.words), expiresAt: kept.expiresAt } };
};

/** Removes a draft for good: it was sent, or whoever wrote it wants it gone. */
export const dropDraft = async ({ deps, identity, body }: Call<typeof routes.dropDraft>): Promise<Answer> => {
  const { tenant } = identity;
  const dropped = await deps.store.dropDraft(tenant, draftIdOf(tenant, codeOf(body.code)));
  return { body: { dropped } };
};
