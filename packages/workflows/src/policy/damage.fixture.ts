import type { EventType, Role } from '../case/events.js';
import { englandCareAct } from './england-care-act.js';
import type { Policy } from './policy.schema.js';
import { readPolicy } from './read-policy.js';
import type { SeenEntry } from './views.schema.js';

/** A good pack with something changed, as it would be written down. */
export const changed = (base: Policy, change: object): unknown => ({ ...structuredClone(base), ...change });

export const faultsOf = (value: unknown, base?: Policy): string[] => {
  const read = readPolicy(value, base ? { base } : {});
  return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path}`);
};

export const recordedBy = (type: EventType, ...roles: readonly Role[]): { mayRecord: Policy['mayRecord'] } => ({
  mayRecord: { ...englandCareAct.mayRecord, [type]: [...roles] },
});

/** England's views, with more for one role; what is `undefined` is taken out. */
export const seenBy = (
  role: Role,
  events: Readonly<Partial<Record<EventType, SeenEntry | undefined>>>,
  more: object = {},
): { maySee: Policy['maySee'] } => {
  const before = englandCareAct.maySee[role];
  const kept = before === 'everything' ? { stage: true, who: true, events: {} } : before;
  const all = Object.entries({ ...kept.events, ...events }).filter(([, rule]) => rule !== undefined);
  return {
    maySee: { ...englandCareAct.maySee, [role]: { ...kept, ...more, events: Object.fromEntries(all) } },
  };
};
