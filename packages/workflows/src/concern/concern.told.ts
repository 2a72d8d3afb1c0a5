import * as z from 'zod/mini';
import { adultAtRisk, concernEvents } from './concern.events.js';

/** So many adults at most are told of together. */
const MOST_OTHERS = 9;

/** What somebody tells at once: of one adult, and of others who may be at risk in the same place. */
export const toldConcernSchema = z.extend(concernEvents['concern.raised'], {
  alsoAbout: z.optional(z.array(adultAtRisk).check(z.maxLength(MOST_OTHERS))),
});

export type ToldConcern = z.output<typeof toldConcernSchema>;
type Raised = z.output<(typeof concernEvents)['concern.raised']>;

/** What was said of the first adult alone, and would be untrue of anybody else. */
const ofTheFirst = [
  'alsoAbout',
  'aboutSelf',
  'carerKnown',
  'pressure',
  'answeredFor',
  'spokenWithPerson',
  'saidAndWants',
  'notSpokenBecause',
  'personKnowsOfConcern',
  'personAgrees',
  'whoseIdea',
] as const satisfies readonly (keyof ToldConcern)[];

/** Somebody who told of themselves is the referrer of the others, and stays unnamed to them until they say otherwise. */
const referrerOf = ({ aboutSelf, adult, referrer }: ToldConcern): Raised['referrer'] =>
  aboutSelf === 'yes'
    ? { ...(adult?.name !== undefined && { name: adult.name }), stayAnonymousToPerson: 'yes' }
    : referrer;

/**
 * The data of one `concern.raised` for each adult who was told of, the first one first: each has a case of their own, with
 * what happened and where. What the first one said and wants, and whether they know of it, stays with them.
 *
 * Source: Care Act 2014 s42 speaks of one adult; Care and Support Statutory Guidance 14.13 on looking at wider risks.
 */
export const concernsOf = (told: ToldConcern): readonly [Raised, ...Raised[]] => {
  const { alsoAbout = [], ...first } = told;
  const shared = Object.fromEntries(
    Object.entries(told).filter(([field]) => !(ofTheFirst as readonly string[]).includes(field)),
  ) as Raised;
  const referrer = referrerOf(told);
  return [first, ...alsoAbout.map((adult) => ({ ...shared, adult, ...(referrer && { referrer }) }))];
};
