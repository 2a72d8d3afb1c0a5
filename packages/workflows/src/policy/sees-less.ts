import { roles } from '../case/events.js';
import type { Weaker } from './pack-fault.js';
import type { Policy } from './policy.schema.js';
import type { SeenBySome, SeenEntry } from './views.schema.js';
import { rulesOf } from './who-sees.js';

/** Whether one rule shows something, or shows it sooner, that the other keeps back. */
const showsMore = (now: SeenEntry, before: SeenEntry | undefined): boolean =>
  before === undefined ||
  (before.hide ?? []).some((field) => !now.hide?.includes(field)) ||
  (before.when !== undefined && (now.when === undefined || now.when.some((when) => !before.when?.includes(when)))) ||
  (before.raisedBy !== undefined && now.raisedBy === undefined);

const more = (role: string, now: SeenBySome, before: SeenBySome): Weaker[] => [
  ...rulesOf(now).flatMap(([type, rule]): Weaker[] =>
    showsMore(rule, before.events[type]) ? [[`maySee.${role}.events.${type}`, 'shows more than in the base.']] : [],
  ),
  ...((now.stage && !before.stage) || (now.who && !before.who)
    ? [[`maySee.${role}`, 'shows more than in the base.'] as const]
    : []),
];

/** What the base shows the person about themselves, and this pack keeps from them. */
const keptFromThePerson = (now: SeenBySome, before: SeenBySome): Weaker[] => [
  ...rulesOf(before).flatMap(([type, rule]): Weaker[] => {
    const mine = now.events[type];
    return mine === undefined || showsMore(rule, mine)
      ? [[`maySee.person.events.${type}`, 'is kept from the person, and is not in the base.']]
      : [];
  }),
  ...(before.stage && !now.stage ? [['maySee.person.stage', 'is kept from the person.'] as const] : []),
];

/** Nobody sees more than in the base; the person never sees less of what is about them. */
export const seesLess = (pack: Policy, base: Policy): Weaker[] =>
  roles.flatMap((role): Weaker[] => {
    const now = pack.maySee[role];
    const before = base.maySee[role];
    if (before === 'everything') return [];
    if (now === 'everything') return [[`maySee.${role}`, 'shows more than in the base.']];
    return [...more(role, now, before), ...(role === 'person' ? keptFromThePerson(now, before) : [])];
  });
