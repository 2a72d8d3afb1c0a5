import type { EventData } from '../case/events.js';
import type { Policy } from '../policy/policy.schema.js';
import { type Move, move } from './move.js';
import { wayIn, wayThrough } from './spine.js';

/** One walk: a part of what can be recorded, told apart finely; the rest of the way in broad steps. */
export type Slice = {
  readonly name: string;
  readonly moves: (policy: Policy) => readonly Move[];
  /** Whether the ways between the stages are held against what they lead to. */
  readonly ways?: boolean;
};

export const because = 'What was found';
export const testFails = {
  ableToDecide: {
    understand: 'no' as const,
    retain: 'yes' as const,
    useOrWeigh: 'yes' as const,
    communicate: 'yes' as const,
  },
  impairment: because,
  supportGiven: [because],
} satisfies Partial<EventData<'capacity.assessed'>>;
export const allYes = { understand: 'yes', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' } as const;
export const noMore = { alternativesOffered: [], wayBackGiven: 'yes' as const };
export const inPrivate = { how: 'inPerson' as const, freeToSpeak: 'yes' as const };

const without = (moves: readonly Move[], ...types: Move['wanted']['type'][]): readonly Move[] =>
  moves.filter(({ wanted }) => !types.includes(wanted.type));

/** Where a pack asks for a second look at every closing, every walk has somebody who takes it. */
const lookAgain = move('closure.approved', { because }, { by: 'manager', other: true, name: 'a manager looks at it' });

export const slice = (
  name: string,
  extra: readonly Move[] | ((policy: Policy) => readonly Move[]),
  leaveOut: Move['wanted']['type'][] = [],
): Slice => ({
  name,
  moves: (policy) => [
    ...without([...wayIn(policy), ...wayThrough], ...leaveOut),
    ...((policy.secondLookOn ?? []).length > 0 ? [lookAgain] : []),
    ...(typeof extra === 'function' ? extra(policy) : extra),
  ],
});
