import { whatCanHappen } from '@msp/workflows';
import type { Blocker, Case, EventType, Role } from '@msp/workflows';

type Answers = ReadonlyMap<EventType, readonly Blocker[]>;

const asked = new WeakMap<Case, Map<Role, Answers>>();

/** What stands in the way of each event here for all data, asked of the engine once for each case as it stands. */
export function waysOf(current: Case, role: Role): Answers {
  const byRole = asked.get(current) ?? new Map<Role, Answers>();
  asked.set(current, byRole);
  const known = byRole.get(role);
  if (known) return known;
  const answers: Answers = new Map(whatCanHappen(current, role).map(({ type, blockers }) => [type, blockers]));
  byRole.set(role, answers);
  return answers;
}

const has = (blockers: readonly Blocker[] | undefined, code: Blocker['code']): boolean =>
  blockers?.some((blocker) => blocker.code === code) ?? true;

/** The chart takes this event here, whoever records it. */
export const isTakenHere = (current: Case, role: Role, type: EventType): boolean =>
  !has(waysOf(current, role).get(type), 'wrong-stage');

/** Why this role may not record this event, in the engine's words; nothing where it may. */
export const notForRole = (current: Case, role: Role, type: EventType): Blocker | undefined =>
  waysOf(current, role)
    .get(type)
    ?.find(({ code }) => code === 'role-not-allowed');

const ABOUT_NOW: readonly Blocker['code'][] = ['wrong-stage', 'role-not-allowed'];

/** What stands in the way of this event for all data, apart from the stage and the role. */
export const inTheWayOf = (current: Case, role: Role, type: EventType): readonly Blocker[] =>
  (waysOf(current, role).get(type) ?? []).filter(({ code }) => !ABOUT_NOW.includes(code));

/** Something stands in the way of the first event for all data, and recording the second one is named as clearing it. */
export const isClearedBy = (current: Case, role: Role, blocked: EventType, clearing: EventType): boolean =>
  inTheWayOf(current, role, blocked).some(({ clearedBy }) => clearedBy.includes(clearing));
