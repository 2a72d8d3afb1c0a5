import { type Case, nextDueAt, stageOf } from '@msp/workflows';
import type { AppendInput } from '../store/port.js';

type Known = Pick<AppendInput['case'], 'reference' | 'raisedAt' | 'lastEventAt'>;

/** What a list, and the scheduler, may know about a case as it stands. */
export const rowOf = (current: Case, known: Known): AppendInput['case'] => {
  const nextDue = nextDueAt(current);
  return {
    ...known,
    stage: stageOf(current),
    danger: current.state.danger === 'immediate',
    ...(nextDue !== undefined && { nextDue }),
  };
};
