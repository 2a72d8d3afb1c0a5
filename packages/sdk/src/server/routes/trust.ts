import { ledger, stageOf } from '@msp/workflows';
import type { routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { seenBy } from '../judge.js';
import { type LoadedCase, loadCase } from '../load-case.js';
import { hash } from '../hash.js';
import { Refusal } from '../problem.js';

type Managed = Call<typeof routes.readAudit> | Call<typeof routes.readChain> | Call<typeof routes.eraseWords>;

/** A case that this manager may see. Where access is restricted and they are not named, it is not there. */
const manage = async ({ deps, identity, caseId }: Managed): Promise<LoadedCase> => {
  const loaded = await loadCase(deps, identity.tenant, caseId);
  if (seenBy(loaded.current, identity).restricted) throw new Refusal('not-found');
  return loaded;
};

/** Who wrote, read and erased. */
export const readAudit = async (call: Call<typeof routes.readAudit>): Promise<Answer> => {
  await manage(call);
  const entries = await call.deps.store.readAudit(call.identity.tenant, call.caseId);
  return { body: { entries } };
};

/** Whether the record is as it was sealed. */
export const readChain = async (call: Call<typeof routes.readChain>): Promise<Answer> => {
  const { record } = await manage(call);
  const found = ledger.verify(record as Parameters<typeof ledger.verify>[0], { hash });
  if (!found.ok) return { body: { intact: false, says: found.message, at: found.at, erased: 0 } };
  const { says, redacted, head } = found;
  return { body: { intact: true, says, erased: redacted.length, ...(head && { head }) } };
};

/** Only what is over is erased: an open case without its words would help nobody. */
export const eraseWords = async (call: Call<typeof routes.eraseWords>): Promise<Answer> => {
  const { deps, identity, caseId, body } = call;
  const { current, reference } = await manage(call);
  if (body.reference !== reference) {
    throw new Refusal('invalid-request', {
      issues: [{ path: 'reference', message: 'is not the reference of this case' }],
    });
  }
  if (stageOf(current) !== 'closed') {
    throw new Refusal('forbidden', { detail: 'The case is open. Only the words of a closed case can be erased.' });
  }
  const erased = await deps.store.eraseWords(identity.tenant, caseId, { subject: identity.subject });
  return { body: { erased } };
};
