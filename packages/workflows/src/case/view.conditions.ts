import type { Entry } from '../kit/slice.js';
import type { SeenWhen } from '../policy/views.schema.js';
import type { Who } from './access.js';
import type { Role } from './events.js';
import type { Hands } from './hands.js';

/** Who looks, in which role, and what was given to their organisation. */
export type Onlooker = { readonly role: Role; readonly who: Who | undefined; readonly hands: Hands };

type Data = Readonly<Record<string, unknown>>;
type Condition = (entry: Entry, data: Data, onlooker: Onlooker) => boolean;

const isTheirOrganisation = (named: unknown, { who }: Onlooker): boolean =>
  who?.organisation !== undefined && named === who.organisation;

const conditions: Readonly<Record<SeenWhen, Condition>> = {
  explained: (_, { explained }) => explained !== undefined,
  told: (_, { personTold }) => personTold === 'yes',
  theirOwn: ({ by }, _, { role, who }) => by.role === role && by.id === who?.id,
  theirOrganisations: ({ by }, _, onlooker) =>
    by.role === onlooker.role && isTheirOrganisation(by.organisation, onlooker),
  toThem: (_, { to, by }, onlooker) => isTheirOrganisation(to, onlooker) || isTheirOrganisation(by, onlooker),
  inTheirHands: ({ sequence }, { enquiryId }, { hands }) =>
    hands.supports.has(sequence) || (typeof enquiryId === 'string' && hands.enquiries.has(enquiryId)),
};

/** Whether an entry may be seen: any one of the conditions is enough, and none is needed where a pack names none. */
export const isSeenWhen = (
  when: readonly SeenWhen[] | undefined,
  entry: Entry,
  data: object,
  onlooker: Onlooker,
): boolean => when === undefined || when.some((name) => conditions[name](entry, data as Data, onlooker));
