import {
  type Case,
  type CaseEvent,
  type Role,
  type StoredEvent,
  type ToldConcern,
  concernsOf,
  openCase,
} from '@msp/workflows';
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
import type { CaseAppend, KeptEvent } from '../../store/port.js';

const REFERENCE_ATTEMPTS = 8;
const DAY_MS = 86_400_000;

/** For so long the code of a receipt opens the page of whoever raised the concern, where the organisation says nothing else. */
const RECEIPT_DAYS = 180;

const STAFF: readonly Role[] = ['practitioner', 'manager', 'partner'];

type RaiseCall = Call<typeof routes.raiseConcern>;
type ReceiptOf = { readonly caseId: string; readonly reference: string };

const referrerOf = (caseId: string, { organisation }: Identity) =>
  ({ role: 'referrer', subject: `referrer:${caseId}`, organisation }) as const;

/** In the case of another adult, whoever speaks for the first one is somebody who told of them. */
const byInOther = ({ role, ...identity }: Identity): CaseEvent['by'] =>
  byOf({ ...identity, role: STAFF.includes(role) ? role : 'referrer' });

type Opened = { readonly at: string; readonly caseIds: readonly string[]; readonly told: ToldConcern };

/** What a case begins with: the concern, and which other cases were told of together with it. */
const eventsOf = (call: RaiseCall, { at, caseIds, told }: Opened): CaseEvent[][] => {
  const { deps, identity } = call;
  return concernsOf(told).map((data, index) => {
    const caseId = caseIds[index] ?? '';
    const by = index === 0 ? byOf(identity) : byInOther(identity);
    const raised: CaseEvent = { id: deps.newId(), caseId, type: 'concern.raised', at, by, data };
    const others = caseIds.filter((other) => other !== caseId);
    const system = { id: 'system', role: 'system', organisation: identity.tenant } as const;
    return [
      raised,
      ...others.map((linkedCaseId): CaseEvent => ({
        ...{ id: deps.newId(), caseId, type: 'case.linked', at, by: system },
        data: { linkedCaseId },
      })),
    ];
  });
};

/** One new case, as it is to be kept under this reference. */
const newCase = async (
  { deps, identity }: RaiseCall,
  events: readonly CaseEvent[],
): Promise<(reference: string) => Promise<CaseAppend>> => {
  const { tenant } = identity;
  const [{ caseId, at }] = events as readonly [CaseEvent, ...CaseEvent[]];
  const policy = await deps.tenancy.policyOf(tenant);
  const wordKey = await newWordKey(deps.vault, tenant);
  const sealed: KeptEvent[] = [];
  const stored: StoredEvent[] = [];
  const told: { after: Case; event: CaseEvent }[] = [];
  let after = openCase({ id: caseId, ...(policy && { policy }) });
  for (const [index, event] of events.entries()) {
    const kept = { ...event, sequence: index + 1, recordedAt: at };
    after = judge(after, event, identity);
    sealed.push(await apart(tenant, kept, sealed, wordKey));
    stored.push(kept);
    told.push({ after, event });
  }
  const marks = await marksOf(deps.tenancy.keys, tenant, stored);
  return async (reference) => {
    const messages = await Promise.all(
      told.map((each) => messagesOf(deps.tenancy, tenant, { ...each, reference, recordedAt: at })),
    );
    return {
      caseId,
      marks,
      events: sealed,
      key: wordKey.kept,
      messages: messages.flat(),
      case: rowOf(after, { reference, raisedAt: at, lastEventAt: at }),
    };
  };
};

/**
 * Opens a case with the concern that somebody raised, and one more for every other adult who was told of with it, each linked
 * to the others. The receipt exists only once the store has committed all of it.
 */
export const raiseConcern = async (call: RaiseCall): Promise<Answer> => {
  const { deps, identity, now, body: told } = call;
  const caseIds = concernsOf(told).map(() => deps.newId());
  const [caseId = ''] = caseIds;
  const at = now.toISOString();
  const receipt = await answerOnce(call, async (keep) => {
    const { receiptDays = RECEIPT_DAYS } = await deps.tenancy.settingsOf(identity.tenant);
    const opensUntil = new Date(now.getTime() + receiptDays * DAY_MS).toISOString();
    const cases = await Promise.all(eventsOf(call, { at, caseIds, told }).map((events) => newCase(call, events)));
    for (let attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt += 1) {
      const [first, ...beside] = await Promise.all(cases.map((withReference) => withReference(deps.newReference())));
      if (!first) break;
      const { reference } = first.case;
      const { id, hash } = await receiptCode(deps.tenancy.keys, identity.tenant, { caseId, reference });
      const others = beside.map((other) => ({ caseId: other.caseId, reference: other.case.reference }));
      const kept = await keep({
        ...first,
        expectedVersion: 0,
        beside,
        code: { id, hash, caseId, ...referrerOf(caseId, identity), madeAt: at, opensUntil, reusable: true },
        response: { caseId, reference, receivedAt: at, ...(others.length > 0 && { others }) },
      });
      if (kept !== undefined) return kept;
    }
    throw new Error('No free reference was found.');
  });
  const { shown: code } = await receiptCode(deps.tenancy.keys, identity.tenant, receipt as ReceiptOf);
  return { body: { ...(receipt as object), code } };
};
