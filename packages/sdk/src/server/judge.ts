import { type Blocker, type Case, type CaseEvent, type CaseView, record, view } from '@msp/workflows';
import type { Identity } from './auth/identity.js';
import { Refusal } from './problem.js';

/** Who recorded an event: by the token, never by what was sent. */
export const byOf = ({ subject, role, organisation }: Identity): CaseEvent['by'] => ({
  id: subject,
  role,
  organisation,
});

/** What the caller may see of the case, by the engine and by the token. */
export const seenBy = (current: Case, { role, subject, organisation }: Identity): CaseView =>
  view(current, role, { id: subject, organisation });

/** Blockers say how the case stands. Whoever may not see that is told what is in the way, and no more. */
const asFarAsVisible = (blockers: readonly Blocker[], current: Case, identity: Identity): Blocker[] => {
  if (seenBy(current, identity).stage !== undefined) return [...blockers];
  return blockers.map(({ code, cites }) => ({ code, cites, clearedBy: [], message: 'This cannot be recorded now.' }));
};

/**
 * The case with the event, by the engine's rules.
 *
 * @throws {Refusal} `forbidden` where the role may not record it; `event-refused` with everything that stands in the way
 */
export const judge = (current: Case, event: CaseEvent, identity: Identity): Case => {
  const recorded = record(current, event);
  if (recorded.ok) return recorded.case;
  const notAllowed = recorded.blockers.filter(({ code }) => code === 'role-not-allowed');
  if (notAllowed.length > 0) throw new Refusal('forbidden', { blockers: notAllowed });
  throw new Refusal('event-refused', {
    blockers: current.entries.length === 0 ? recorded.blockers : asFarAsVisible(recorded.blockers, current, identity),
  });
};
