import type { CaseEvent } from '@msp/workflows';
import type { NewEvent, routes } from '../../contract.js';
import { answerOnce } from '../answer-once.js';
import type { Answer, Call } from '../call.js';
import { rowOf } from '../case-row.js';
import { byOf, judge } from '../judge.js';
import { loadCase } from '../load-case.js';
import { changesAdult, marksOf } from '../people/marks.js';
import { apart, newWordKey } from '../privacy/keep-words.js';
import { Refusal } from '../problem.js';
import { messagesOf } from '../webhooks/messages.js';

const TOLERANCE_MS = 30_000;

const happenedAt = (given: string | undefined, now: Date): string => {
  if (given === undefined) return now.toISOString();
  if (Date.parse(given) <= now.getTime() + TOLERANCE_MS) return given;
  throw new Refusal('invalid-request', { issues: [{ path: 'at', message: 'must not be in the future' }] });
};

/** Records one event in a case, if nobody else recorded anything since the writer looked and the engine finds nothing in its way. */
export const recordEvent = async (call: Call<typeof routes.recordEvent>): Promise<Answer> => {
  const { deps, identity, now, caseId, expectedVersion } = call;
  const wanted = call.body as NewEvent;
  const at = happenedAt(wanted.at, now);
  const answer = await answerOnce(call, async (keep) => {
    const { current, reference, last, raisedAt, record, wordKey } = await loadCase(deps, identity.tenant, caseId);
    const version = current.entries.length;
    if (version !== expectedVersion) throw new Refusal('version-conflict', { conflict: { version, ...last } });
    const event = {
      id: deps.newId(),
      caseId,
      type: wanted.type,
      at,
      by: byOf(identity),
      ...(wanted.data === undefined ? {} : { data: wanted.data }),
    } as CaseEvent;
    const after = judge(current, event, identity);
    const recordedAt = now.toISOString();
    const sequence = version + 1;
    const key = wordKey ?? (await newWordKey(deps.vault, identity.tenant));
    const stored = { ...event, sequence, recordedAt };
    const sealed = await apart(identity.tenant, stored, record, key);
    const { keys } = deps.tenancy;
    const kept = await keep({
      caseId,
      expectedVersion: version,
      events: [sealed],
      key: key.kept,
      ...(changesAdult(stored) && { marks: await marksOf(keys, identity.tenant, [...record, stored]) }),
      messages: await messagesOf(deps.tenancy, identity.tenant, { after, event, reference, recordedAt }),
      case: rowOf(after, { reference, raisedAt, lastEventAt: recordedAt }),
      response: { event: { id: event.id, sequence, recordedAt }, version: sequence },
    });
    if (kept === undefined) throw new Error('The store found a reference taken in a case that has one.');
    return kept;
  });
  return { body: answer as object, version: (answer as { version: number }).version };
};
