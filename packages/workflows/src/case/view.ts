import { type Case, type Stage, stageOf } from './case.js';
import type { By, CaseEvent, EventType, Role } from './events.js';
import type { Policy } from '../policy/policy.schema.js';
import { replay } from './record.js';
import { isTheirs, wasExplained } from './theirs.js';
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
  /** Access to the case is restricted, and whoever is looking is not among those who may see it. */
  readonly restricted?: true;
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

/** Who is looking: the id and the organisation of their token, as events name them in `by`. */
export type Viewer = { readonly id: string; readonly organisation?: string };

type Seen = Exclude<Policy['maySee'][Role], 'everything'>['events'][string];

const agreedToBeNamed = (event: CaseEvent): boolean =>
  event.type === 'concern.raised' && event.data.referrer?.stayAnonymousToPerson === 'no';

const hiddenIn = ({ hide = [], hideUnlessAgreed = [] }: Seen, event: CaseEvent): readonly string[] =>
  agreedToBeNamed(event) ? hide : [...hide, ...hideUnlessAgreed];

const isAmong = ({ only }: Seen, current: Case, event: CaseEvent, viewer: Viewer | undefined): boolean => {
  if (only === 'theirs') return isTheirs(current, event, viewer?.organisation);
  return only === 'explained' ? wasExplained(current, event) : true;
};

/** While access is restricted, nobody but those who are named sees it; not even staff. */
const isRestrictedFor = (current: Case, role: Role, viewer: Viewer | undefined): boolean => {
  const { openTo } = current.facts.record;
  if (openTo === null || current.policy.maySee[role] !== 'everything') return false;
  return ![viewer?.id, viewer?.organisation, role].some((name) => name !== undefined && openTo.includes(name));
};

const showFor = (current: Case, seen: Exclude<Policy['maySee'][Role], 'everything'>, viewer: Viewer | undefined) =>
  current.entries.flatMap((event, index): EntryView[] => {
    const original = originalOf(current, event);
    const rule = original && seen.events[original.type];
    if (!rule || (event !== original && !seen.events[event.type])) return [];
    if (!isAmong(rule, current, original, viewer)) return [];
    const hidden = hiddenIn(rule, original);
    const shown = show(event, index + 1, event === original ? hidden : [], { role: event.by.role });
    if (event === original || event.type !== 'entry.corrected' || event.data.data === undefined) return [shown];
    return [{ ...shown, data: { ...shown.data, data: without(event.data.data, hidden) } }];
  });

/**
 * What this role may see of the case: decided by the policy pack, per event and field. This, and never the log itself, is what
 * leaves a server.
 *
 * @param viewer who is looking. A partner sees what concerns its own organisation; without it, nothing. Where access to the case is
 *   restricted, staff who are not named see only that it is.
 */
export const view = (current: Case, role: Role, viewer?: Viewer): CaseView => {
  const seen = current.policy.maySee[role];
  const version = current.entries.length;
  const nothing = { caseId: current.id, role, version, whole: false, entries: [] } as const;
  if (isRestrictedFor(current, role, viewer)) return { ...nothing, restricted: true };
  if (seen === 'everything') {
    const entries = current.entries.map((event, index) => show(event, index + 1, [], event.by));
    return { caseId: current.id, role, version, whole: true, stage: stageOf(current), state: current.state, entries };
  }
  if (isShutOut(current, role)) return nothing;
  return {
    ...nothing,
    ...(seen.stage ? { stage: stageOf(current), state: current.state } : {}),
    entries: showFor(current, seen, viewer),
  };
};

/** The case behind a whole view, so that a page can ask the engine while somebody fills in a form; otherwise `undefined`. */
export const caseOf = ({ whole, entries }: CaseView, options: { policy?: Policy } = {}): Case | undefined =>
  whole && entries.length > 0 ? replay(entries as unknown as readonly CaseEvent[], options) : undefined;
