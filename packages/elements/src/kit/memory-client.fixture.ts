import { MspError } from '@msp/sdk';
import type { CaseSummary, MspClient } from '@msp/sdk';
import { openCase, record, stageOf, view } from '@msp/workflows';
import type { Blocker, Case, CaseEvent, Role } from '@msp/workflows';
import { buildEvent, people, recordAll } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';

/** A case to begin with: `{ events: journeys.closed }` of `@msp/workflows/testing`. */
export type StartedCase = { readonly events: readonly Written[]; readonly reference?: string };

export type MemoryDesk = {
  /** The service as this role meets it. */
  readonly as: (role: Role) => MspClient;
  /** The ids of the cases, in the order in which they were given. */
  readonly caseIds: readonly string[];
  readonly caseOf: (caseId: string) => Case;
  /** Answers nothing any more, until it is told otherwise. */
  unreachable: boolean;
  /** Is asked before each event is kept; what it throws is the answer. */
  beforeRecording: ((type: string, tries: number) => void) | undefined;
};

const ALPHABET = '23456789CDFHJKMNPQRTVWX';
const idOfCase = (number: number): string => `00000000-0000-4000-8000-${String(number + 1).padStart(12, '0')}`;
const referenceOf = (number: number): string => `MSP-4K7Q-29X${ALPHABET.charAt(number % ALPHABET.length)}`;

const refused = (blockers: readonly Blocker[]): MspError =>
  new MspError('event-refused', 422, 'This cannot be recorded yet.', { blockers });

const summaryOf = (current: Case, reference: string): CaseSummary => ({
  caseId: current.id,
  reference,
  version: current.entries.length,
  stage: stageOf(current),
  danger: current.state.danger === 'immediate',
  raisedAt: current.entries[0]?.at ?? '',
  lastEventAt: current.entries.at(-1)?.at ?? '',
});

/**
 * The whole service in memory, built on the engine: it refuses what the engine refuses, keeps an event once for each
 * idempotency key, and notices when somebody else was faster. For tests and stories.
 */
export function memoryDesk(...started: readonly StartedCase[]): MemoryDesk {
  const cases = new Map<string, { reference: string; current: Case }>();
  const answers = new Map<string, Awaited<ReturnType<MspClient['recordEvent']>>>();
  let tries = 0;
  started.forEach(({ events, reference }, number) => {
    const current = recordAll(openCase({ id: idOfCase(number) }), events);
    cases.set(current.id, { reference: reference ?? referenceOf(number), current });
  });

  const find = (caseId: string): { reference: string; current: Case } => {
    const found = cases.get(caseId);
    if (!found) throw new MspError('not-found', 404, 'There is nothing here.');
    return found;
  };
  const reach = async (): Promise<void> => {
    await Promise.resolve();
    if (desk.unreachable) throw new MspError('unreachable', 0, 'There was no answer.');
  };

  const recordIn = (
    caseId: string,
    role: Role,
    event: { type: string; data?: unknown; at?: string },
    version: number,
  ) => {
    const kept = find(caseId);
    const { current } = kept;
    const last = current.entries.at(-1);
    if (version !== current.entries.length && last) {
      const conflict = { version: current.entries.length, at: last.at, role: last.by.role };
      throw new MspError('version-conflict', 409, 'Somebody recorded something since you looked.', { conflict });
    }
    const at = event.at ?? new Date(Date.parse(last?.at ?? '2026-03-02T09:00:00Z') + 3_600_000).toISOString();
    const written = buildEvent({ number: current.entries.length + 1, caseId, by: people[role], ...event, at } as never);
    const result = record(current, written as CaseEvent);
    if (!result.ok) throw refused(result.blockers);
    cases.set(caseId, { ...kept, current: result.case });
    const sequence = result.case.entries.length;
    return { event: { id: written.id, sequence, recordedAt: at }, version: sequence };
  };

  const notHere = async (): Promise<never> => {
    throw new Error('no page asks this of the memory desk');
  };

  const as = (role: Role): MspClient => ({
    raiseConcern: async () => {
      throw new Error('the memory desk takes no concerns: give it cases to begin with');
    },
    listCases: async () => {
      await reach();
      return { cases: [...cases.values()].map(({ current, reference }) => summaryOf(current, reference)) };
    },
    readCase: async (caseId) => {
      await reach();
      const { current, reference } = find(caseId);
      return { caseId, reference, version: current.entries.length, view: view(current, role) } as never;
    },
    saveDraft: notHere,
    openDraft: notHere,
    dropDraft: notHere,
    readAudit: notHere,
    readChain: notHere,
    eraseWords: notHere,
    readSettings: notHere,
    saveSettings: notHere,
    listErasures: notHere,
    listDeliveries: notHere,
    retryDelivery: notHere,
    findSamePerson: notHere,
    keepApart: notHere,
    makeCode: notHere,
    listCodes: notHere,
    revokeCode: notHere,
    openSite: notHere,
    readEvents: async (caseId, { after = 0 } = {}) => {
      await reach();
      const seen = view(find(caseId).current, role);
      return { events: seen.entries.filter(({ sequence }) => sequence > after), version: seen.version } as never;
    },
    recordEvent: async (caseId, event, { idempotencyKey, expectedVersion }) => {
      await reach();
      tries += 1;
      desk.beforeRecording?.(event.type, tries);
      const before = answers.get(idempotencyKey);
      if (before) return before;
      const answer = recordIn(caseId, role, event, expectedVersion);
      answers.set(idempotencyKey, answer);
      return answer;
    },
  });

  const desk: MemoryDesk = {
    as,
    caseIds: [...cases.keys()],
    caseOf: (caseId) => find(caseId).current,
    unreachable: false,
    beforeRecording: undefined,
  };
  return desk;
}
