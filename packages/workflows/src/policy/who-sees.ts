import { type EventType, type Role, roles } from '../case/events.js';
import { type PolicyFault, fault } from './pack-fault.js';
import type { Policy } from './policy.schema.js';
import type { SeenBySome, SeenEntry, SeenWhen } from './views.schema.js';

type Seen = readonly (readonly [EventType, SeenEntry])[];

export const rulesOf = (seen: SeenBySome): Seen => Object.entries(seen.events) as unknown as Seen;

const only = (rule: SeenEntry, ...allowed: readonly SeenWhen[]): boolean =>
  rule.when !== undefined && rule.when.every((when) => allowed.includes(when));

/** What the person said. They see it, and those who only raised a concern never do. */
const personsWords: readonly EventType[] = [
  'conversation.held',
  'wishes.recorded',
  'safety.rated',
  'outcome.expressed',
  'closure.requested',
  'closure.explored',
  'experience.recorded',
  'disagreement.recorded',
];

/** That it was received, that somebody looks at it, and what they were told. */
const toldToReferrer: readonly EventType[] = ['concern.acknowledged', 'case.allocated', 'feedback.given'];
const referrersOwn: readonly EventType[] = ['concern.raised', 'danger.reported', 'information.received'];

const referrerMaySee = (type: EventType, rule: SeenEntry): boolean =>
  toldToReferrer.includes(type) || (referrersOwn.includes(type) && only(rule, 'theirOwn'));

/** A correction shows nothing that the corrected entry does not show. */
const partnerMaySee = (type: EventType, rule: SeenEntry): boolean =>
  type === 'entry.corrected' || only(rule, 'theirOwn', 'theirOrganisations', 'toThem', 'inTheirHands');

/** When the person, and those beside them, may see what could put somebody at risk or has to be told to them first. */
const firstSo: Readonly<Partial<Record<EventType, SeenWhen>>> = {
  'danger.reported': 'theirOwn',
  'information.received': 'theirOwn',
  'information.shared': 'told',
  'wishes.overridden': 'explained',
};

const neverBesideThePerson: readonly EventType[] = ['access.restricted', 'access.opened', 'consultation.recorded'];

const besideThePersonMaySee = (type: EventType, rule: SeenEntry): boolean => {
  const condition = firstSo[type];
  if (type === 'concern.raised') return rule.raisedBy === 'ifTheyAgreed';
  return !neverBesideThePerson.includes(type) && (condition === undefined || only(rule, condition));
};

type Test = readonly [maySee: (type: EventType, rule: SeenEntry) => boolean, why: string];

const besideThePerson: Test = [besideThePersonMaySee, 'It could put somebody at risk, or has to be told first.'];

const tests: Readonly<Record<Exclude<Role, 'practitioner' | 'manager'>, Test>> = {
  person: besideThePerson,
  representative: besideThePerson,
  advocate: besideThePerson,
  referrer: [referrerMaySee, 'Whoever raised a concern sees that it was received and what they were told.'],
  partner: [partnerMaySee, 'Another organisation sees its own part alone.'],
  system: [() => false, 'No machine reads what people said.'],
};

const faultsFor = (role: keyof typeof tests, seen: Policy['maySee'][Role]): PolicyFault[] => {
  const path = `maySee.${role}`;
  if (seen === 'everything') return [fault('unsafe', path, 'Only the council’s own staff see everything.')];
  const [maySee, why] = tests[role];
  return [
    ...rulesOf(seen).flatMap(([type, rule]) =>
      maySee(type, rule) ? [] : [fault('unsafe', `${path}.events.${type}`, why)],
    ),
    ...(role === 'referrer' && (seen.stage || seen.who)
      ? [fault('unsafe', path, 'Whoever raised a concern does not see where the case stands, or who works on it.')]
      : []),
  ];
};

const keptFromThePerson = ({ maySee: { person } }: Policy): PolicyFault[] =>
  personsWords.flatMap((type) => {
    const rule = person === 'everything' ? {} : person.events[type];
    return rule && rule.when === undefined
      ? []
      : [fault('unsafe', `maySee.person.events.${type}`, 'The person sees what they said.')];
  });

/** What is wrong with who sees what, whatever the nation. */
export const wrongEyes = (policy: Policy): PolicyFault[] => [
  ...roles.flatMap((role) =>
    role === 'practitioner' || role === 'manager' ? [] : faultsFor(role, policy.maySee[role]),
  ),
  ...keptFromThePerson(policy),
];
