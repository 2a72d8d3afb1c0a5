import type { By, EventOf, EventType, Role } from '../case/events.js';

const START = Date.UTC(2026, 2, 2, 9, 0, 0);
const MINUTE = 60_000;

/** Invented people who record things, one for each role. */
export const people: Readonly<Record<Role, By>> = {
  person: { id: 'person-1', role: 'person', organisation: 'self' },
  representative: { id: 'representative-1', role: 'representative', organisation: 'family' },
  advocate: { id: 'advocate-1', role: 'advocate', organisation: 'Harbour Advocacy' },
  referrer: { id: 'referrer-1', role: 'referrer', organisation: 'Northgate Homes' },
  practitioner: { id: 'practitioner-1', role: 'practitioner', organisation: 'Larkshire Council' },
  manager: { id: 'manager-1', role: 'manager', organisation: 'Larkshire Council' },
  partner: { id: 'partner-1', role: 'partner', organisation: 'St Brannock NHS Trust' },
  system: { id: 'system', role: 'system', organisation: 'Larkshire Council' },
};

/** The case that built events belong to unless they say otherwise. */
export const CASE_ID = '01960000-0000-7000-8000-000000000001';

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

/** A UUID v7 that depends on nothing but the number. */
export const idOf = (number: number): string => `01960000-0000-7000-8000-${hex(number + 0x1000, 12)}`;

type Given<T extends EventType> = {
  readonly number: number;
  readonly type: T;
  readonly data?: EventOf<T>['data'];
  readonly by?: By | Role;
  readonly caseId?: string;
  readonly at?: string;
};

/** An event with everything around its data filled in, the same on every run. */
export const buildEvent = <T extends EventType>({ number, type, data, by, caseId, at }: Given<T>): EventOf<T> =>
  ({
    id: idOf(number),
    caseId: caseId ?? CASE_ID,
    type,
    at: at ?? new Date(START + number * MINUTE).toISOString(),
    by: typeof by === 'object' ? by : people[by ?? defaultRole(type)],
    ...(data === undefined ? {} : { data }),
  }) as EventOf<T>;

const defaultRole = (type: EventType): Role => {
  if (type === 'concern.raised') return 'referrer';
  if (type === 'closure.approved' || type === 'access.restricted' || type === 'access.opened') return 'manager';
  if (type === 'checkIn.fellDue' || type === 'checkIn.wentOverdue' || type === 'timescale.passed') return 'system';
  return 'practitioner';
};
