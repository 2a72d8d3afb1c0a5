import type { Standing } from '../case/advance.js';
import type { EventData, EventType } from '../case/events.js';
import { settledByOneNotMet } from '../case/read.js';
import { isUnanswered, isUnreviewed } from '../outcomes/outcomes.facts.js';

type Makes = { readonly [T in EventType]?: (standing: Standing) => readonly EventData<T>[] };

/** Stands for words that somebody will write: nobody reads it. */
const words = '-';

const outcomes = (
  { facts }: Standing,
  which: (outcome: Standing['facts']['outcomes']['outcomes'][string]) => boolean,
) => Object.entries(facts.outcomes.outcomes).flatMap(([outcomeId, outcome]) => (which(outcome) ? [outcomeId] : []));

const offers = ({ facts }: Standing, which: (offer: Standing['facts']['stepDown']['offers'][string]) => boolean) =>
  Object.entries(facts.stepDown.offers).flatMap(([supportId, offer]) =>
    !offer.withdrawn && which(offer) ? [supportId] : [],
  );

const newId = (known: Readonly<Record<string, unknown>>): string => {
  let id = 'next';
  while (Object.hasOwn(known, id)) id += '+';
  return id;
};

const alone = (who: 'person' | 'advocate'): EventData<'conversation.held'> => ({
  with: [who],
  how: 'inPerson',
  freeToSpeak: 'yes',
});

/**
 * Data with which an event takes a case further. Only where an answer is missing: nothing here changes an honest answer, and a
 * point of the test that is open counts as met until somebody finds otherwise.
 */
const makes: Makes = {
  'concern.raised': () => [{ whatHappened: words }],
  'conversation.held': () => [alone('person'), alone('advocate')],
  'conversation.notHeld': () => [{ because: words }],
  'wishes.overridden': ({ facts }) =>
    (Object.keys(facts.voice.wishes) as (keyof typeof facts.voice.wishes)[]).map((about) => ({
      about,
      grounds: ['publicInterest'],
      proportionate: words,
      notExplainedBecause: words,
    })),
  'safety.rated': () => [{ moment: 'end', notSaidBecause: words }],
  'bestInterests.decided': () => [{ decision: 'close', inBestInterests: 'yes', who: [], because: words }],
  'advocacy.considered': () => [{ difficulty: [], appropriatePerson: { exists: 'no' } }],
  'advocate.appointed': () => [{ who: words }],
  'danger.reported': () => [{ what: words }],
  'threshold.limbAssessed': ({ policy, facts }) =>
    policy.limbs
      .filter(({ code }) => facts.threshold.limbs[code] === undefined || facts.threshold.limbs[code] === 'unclear')
      .map(({ code }) => ({ limb: code, answer: 'met', because: words })),
  'threshold.decided': (standing) =>
    settledByOneNotMet(standing)
      ? [
          { route: 'noEnquiry', because: words },
          { route: 'otherEnquiry', because: words },
        ]
      : [{ route: 'statutoryEnquiry', because: words }],
  'outcomes.asked': () => [{ result: 'noneExpressed' }],
  'outcome.expressed': ({ facts }) => [{ outcomeId: newId(facts.outcomes.outcomes), words, saidBy: 'person' }],
  'outcome.agreed': (standing) => outcomes(standing, isUnanswered).map((outcomeId) => ({ outcomeId })),
  'outcome.reviewed': (standing) =>
    outcomes(standing, isUnreviewed).map((outcomeId) => ({ outcomeId, result: 'notAchieved', view: 'person' })),
  'plan.agreed': () => [{ actions: [] }],
  'checkIn.scheduled': () => [{ due: '2000-01-01' }],
  'checkIn.recorded': () => [{ makingADifference: 'unsure', stillTheseOutcomes: 'unsure', carryOn: 'unsure' }],
  'enquiry.reported': ({ facts }) =>
    Object.entries(facts.checkIns.enquiries).flatMap(([enquiryId, stands]) =>
      stands === 'caused' ? [{ enquiryId, found: words, enough: 'yes' as const }] : [],
    ),
  'enquiry.concluded': () => [{ result: 'inconclusive', actionTaken: 'no' }],
  'closure.explored': () => [
    { conversation: alone('person'), reasons: ['other'], alternativesOffered: [], wayBackGiven: 'yes' },
  ],
  'closure.overridden': () => [{ because: words }],
  'closure.approved': () => [{ because: words }],
  'risk.reviewed': () => [{ result: 'remains' }],
  'support.offered': ({ facts }) => [{ supportId: newId(facts.stepDown.offers), kind: 'careActAssessment' }],
  'support.notOffered': () => [{ because: words }],
  'support.accepted': (standing) =>
    offers(standing, ({ answer }) => answer === null).map((supportId) => ({ supportId })),
  'support.declined': (standing) =>
    offers(standing, ({ answer }) => answer === null).map((supportId) => ({ supportId, because: words })),
  'support.handedOver': (standing) =>
    offers(standing, ({ handedOver }) => !handedOver).map((supportId) => ({ supportId, to: words })),
  'transfer.accepted': () => [{ by: words }],
  'case.closed': () => [{ because: words }],
  'case.reopened': () => [{ because: words }],
};

/** The ways in which an event of this type takes this case further. */
export const constructive = (standing: Standing, type: EventType): readonly object[] =>
  (makes[type] as ((standing: Standing) => readonly object[]) | undefined)?.(standing) ?? [{}];
