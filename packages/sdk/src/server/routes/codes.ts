import type { Role } from '@msp/workflows';
import type { CodeList, routes } from '../../contract.js';
import type { KeptCode } from '../../store/port.js';
import { mintOwn } from '../auth/own-tokens.js';
import type { Answer, Call, Deps } from '../call.js';
import { newCode, typedCode } from '../codes/code.js';
import { hash } from '../hash.js';
import { seenBy } from '../judge.js';
import { loadCase } from '../load-case.js';
import { Refusal } from '../problem.js';
import { randomLetters } from '../random-letters.js';

const DAY_MS = 86_400_000;
const DAYS = 7;
const SESSION_MS = 2 * 3_600_000;
const SESSION_LETTERS = 40;
const ATTEMPTS = 8;

type OfCase = Call<typeof routes.makeCode> | Call<typeof routes.listCodes> | Call<typeof routes.revokeCode>;

/** A case that this caller may see. Where access is restricted and they are not named, it is not there. */
const mustSee = async ({ deps, identity, caseId }: OfCase): Promise<void> => {
  const { current } = await loadCase(deps, identity.tenant, caseId);
  if (seenBy(current, identity).restricted) throw new Refusal('not-found');
};

/** A code for the adult, or for who represents or supports them, to be given to them in person. */
export const makeCode = async (call: Call<typeof routes.makeCode>): Promise<Answer> => {
  const { deps, identity, caseId, now, body } = call;
  await mustSee(call);
  const { role, days = DAYS, subject = `${role}:${caseId}`, organisation = role } = body;
  const opensUntil = new Date(now.getTime() + days * DAY_MS).toISOString();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { shown, ...code } = await newCode(deps.tenancy.keys, identity.tenant);
    const kept = {
      ...code,
      ...{ caseId, role, subject, organisation, opensUntil },
      ...{ madeAt: now.toISOString(), reusable: false },
    };
    if (await deps.store.keepCode(identity.tenant, kept, identity))
      return { body: { id: code.id, code: shown, role, opensUntil } };
  }
  throw new Error('No free code was found.');
};

const stateOf = ({ revokedAt, openedAt, opensUntil, reusable }: KeptCode, now: Date): CodeList['codes'][0]['state'] => {
  if (revokedAt !== undefined) return 'revoked';
  if (openedAt !== undefined && !reusable) return 'opened';
  if (Date.parse(opensUntil) <= now.getTime()) return 'expired';
  return openedAt === undefined ? 'waiting' : 'opened';
};

export const listCodes = async (call: Call<typeof routes.listCodes>): Promise<Answer> => {
  const { deps, identity, caseId, now } = call;
  await mustSee(call);
  const codes = (await deps.store.listCodes(identity.tenant, caseId)).map((code) => {
    const { id, role, madeAt, opensUntil, openedAt } = code;
    return { id, role, state: stateOf(code, now), madeAt, opensUntil, ...(openedAt !== undefined && { openedAt }) };
  });
  return { body: { codes } };
};

/** Ends a code, and whatever it opened, at once. */
export const revokeCode = async (call: Call<typeof routes.revokeCode>): Promise<Answer> => {
  const { deps, identity, caseId, now, body } = call;
  await mustSee(call);
  const by = { subject: identity.subject, now: now.toISOString() };
  return { body: { revoked: await deps.store.revokeCode(identity.tenant, { caseId, id: body.id }, by) } };
};

const sessionHash = (tenant: string, session: string): string => hash(JSON.stringify(['msp session', tenant, session]));

type Opening = Call<typeof routes.openCode> | Call<typeof routes.renewCode>;

const tokenFor = async (
  { deps, now, body, meet }: Opening,
  { id, caseId, role, subject, organisation }: KeptCode,
): Promise<object> => {
  const { tenant } = body;
  meet({ tenant });
  const token = await mintOwn(deps.tenancy.keys, { tenant, role, subject, organisation, caseId, code: id }, now);
  return { caseId, role, ...token };
};

type Opened = { readonly code: KeptCode; readonly session: string; readonly until: string };

/** Opens what a code opens, if it is one; of this role only, if one is given. */
export const openTyped = async (
  deps: Deps,
  { tenant, code: given, now, role }: { tenant: string; code: string; now: Date; role?: Role },
): Promise<Opened | undefined> => {
  const hasCodes = (await deps.tenancy.keys.find(tenant, 'codes')) !== undefined;
  const typed = hasCodes ? await typedCode(deps.tenancy.keys, tenant, given) : undefined;
  if (!typed) return undefined;
  const session = randomLetters(SESSION_LETTERS);
  const until = new Date(now.getTime() + SESSION_MS).toISOString();
  const code = await deps.store.openCode(tenant, typed.id, {
    hash: typed.hash,
    now: now.toISOString(),
    session: { hash: sessionHash(tenant, session), until },
    ...(role !== undefined && { role }),
  });
  return code && { code, session, until };
};

/** What a session opened, while it lasts. */
export const codeOfSession = (
  deps: Deps,
  { tenant, session, now }: { tenant: string; session: string; now: Date },
): Promise<KeptCode | undefined> => deps.store.codeOfSession(tenant, sessionHash(tenant, session), now.toISOString());

/** Opens a case for whoever has its code. A wrong code, one that is spent and one that never was look the same. */
export const openCode = async (call: Call<typeof routes.openCode>): Promise<Answer> => {
  const { deps, now, body } = call;
  const opened = await openTyped(deps, { ...body, now });
  if (!opened) throw new Refusal('not-found');
  const { code, session, until } = opened;
  return { body: { ...(await tokenFor(call, code)), session, until } };
};

/** A further token for a case that a code opened, until its session ends. */
export const renewCode = async (call: Call<typeof routes.renewCode>): Promise<Answer> => {
  const { deps, now, body } = call;
  const { tenant, session } = body;
  const found = await codeOfSession(deps, { tenant, session, now });
  if (!found) throw new Refusal('not-found');
  const until = new Date(Date.parse(found.openedAt ?? found.madeAt) + SESSION_MS).toISOString();
  return { body: { ...(await tokenFor(call, found)), session, until } };
};
