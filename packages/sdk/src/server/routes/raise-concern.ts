import { type CaseEvent, openCase } from '@msp/workflows';
import type { routes } from '../../contract.js';
import { answerOnce } from '../answer-once.js';
import type { Answer, Call } from '../call.js';
import { rowOf } from '../case-row.js';
import { byOf, judge } from '../judge.js';
import { messagesOf } from '../webhooks/messages.js';
import { apart, newWordKey } from '../privacy/keep-words.js';

const REFERENCE_ATTEMPTS = 8;

/** Opens a case with the concern that somebody raised. The receipt exists only once the store has committed it. */
export const raiseConcern = async (call: Call<typeof routes.raiseConcern>): Promise<Answer> => {
  const { deps, identity, now, body } = call;
  const caseId = deps.newId();
  const at = now.toISOString();
  const event: CaseEvent = { id: deps.newId(), caseId, type: 'concern.raised', at, by: byOf(identity), data: body };
  const receipt = await answerOnce(call, async (keep) => {
    const policy = await deps.tenancy.policyOf(identity.tenant);
    const opened = openCase({ id: caseId, ...(policy && { policy }) });
    const after = judge(opened, event, identity);
    const wordKey = await newWordKey(deps.vault, identity.tenant);
    const sealed = await apart(identity.tenant, { ...event, sequence: 1, recordedAt: at }, [], wordKey);
    for (let attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt += 1) {
      const reference = deps.newReference();
      const told = { after, event, reference, recordedAt: at };
      const kept = await keep({
        caseId,
        expectedVersion: 0,
        events: [sealed],
        key: wordKey.kept,
        messages: await messagesOf(deps.tenancy, identity.tenant, told),
        case: rowOf(after, { reference, raisedAt: at, lastEventAt: at }),
        response: { caseId, reference, receivedAt: at },
      });
      if (kept !== undefined) return kept;
    }
    throw new Error('No free reference was found.');
  });
  return { body: receipt as object };
};
