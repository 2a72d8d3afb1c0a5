import assert from 'node:assert/strict';
import {
  type By,
  type Case,
  type CaseEvent,
  type Role,
  type StoredEvent,
  openCase,
  record,
  replay,
  view,
} from '@msp/workflows';
import { NOW } from './asking.js';

export type ModelCase = {
  readonly id: string;
  readonly reference: string;
  readonly events: StoredEvent[];
  readonly audit: { readonly subject: string; readonly action: string; readonly version: number }[];
};

/** What one tenant has, as far as one of its people knows it. It has never heard of any other tenant. */
export type Model = { readonly cases: Map<string, ModelCase>; readonly drafts: Map<string, object> };

export const newModel = (): Model => ({ cases: new Map(), drafts: new Map() });

export const versionOf = ({ events }: ModelCase): number => events.length;

const current = ({ id, events }: ModelCase): Case => (events.length === 0 ? openCase({ id }) : replay(events));

type New = { readonly id: string; readonly type: string; readonly data: object; readonly by: By };

const eventOf = (known: ModelCase, { id, type, data, by }: New): CaseEvent =>
  ({ id, caseId: known.id, type, at: NOW, by, data }) as CaseEvent;

/** How a server has to answer this: 201, or the status of the engine's refusal. */
export const statusOf = (known: ModelCase, event: New): number => {
  const result = record(current(known), eventOf(known, event));
  if (result.ok) return 201;
  return result.blockers.some(({ code }) => code === 'role-not-allowed') ? 403 : 422;
};

export const recorded = (known: ModelCase, event: New): void => {
  const sequence = versionOf(known) + 1;
  known.events.push({ ...eventOf(known, event), sequence, recordedAt: NOW } as StoredEvent);
  known.audit.push({ subject: event.by.id, action: 'append', version: sequence });
};

/** The answer to whoever reads the case in this role; that they read it is in the audit from now on. */
export const readBy = (known: ModelCase, { role, id, organisation }: By): object => {
  const version = versionOf(known);
  known.audit.push({ subject: id, action: 'read', version });
  const seen = JSON.parse(JSON.stringify(view(current(known), role, { id, organisation }))) as object;
  return { caseId: known.id, reference: known.reference, version, view: seen };
};

/** One line of the list, but for what the engine works out. */
export const lineOf = (known: ModelCase): object => ({
  caseId: known.id,
  reference: known.reference,
  version: versionOf(known),
  raisedAt: NOW,
  lastEventAt: NOW,
});

/** Whoever is asked for what this tenant does not have says so in these words, whoever else may have it. */
export const assertNotThere = (status: number, body: Record<string, unknown>, about: string): void => {
  const { type, title, detail, docs, ...rest } = body;
  assert.deepEqual([status, rest], [404, { status: 404, code: 'not-found' }], about);
  assert.deepEqual([type, title], ['urn:msp:problem:not-found', 'There is nothing here'], about);
  assert.ok(typeof detail === 'string' && typeof docs === 'string', about);
};

export const by = (role: Role, id: string, organisation: string): By => ({ id, role, organisation });
