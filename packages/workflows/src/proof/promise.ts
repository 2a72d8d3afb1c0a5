import type { EventType } from '../case/events.js';
import type { Wanted } from '../kit/rule.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Watch } from './watch.types.js';

/** Something that no path may do: which event would break it, and when. */
export type Promised<T extends EventType = EventType> = {
  /** What is promised, as one sentence. */
  readonly promise: string;
  readonly cites: string;
  readonly event: T;
  readonly isBroken: (seen: Watch, wanted: Required<Wanted<T>>, policy: Policy) => boolean;
};

export const promise = <T extends EventType>(
  event: T,
  words: string,
  cites: string,
  isBroken: Promised<T>['isBroken'],
): Promised => ({ promise: words, cites, event, isBroken }) as unknown as Promised;

export const answers = (seen: Watch, { limbs }: Policy): (string | undefined)[] =>
  limbs.map(({ code }) => seen.limbs[code]);
export const allMet = (seen: Watch, policy: Policy): boolean =>
  answers(seen, policy).every((answer) => answer === 'met');
export const isEnquiry = ({ route }: Watch): boolean => route === 'statutoryEnquiry' || route === 'otherEnquiry';
export const isStatutory = ({ route }: Watch): boolean => route === 'statutoryEnquiry';
export const nobodyCanAnswer = ({ route, ground }: Watch): boolean =>
  route === 'redirected' && (ground === 'died' || ground === 'duplicate');
export const advocateIsMissing = (seen: Watch): boolean =>
  isStatutory(seen) && seen.advocate === 'needed' && !seen.advocateThere;
export const somebodySpoke = (seen: Watch, speakers: readonly string[]): boolean =>
  speakers.includes('advocate') || (speakers.includes('representative') && !seen.conflicted);

type About = keyof Watch['wishes'];

const against = (seen: Watch, about: readonly About[], part: 'lawful' | 'explained'): boolean =>
  about.some((decision) => seen.wishes[decision] === 'no' && seen.overrides[decision]?.[part] !== true);

export const overriding = (
  event: EventType,
  about: readonly About[],
  applies: (wanted: Wanted) => boolean = () => true,
) => [
  promise(
    event,
    'Nobody goes against a wish without a lawful ground',
    'Care Act 2014 s1(2), s1(3)',
    (seen, wanted) => applies(wanted) && against(seen, about, 'lawful'),
  ),
  promise(
    event,
    'Nobody goes against a wish without telling the person, or saying why not',
    'Care and Support Statutory Guidance 14',
    (seen, wanted) => applies(wanted) && against(seen, about, 'explained'),
  ),
];

export const unanswered = (seen: Watch): boolean =>
  Object.values(seen.outcomes).some(({ answer }) => answer === 'open');
export const notLookedBack = (seen: Watch): boolean =>
  Object.values(seen.outcomes).some(({ answer, lookedBack }) => answer === 'agreed' && !lookedBack);
