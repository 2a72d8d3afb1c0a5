import { englandCareAct } from '../policy/england-care-act.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Case } from './case.js';
import { initialContext } from './chart.guards.js';
import { isHistory, isState } from './compiled.js';
import { foldEntries, readEntries } from './correct.js';
import { EngineError } from './engine-error.js';
import { noFacts } from './facts.js';
import { ENGINE_VERSION, type Versions, migrate, versions } from './version.js';

/** A case at rest: plain JSON, with the version of its format, of the engine that wrote it, and of the pack in force. */
export type CaseSnapshot = {
  readonly format: number;
  readonly engine: string;
  readonly policy: { readonly id: string; readonly version: string };
  readonly case: Omit<Case, 'policy'>;
};

/** A case as plain JSON, to be kept. Its pack is named, not copied. */
export const snapshot = ({ policy: { id, version }, ...rest }: Case): CaseSnapshot => ({
  format: versions.snapshot,
  engine: ENGINE_VERSION,
  policy: { id, version },
  case: rest,
});

type Kept = Partial<CaseSnapshot> | null | undefined;

const unreadable = (): EngineError =>
  new EngineError('snapshot-unreadable', 'This is not a snapshot of a case. Replay the case from its events.');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const has = (value: unknown, pattern: object): boolean =>
  isRecord(value) && Object.keys(pattern).every((name) => value[name] !== undefined);

const isEntry = (value: unknown): boolean =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['type'] === 'string' && isRecord(value['by']);

/** Whether it has the shape of a case, looked at from outside: enough that nothing fails later for what is missing. */
const isWhole = ({ id, state, context, history, facts, entries, moved, reopenedAt }: Partial<Case>): boolean =>
  typeof id === 'string' &&
  isRecord(state) &&
  isState(state) &&
  has(context, initialContext) &&
  isRecord(history) &&
  isHistory(history) &&
  isRecord(facts) &&
  Array.isArray(entries) &&
  entries.every(isEntry) &&
  Array.isArray(moved) &&
  moved.every((id) => typeof id === 'string') &&
  Number.isInteger(reopenedAt);

const slices = Object.entries(noFacts);

/** Facts are derived: where this engine knows more of them than the one that wrote the snapshot, they are read anew. */
const withFacts = (kept: CaseSnapshot['case']): CaseSnapshot['case'] =>
  slices.every(([name, empty]) => has((kept.facts as Readonly<Record<string, unknown>>)[name], empty))
    ? kept
    : { ...kept, facts: foldEntries(readEntries(kept.entries)) };

/**
 * The case of a snapshot, under the pack that it names. A snapshot of an earlier format is brought up by registered steps.
 *
 * @throws {EngineError} `snapshot-newer` from a later version of the engine; `snapshot-unreadable` if it is none;
 *   `policy-differs` when the pack given (England by default) is not the one that the snapshot names.
 */
export const restore = (kept: CaseSnapshot, options: { policy?: Policy } = {}): Case =>
  restoreAs(versions, kept, options);

/** Internal: the same by another table of versions, so that a test can prove a second one. */
export const restoreAs = (
  { snapshot: current, snapshotSteps }: Versions,
  kept: CaseSnapshot,
  { policy = englandCareAct }: { policy?: Policy } = {},
): Case => {
  const format = (kept as Kept)?.format;
  if (format === undefined || !Number.isInteger(format)) throw unreadable();
  if (format > current) {
    throw new EngineError(
      'snapshot-newer',
      `This snapshot has format ${format}; this engine reads up to ${current}. Use a newer engine, or replay the events.`,
    );
  }
  const given = migrate(kept, format, current, snapshotSteps) as Kept;
  if (!isRecord(given?.case) || !isRecord(given.policy) || !isWhole(given.case)) throw unreadable();
  if (given.policy.id !== policy.id || given.policy.version !== policy.version) {
    throw new EngineError(
      'policy-differs',
      'The snapshot was made under another pack than the one given. Give the pack that it names to restore().',
    );
  }
  return { ...withFacts(given.case), policy };
};
