import { type Case, type Role, replay } from '@msp/workflows';
import type { Deps } from './call.js';
import { Refusal } from './problem.js';

/** A case as the engine knows it, and what only the store knows about it. */
export type LoadedCase = {
  readonly current: Case;
  readonly reference: string;
  readonly raisedAt: string;
  readonly last: { readonly at: string; readonly role: Role };
};

/** @throws {Refusal} `not-found`, also where the case is another tenant's */
export const loadCase = async ({ store, policy }: Deps, tenant: string, caseId: string): Promise<LoadedCase> => {
  const kept = await store.readCase(tenant, caseId);
  const first = kept?.events[0];
  const last = kept?.events.at(-1);
  if (!kept || !first || !last) throw new Refusal('not-found');
  return {
    current: replay(kept.events, policy ? { policy } : {}),
    reference: kept.reference,
    raisedAt: first.recordedAt,
    last: { at: last.recordedAt, role: last.by.role },
  };
};
