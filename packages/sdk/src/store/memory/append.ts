import { copy, repeatedEventId, toInstant } from '../check.js';
import type { AppendInput, AppendResult, CaseAppend } from '../port.js';
import { type Kept, type TenantData, noted } from './tenant-data.js';

export const answerId = (subject: string, key: string): string => JSON.stringify([subject, key]);

const conflictWith = (kept: Kept | undefined): AppendResult => {
  const newest = kept?.events.at(-1);
  if (!newest) return { ok: false, reason: 'version-conflict', version: 0 };
  const last = { at: newest.recordedAt, role: newest.by.role };
  return { ok: false, reason: 'version-conflict', version: newest.sequence, last };
};

/** Keeps everything of an append, or says why not. */
export const appendTo = (data: TenantData, input: AppendInput): AppendResult => {
  const { caseId, expectedVersion, events, idempotency } = input;
  const id = answerId(idempotency.subject, idempotency.key);
  const answer = data.answers.get(id);
  if (answer) return { ok: false, reason: 'already-answered', ...answer, response: copy(answer.response) };

  const known = data.cases.get(caseId);
  if ((known?.row.version ?? 0) !== expectedVersion) return conflictWith(known);
  const fits = !input.key || (input.key.isNew ? known?.key === undefined : known?.key === input.key.wrapped);
  if (!fits) return conflictWith(known);
  if (!known && data.references.has(input.case.reference)) return { ok: false, reason: 'reference-taken' };
  if (events.some((event) => data.eventIds.has(event.id))) throw repeatedEventId();
  const { once } = idempotency;
  if (once !== undefined && data.usedTokens.has(once)) return { ok: false, reason: 'token-used' };

  if (input.code && data.codes.has(input.code.id)) return { ok: false, reason: 'reference-taken' };
  const { beside = [] } = input;
  const references = [...(known ? [] : [input]), ...beside].map((each) => each.case.reference);
  if (new Set(references).size < references.length) return { ok: false, reason: 'reference-taken' };
  for (const other of beside) {
    if (data.cases.has(other.caseId)) return conflictWith(data.cases.get(other.caseId));
    if (data.references.has(other.case.reference)) return { ok: false, reason: 'reference-taken' };
    if (other.events.some((event) => data.eventIds.has(event.id))) throw repeatedEventId();
  }
  for (const each of [input, ...beside]) writeCase(data, each, idempotency.subject);
  if (once !== undefined) data.usedTokens.add(once);
  if (input.code) data.codes.keep(input.code);
  data.answers.set(id, { requestHash: idempotency.requestHash, response: copy(idempotency.response) });
  return { ok: true, version: expectedVersion + events.length };
};

/** Writes one case that was found to fit. */
const writeCase = (data: TenantData, input: CaseAppend, subject: string): void => {
  const { caseId, events } = input;
  const known = data.cases.get(caseId);
  const version = (known?.row.version ?? 0) + events.length;
  const { stage, danger } = input.case;
  const { reference, raisedAt } = known?.row ?? { ...input.case, raisedAt: toInstant(input.case.raisedAt) };
  const lastEventAt = toInstant(input.case.lastEventAt);
  data.cases.set(caseId, {
    row: Object.freeze({ caseId, reference, version, stage, danger, raisedAt, lastEventAt }),
    events: [...(known?.events ?? []), ...events.map(copy)],
    key: input.key?.wrapped ?? known?.key,
    nextDue: input.case.nextDue === undefined ? undefined : Date.parse(input.case.nextDue),
    audit: [...(known?.audit ?? []), noted(subject, 'append', version)],
  });
  data.references.add(reference);
  for (const event of events) data.eventIds.add(event.id);
  if (input.marks) data.people.mark(caseId, input.marks);
  data.outbox.write(input.messages ?? [], lastEventAt);
};
