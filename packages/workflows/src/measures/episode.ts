import { needsAdvocate } from '../advocacy/advocacy.facts.js';
import type { EventData, EventType } from '../case/events.js';
import { own } from '../kit/own.js';
import type { Entry } from '../kit/slice.js';
import { dayOf } from './calendar.js';
import { addCode, addTypes } from './concerns.js';
import type { Episode, OfferTally, OutcomeTally, Rank } from './tally.types.js';

export const emptyEpisode: Episode = {
  concern: { at: Infinity, types: [], source: 'notRecorded', location: 'notRecorded' },
  heardAt: null,
  decisions: [],
  enquiry: null,
  concluded: null,
  lacks: {},
  advocacy: { considered: false, needed: false, appointed: false, otherSupport: false },
  asked: null,
  outcomes: {},
  wishes: {},
  overrides: {},
  safety: { start: null, end: null },
  exploration: null,
  secondLooks: { byAnother: 0, sameHand: 0 },
  risk: null,
  offers: {},
  closing: null,
};

type Handler<T extends EventType> = (episode: Episode, data: EventData<T>, entry: Entry<T>, at: number) => Episode;

const ranks: Readonly<Record<EventData<'outcome.reviewed'>['view'], Rank>> = {
  person: 3,
  representative: 2,
  advocate: 2,
  practitioner: 1,
};

const changeOutcome = (episode: Episode, id: string, to: Partial<OutcomeTally>): Episode => {
  const outcome = own(episode.outcomes, id);
  return outcome ? { ...episode, outcomes: { ...episode.outcomes, [id]: { ...outcome, ...to } } } : episode;
};

const changeOffer = (episode: Episode, id: string, to: Partial<OfferTally>): Episode => {
  const offer = own(episode.offers, id);
  return offer ? { ...episode, offers: { ...episode.offers, [id]: { ...offer, ...to } } } : episode;
};

const notReviewed = { result: null, rank: 0 } as const;

const hear = (episode: Episode, said: EventData<'conversation.held'> | undefined, at: number): Episode =>
  said?.with.includes('person') && said.freeToSpeak !== 'no' && at < (episode.heardAt ?? Infinity)
    ? { ...episode, heardAt: at }
    : episode;

const decide = (episode: Episode, at: number): Episode => ({ ...episode, decisions: [...episode.decisions, at] });

const overrule: Handler<'wishes.overridden'> = (episode, data) => ({
  ...episode,
  overrides: {
    ...episode.overrides,
    [data.about]: data.explained ? 'explained' : data.notExplainedBecause ? 'couldNotBeExplained' : 'notExplained',
  },
});

/** An override stands until the person's answer changes; it was made all the same, and stays counted. */
const wish: Handler<'wishes.recorded'> = (episode, { about, answer }) => {
  const standing = episode.overrides[about];
  const wishes = { ...episode.wishes, [about]: answer };
  if (episode.wishes[about] === answer || !standing) return { ...episode, wishes };
  const { [about]: _, ...others } = episode.overrides;
  return { ...episode, wishes, overrides: { ...others, [`${about} ${Object.keys(others).length}`]: standing } };
};

/** What a return from closure voids: the exploration, the reviews, the end rating. */
const comeBack = (episode: Episode): Episode => ({
  ...episode,
  exploration: null,
  risk: null,
  safety: { ...episode.safety, end: null },
  outcomes: withoutReviews(episode.outcomes),
});

export const withoutReviews = (outcomes: Episode['outcomes']): Episode['outcomes'] =>
  Object.fromEntries(Object.entries(outcomes).map(([id, outcome]) => [id, { ...outcome, ...notReviewed }]));

const handlers: { readonly [T in EventType]?: Handler<T> } = {
  'concern.raised': (episode, data, _, at) => ({
    ...episode,
    concern: {
      at: Math.min(episode.concern.at, at),
      types: addTypes(episode.concern.types, data.types),
      source: addCode(episode.concern.source, data.sourceOfRisk),
      location: addCode(episode.concern.location, data.location),
    },
  }),
  'conversation.held': (episode, data, _, at) => hear(episode, data, at),
  'wishes.recorded': wish,
  'wishes.overridden': overrule,
  'safety.rated': (episode, { moment, rating }) =>
    rating === undefined || moment === 'checkIn'
      ? episode
      : { ...episode, safety: { ...episode.safety, [moment]: rating } },
  'capacity.assessed': (episode, data) => ({
    ...episode,
    lacks: { ...episode.lacks, [data.decision]: data.conclusion === 'lacksCapacity' },
  }),
  'representative.named': (episode, data) => ({
    ...episode,
    advocacy: { ...episode.advocacy, otherSupport: data.conflicted !== 'yes' },
  }),
  'advocacy.considered': (episode, data) => ({
    ...episode,
    advocacy: {
      ...episode.advocacy,
      considered: true,
      needed: needsAdvocate(data),
      otherSupport: episode.advocacy.otherSupport || (data.appropriatePerson.exists === 'yes' && !needsAdvocate(data)),
    },
  }),
  'advocate.appointed': (episode) => ({ ...episode, advocacy: { ...episode.advocacy, appointed: true } }),
  'advocate.unavailable': (episode) => ({ ...episode, advocacy: { ...episode.advocacy, appointed: false } }),
  'threshold.decided': (episode, { route, ground }, _, at) => {
    const next = ground === 'died' || ground === 'duplicate' ? episode : decide(episode, at);
    if (route === 'statutoryEnquiry') return { ...next, enquiry: 's42' };
    return route === 'otherEnquiry' ? { ...next, enquiry: 'other' } : next;
  },
  'enquiry.concluded': (episode, data, _, at) => ({
    ...decide(episode, at),
    concluded: episode.enquiry && { ...data, enquiry: episode.enquiry },
  }),
  'plan.agreed': (episode, _, __, at) => decide(episode, at),
  'closure.agreed': (episode, _, __, at) => decide(episode, at),
  'outcomes.asked': (episode, { result }) => ({ ...episode, asked: result }),
  'outcome.expressed': (episode, { outcomeId }) => ({
    ...episode,
    outcomes: { ...episode.outcomes, [outcomeId]: { status: 'expressed', ...notReviewed } },
  }),
  'outcome.agreed': (episode, { outcomeId }) => changeOutcome(episode, outcomeId, { status: 'agreed' }),
  'outcome.reworked': (episode, { outcomeId, personAgrees }) =>
    changeOutcome(episode, outcomeId, { status: personAgrees === 'no' ? 'disputed' : 'reworked', ...notReviewed }),
  'outcome.declined': (episode, { outcomeId }) => changeOutcome(episode, outcomeId, { status: 'declined' }),
  'outcome.withdrawn': (episode, { outcomeId }) => changeOutcome(episode, outcomeId, { status: 'withdrawn' }),
  'outcome.reviewed': (episode, { outcomeId, result, view }) =>
    ranks[view] < (own(episode.outcomes, outcomeId)?.rank ?? 0)
      ? episode
      : changeOutcome(episode, outcomeId, { result, rank: ranks[view] }),
  'closure.requested': (episode) => ({ ...episode, exploration: null, risk: null }),
  'closure.explored': (episode, data, { by }, at) => ({
    ...hear(episode, data.conversation, at),
    exploration: { by: by.id, reasons: data.reasons.length > 0 ? [...new Set(data.reasons)].sort() : ['notReached'] },
  }),
  'closure.approved': (episode, _, { by }) => {
    const { byAnother, sameHand } = episode.secondLooks;
    const isAnother = by.role === 'manager' && by.id !== episode.exploration?.by;
    return {
      ...episode,
      secondLooks: isAnother ? { byAnother: byAnother + 1, sameHand } : { byAnother, sameHand: sameHand + 1 },
    };
  },
  'closure.reconsidered': comeBack,
  'closure.overridden': comeBack,
  'risk.reviewed': (episode, { result }) => ({ ...episode, risk: result }),
  'support.offered': (episode, { supportId, kind }) => ({
    ...episode,
    offers: {
      ...episode.offers,
      [supportId]: { kind, answer: null, handedOver: false, confirmed: false, refused: false, withdrawn: false },
    },
  }),
  'support.accepted': (episode, { supportId }) => changeOffer(episode, supportId, { answer: 'accepted' }),
  'support.declined': (episode, { supportId, noReply }) =>
    changeOffer(episode, supportId, { answer: noReply === 'yes' ? 'noReply' : 'declined' }),
  'support.handedOver': (episode, { supportId }) =>
    changeOffer(episode, supportId, { handedOver: true, refused: false }),
  'support.refused': (episode, { supportId }) =>
    changeOffer(episode, supportId, { handedOver: false, confirmed: false, refused: true }),
  'support.withdrawn': (episode, { supportId }) => changeOffer(episode, supportId, { withdrawn: true }),
  'support.confirmed': (episode, { supportId }) => changeOffer(episode, supportId, { confirmed: true }),
  'case.closed': (episode, _, __, at) => ({
    ...episode,
    closing: { on: dayOf(at), reasons: episode.exploration?.reasons ?? ['notExplored'] },
  }),
};

/** One more entry of an episode, by constant work. `at` in milliseconds. */
export const foldEpisode = (episode: Episode, entry: Entry, at: number): Episode => {
  const handler = handlers[entry.type] as
    ((episode: Episode, data: unknown, entry: Entry, at: number) => Episode) | undefined;
  return handler ? handler(episode, entry.data, entry, at) : episode;
};
