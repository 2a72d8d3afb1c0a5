import { type Case, type Stage, stageOf } from './case.js';
import type { By, CaseEvent, EventType, Role } from './events.js';
import type { Policy } from '../policy/policy.schema.js';
import { replay } from './record.js';
import type { CaseState } from './step.js';

/** An entry as one role may see it. Hidden fields are absent. */
export type EntryView = {
  readonly id: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly type: EventType;
  readonly at: string;
  readonly recordedAt?: string;
  /** For staff, who recorded it. For everybody else only in which role, so that nobody can be traced. */
  readonly by: By | { readonly role: Role };
  readonly data: Readonly<Record<string, unknown>>;
};

/** What one role may see of a case. For practitioners and managers `entries` is the whole record. */
export type CaseView = {
  readonly caseId: string;
  readonly role: Role;
  readonly version: number;
  /** Nothing is left out: `caseOf` gives the case itself. */
  readonly whole: boolean;
  /** Where the case stands; absent for roles that may only know that it was received. */
  readonly stage?: Stage;
  readonly state?: CaseState;
  readonly entries: readonly EntryView[];
};

const without = (data: object, hidden: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !hidden.includes(field)));

const show = (event: CaseEvent, sequence: number, hidden: readonly string[], by: EntryView['by']): EntryView => ({
  id: event.id,
  caseId: event.caseId,
  sequence,
  type: event.type,
  at: event.at,
  ...(event.recordedAt === undefined ? {} : { recordedAt: event.recordedAt }),
  by,
  data: without(event.data ?? {}, hidden),
});

/** The representative was named last as having a conflict of interest: they see nothing. */
const isShutOut = (current: Case, role: Role): boolean =>
  role === 'representative' && current.facts.voice.representativeConflicted;

/** A correction is shown where its entry is shown, with the same fields hidden. */
const originalOf = (current: Case, event: CaseEvent): CaseEvent | undefined =>
  event.type === 'entry.corrected' ? current.entries.find(({ id }) => id === event.data.entryId) : event;

/**
 * What this role may see of the case: decided by the policy pack, per event and field. This, and never the log itself, is what
 * leaves a server.
 */
export const view = (current: Case, role: Role): CaseView => {
  const seen = current.policy.maySee[role];
  const version = current.entries.length;
  if (seen === 'everything') {
    const entries = current.entries.map((event, index) => show(event, index + 1, [], event.by));
    return { caseId: current.id, role, version, whole: true, stage: stageOf(current), state: current.state, entries };
  }
  if (isShutOut(current, role)) return { caseId: current.id, role, version, whole: false, entries: [] };
  const entries = current.entries.flatMap((event, index): EntryView[] => {
    const original = originalOf(current, event);
    const rule = original && seen.events[original.type];
    if (!rule || !seen.events[event.type]) return [];
    const hidden = rule.hide ?? [];
    const shown = show(event, index + 1, event === original ? hidden : [], { role: event.by.role });
    if (event === original || event.type !== 'entry.corrected' || event.data.data === undefined) return [shown];
    return [{ ...shown, data: { ...shown.data, data: without(event.data.data, hidden) } }];
  });
  return {
    caseId: current.id,
    role,
    version,
    whole: false,
    ...(seen.stage ? { stage: stageOf(current), state: current.state } : {}),
    entries,
  };
};

/** The case behind a whole view, so that a page can ask the engine while somebody fills in a form; otherwise `undefined`. */
export const caseOf = ({ whole, entries }: CaseView, options: { policy?: Policy } = {}): Case | undefined =>
  whole && entries.length > 0 ? replay(entries as unknown as readonly CaseEvent[], options) : undefined;
