import { type SealedEvent, ledger, stageOf } from '@msp/workflows';
import type { Chain, routes } from '../../contract.js';
import type { Answer, Call } from '../call.js';
import { seenBy } from '../judge.js';
import { type LoadedCase, loadCase } from '../load-case.js';
import { hash } from '../hash.js';
import { UnreadableError } from '../privacy/cipher.js';
import { withWords } from '../privacy/keep-words.js';
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

const broken = (says: string, at?: number): Chain => ({
  intact: false,
  says,
  erased: 0,
  ...(at !== undefined && { at }),
});

const UNREADABLE = 'What people wrote cannot be read: it was changed, or the vault is not the one of then.';
const SHORTER = 'Entries at the end of the record are missing.';

const verifyChain = async ({ deps, identity, caseId }: Call<typeof routes.readChain>): Promise<Chain> => {
  const kept = await deps.store.readCase(identity.tenant, caseId);
  if (!kept) throw new Refusal('not-found');
  const record = await withWords(deps.vault, identity.tenant, kept).catch((error: unknown) => {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  });
  if (!record) return broken(UNREADABLE);
  const found = ledger.verify(record.events as readonly SealedEvent[], { hash });
  if (!found.ok) return broken(found.message, found.at);
  if (kept.events.length < kept.version) return broken(SHORTER, kept.events.length + 1);
  const { says, redacted, head } = found;
  return { intact: true, says, erased: redacted.length, ...(head && { head }) };
};

/**
 * Whether the record is as it was sealed. It is verified before it is replayed: a record that somebody tampered with may not replay at
 * all, and this is what has to say so.
 */
export const readChain = async (call: Call<typeof routes.readChain>): Promise<Answer> => {
  const body = await verifyChain(call);
  if (body.intact) await manage(call);
  return { body };
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
