import { englandCareAct } from '../policy/england-care-act.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Case } from './case.js';
import { EngineError } from './engine-error.js';

/** The format of snapshots. It counts up when a snapshot of before could not be read as it is. */
const FORMAT = 1;

/** A case at rest: plain JSON, with the identity of the format and of the policy pack in force. */
export type CaseSnapshot = {
  readonly format: number;
  readonly policy: { readonly id: string; readonly version: string };
  readonly case: Omit<Case, 'policy'>;
};

/** A case as plain JSON, to be kept. Its pack is named, not copied. */
export const snapshot = ({ policy: { id, version }, ...rest }: Case): CaseSnapshot => ({
  format: FORMAT,
  policy: { id, version },
  case: rest,
});

/**
 * The case of a snapshot, under the pack that it names.
 *
 * @throws {EngineError} `snapshot-newer` from a later version of the engine; `snapshot-unreadable` if it is none;
 *   `policy-differs` when the pack given (England by default) is not the one that the snapshot names.
 */
export const restore = (kept: CaseSnapshot, { policy = englandCareAct }: { policy?: Policy } = {}): Case => {
  const given = kept as Partial<CaseSnapshot> | null | undefined;
  if (typeof given?.format !== 'number' || given.case === undefined || given.policy === undefined) {
    throw new EngineError('snapshot-unreadable', 'This is not a snapshot of a case. Replay the case from its events.');
  }
  if (given.format > FORMAT) {
    throw new EngineError(
      'snapshot-newer',
      `This snapshot has format ${given.format}; this engine reads up to ${FORMAT}. Use a newer engine, or replay the events.`,
    );
  }
  if (given.policy.id !== policy.id || given.policy.version !== policy.version) {
    throw new EngineError(
      'policy-differs',
      `The snapshot was made under the pack ${given.policy.id} ${given.policy.version}. Give that pack to restore().`,
    );
  }
  return { ...given.case, policy };
};
