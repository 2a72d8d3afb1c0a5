import type { Entry } from '../kit/slice.js';
import type { SeenBySome, SeenEntry } from '../policy/views.schema.js';
import type { Policy } from '../policy/policy.schema.js';
import { type Who, names, restrictionIn } from './access.js';
import { type Case, type Stage, stageOf } from './case.js';
import { readEntries, toEntry } from './correct.js';
import type { By, CaseEvent, EventType, Role } from './events.js';
import { handsOf } from './hands.js';
import { replay } from './record.js';
import type { CaseState } from './step.js';
import { type Onlooker, isSeenWhen } from './view.conditions.js';
import { without } from './without.js';

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
  /** A manager restricted the case, and not to whoever looks: they see no more than this view holds. */
  readonly restricted?: true;
  /** Where the case stands; absent for roles that may only know that it was received. */
  readonly stage?: Stage;
  readonly state?: CaseState;
  readonly entries: readonly EntryView[];
};

const show = (event: CaseEvent, sequence: number, by: EntryView['by'], data: EntryView['data']): EntryView => ({
  id: event.id,
  caseId: event.caseId,
  sequence,
  type: event.type,
  at: event.at,
  ...(event.recordedAt === undefined ? {} : { recordedAt: event.recordedAt }),
  by,
  data,
});

/** The representative was named last as having a conflict of interest: they see nothing. */
const isShutOut = (current: Case, role: Role): boolean =>
  role === 'representative' && current.facts.voice.representativeConflicted;

type Readings = ReadonlyMap<string, Entry>;

const didNotAgree = (data: object): boolean =>
  (data as { referrer?: { stayAnonymousToPerson?: unknown } }).referrer?.stayAnonymousToPerson !== 'no';

/**
 * What is shown of one reading of an entry. It and the entry as it reads now must both allow it, so that a correction never
 * brings to light what was to stay hidden. An entry that was struck out has no reading now, so nothing in it allows anything.
 */
const reader = (seen: SeenBySome, onlooker: Onlooker, readings: Readings) => {
  const isAllowed = ({ when }: SeenEntry, entry: Entry): boolean => {
    const now = readings.get(entry.id);
    return [entry.data, now?.data ?? {}].every((data) => isSeenWhen(when, entry, data, onlooker));
  };
  const staysUnknown = ({ raisedBy }: SeenEntry, entry: Entry): boolean =>
    raisedBy !== undefined &&
    entry.by.role !== onlooker.role &&
    [entry.data, readings.get(entry.id)?.data ?? {}].some(didNotAgree);
  return (entry: Entry) => {
    const rule = seen.events[entry.type];
    if (!rule || !isAllowed(rule, entry)) return undefined;
    const unknown = staysUnknown(rule, entry);
    const role: Role = unknown ? 'referrer' : entry.by.role;
    return {
      by: seen.who && !unknown ? entry.by : { role },
      data: without(entry.data, [...(rule.hide ?? []), ...(unknown ? ['referrer'] : [])]),
    };
  };
};

const entriesFor = (current: Case, seen: SeenBySome, onlooker: Onlooker, readings: Readings): EntryView[] => {
  const read = reader(seen, onlooker, readings);
  const places = new Map(current.entries.map(({ id }, index) => [id, index]));
  return current.entries.flatMap((event, index): EntryView[] => {
    const shown = read(toEntry(event, index + 1));
    if (!shown) return [];
    if (event.type !== 'entry.corrected') return [show(event, index + 1, shown.by, shown.data)];
    const place = places.get(event.data.entryId) as number;
    const corrected = read(toEntry(current.entries[place] as CaseEvent, place + 1, event.data.data));
    if (!corrected) return [];
    const data = event.data.data === undefined ? shown.data : { ...shown.data, data: corrected.data };
    return [show(event, index + 1, shown.by, data)];
  });
};

/**
 * What this role may see of the case: decided by the policy pack, per event and field. This, and never the log itself, is what
 * leaves a server. `who` is whoever looks, by a verified token: without it nothing is shown that depends on who they are.
 *
 * While a manager restricts access (`access.restricted`), staff who are not named see only that it is so; everybody else who is
 * not named sees what they could see before, and nothing newer. `access.opened` adds names to the restriction.
 *
 * @example
 * view(current, 'partner', { id: 'nurse-7', organisation: 'St Brannock NHS Trust' }).entries;
 */
export const view = (current: Case, role: Role, who?: Who): CaseView => {
  const seen = current.policy.maySee[role];
  const about = { caseId: current.id, role, version: current.entries.length };
  if (isShutOut(current, role)) return { ...about, whole: false, entries: [] };
  const now = readEntries(current.entries);
  const restriction = restrictionIn(now);
  const closed = restriction !== undefined && !names(restriction, role, who);
  const place = { stage: stageOf(current), state: current.state };
  if (seen === 'everything') {
    if (closed) return { ...about, whole: false, restricted: true, entries: [] };
    const entries = current.entries.map((event, index) => show(event, index + 1, event.by, event.data ?? {}));
    return { ...about, whole: true, ...place, entries };
  }
  const onlooker = { role, who, hands: handsOf(now, who?.organisation) };
  const entries = entriesFor(current, seen, onlooker, new Map(now.map((entry) => [entry.id, entry])));
  return {
    ...about,
    whole: false,
    ...(closed ? { restricted: true } : seen.stage ? place : {}),
    entries: closed ? entries.filter(({ sequence }) => sequence < restriction.since) : entries,
  };
};

/** The case behind a whole view, so that a page can ask the engine while somebody fills in a form; otherwise `undefined`. */
export const caseOf = ({ whole, entries }: CaseView, options: { policy?: Policy } = {}): Case | undefined =>
  whole && entries.length > 0 ? replay(entries as unknown as readonly CaseEvent[], options) : undefined;
