import { type CaseEvent, openCase } from '@msp/workflows';
import type { routes } from '../../contract.js';
import { answerOnce } from '../answer-once.js';
import type { Answer, Call } from '../call.js';
import { rowOf } from '../case-row.js';
import type { Identity } from '../auth/identity.js';
import { receiptCode } from '../codes/code.js';
import { marksOf } from '../people/marks.js';
import { byOf, judge } from '../judge.js';
import { messagesOf } from '../webhooks/messages.js';
import { apart, newWordKey } from '../privacy/keep-words.js';

const REFERENCE_ATTEMPTS = 8;
const DAY_MS = 86_400_000;

/** For so long the code of a receipt opens the page of whoever raised the concern. */
const RECEIPT_DAYS = 180;

type ReceiptOf = { readonly caseId: string; readonly reference: string };

const referrerOf = (caseId: string, { organisation }: Identity) =>
  ({ role: 'referrer', subject: `referrer:${caseId}`, organisation }) as const;

/** Opens a case with the concern that somebody raised. The receipt exists only once the store has committed it. */
export const raiseConcern = async (call: Call<typeof routes.raiseConcern>): Promise<Answer> => {
  const { deps, identity, now, body } = call;
  const caseId = deps.newId();
  const at = now.toISOString();
  const opensUntil = new Date(now.getTime() + RECEIPT_DAYS * DAY_MS).toISOString();
  const event: CaseEvent = { id: deps.newId(), caseId, type: 'concern.raised', at, by: byOf(identity), data: body };
  const receipt = await answerOnce(call, async (keep) => {
    const policy = await deps.tenancy.policyOf(identity.tenant);
    const opened = openCase({ id: caseId, ...(policy && { policy }) });
    const after = judge(opened, event, identity);
    const wordKey = await newWordKey(deps.vault, identity.tenant);
    const sealed = await apart(identity.tenant, { ...event, sequence: 1, recordedAt: at }, [], wordKey);
    const marks = await marksOf(deps.tenancy.keys, identity.tenant, [{ ...event, sequence: 1, recordedAt: at }]);
    for (let attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt += 1) {
      const reference = deps.newReference();
      const { id, hash } = await receiptCode(deps.tenancy.keys, identity.tenant, { caseId, reference });
      const code = { id, hash, caseId, ...referrerOf(caseId, identity), madeAt: at, opensUntil, reusable: true };
      const told = { after, event, reference, recordedAt: at };
      const kept = await keep({
        caseId,
        expectedVersion: 0,
        marks,
        code,
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
  const { shown: code } = await receiptCode(deps.tenancy.keys, identity.tenant, receipt as ReceiptOf);
  return { body: { ...(receipt as object), code } };
};
