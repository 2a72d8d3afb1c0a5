import type { EventData, EventType } from '../case/events.js';
import type { Wanted } from '../kit/rule.js';
import type { Watch, WatchedOffer, WatchedOutcome } from './watch.types.js';

const sinceReturning = {
  explored: false,
  exploredBy: null,
  reasons: [],
  privacyNotKnown: false,
  disagrees: false,
  notLookedAt: [],
  risk: null,
  endSafety: false,
  transferred: false,
} satisfies Partial<Watch>;

const sinceOpening = {
  ...sinceReturning,
  limbs: {},
  route: null,
  ground: null,
  heard: false,
  notHeldSaid: false,
  speakers: [],
  speakersSinceAsked: [],
  lacks: {},
  advocate: 'notConsidered',
  advocateAsked: false,
  advocateThere: false,
  asked: false,
  overrides: {},
  enquiries: {},
  concludedOn: null,
  stopIsTheirs: false,
  offers: {},
  nothingOffered: false,
} satisfies Partial<Watch>;

export const nothingSeen: Watch = {
  ...sinceOpening,
  closed: false,
  danger: false,
  conflicted: false,
  best: {},
  outcomes: {},
  wishes: {},
  othersAtRisk: false,
};

const isEnquiry = (route: string | null): boolean => route === 'statutoryEnquiry' || route === 'otherEnquiry';

const withoutClosing = ({ close: _, ...best }: Watch['best']): Watch['best'] => best;

const notLookedBack = (outcomes: Watch['outcomes']): Watch['outcomes'] =>
  Object.fromEntries(Object.entries(outcomes).map(([id, outcome]) => [id, { ...outcome, lookedBack: false }]));

const returned = (seen: Watch): Watch => ({
  ...seen,
  ...sinceReturning,
  best: withoutClosing(seen.best),
  outcomes: notLookedBack(seen.outcomes),
  route: isEnquiry(seen.route) ? seen.route : null,
});

const reopened = (seen: Watch): Watch => ({
  ...seen,
  ...sinceOpening,
  closed: false,
  best: withoutClosing(seen.best),
  outcomes: notLookedBack(seen.outcomes),
});

const outcome = (seen: Watch, id: string, to: Partial<WatchedOutcome>): Watch => {
  const before = seen.outcomes[id];
  return before ? { ...seen, outcomes: { ...seen.outcomes, [id]: { ...before, ...to } } } : seen;
};

const offer = (seen: Watch, id: string, to: Partial<WatchedOffer>): Watch => {
  const before = seen.offers[id];
  return before ? { ...seen, offers: { ...seen.offers, [id]: { ...before, ...to } } } : seen;
};

type Talk = EventData<'conversation.held'>;

const talked = (seen: Watch, { with: people, freeToSpeak }: Talk): Watch => {
  if (freeToSpeak === 'no') return seen;
  const others = people.filter((who) => who !== 'person');
  return {
    ...seen,
    heard: seen.heard || people.includes('person'),
    speakers: [...new Set([...seen.speakers, ...others])].sort(),
    speakersSinceAsked: [...new Set([...seen.speakersSinceAsked, ...others])].sort(),
  };
};

const saysOthersAtRisk = (others: { adults: string; children: string }): boolean =>
  others.adults === 'yes' || others.children === 'yes';

const canBeSupported = (who: EventData<'advocacy.considered'>['appropriatePerson']): boolean =>
  who.exists === 'yes' &&
  who.paid === 'no' &&
  who.conflicted === 'no' &&
  (who.personAgrees === 'yes' || who.inBestInterests === 'yes');

const considered = (seen: Watch, { difficulty, appropriatePerson }: EventData<'advocacy.considered'>): Watch =>
  difficulty.length === 0 || canBeSupported(appropriatePerson)
    ? { ...seen, advocate: 'notNeeded', advocateThere: false }
    : { ...seen, advocate: 'needed' };

const comesToLight = (seen: Watch, what: Watch['notLookedAt'][number]): Watch['notLookedAt'] =>
  seen.notLookedAt.includes(what) ? seen.notLookedAt : [...seen.notLookedAt, what].sort();

type Seeing = { readonly [T in EventType]?: (seen: Watch, wanted: Required<Wanted<T>>) => Watch };

const seeing: Seeing = {
  'concern.raised': (seen, { data }) => ({
    ...seen,
    danger: seen.danger || data.immediateDanger === 'yes',
    ...(data.othersAtRisk && saysOthersAtRisk(data.othersAtRisk)
      ? { othersAtRisk: true, notLookedAt: comesToLight(seen, 'others') }
      : {}),
  }),
  'danger.reported': (seen) => ({ ...seen, danger: true }),
  'danger.eased': (seen) => ({ ...seen, danger: false }),
  'risk.assessed': (seen, { data: { othersAtRisk } }) => {
    if (!othersAtRisk) return seen;
    const others = saysOthersAtRisk(othersAtRisk);
    return { ...seen, othersAtRisk: others, notLookedAt: others ? comesToLight(seen, 'others') : seen.notLookedAt };
  },
  'conversation.held': (seen, { data }) => talked(seen, data),
  'conversation.notHeld': (seen) => ({ ...seen, notHeldSaid: true }),
  'representative.named': (seen, { data }) => ({ ...seen, conflicted: data.conflicted === 'yes' }),
  'wishes.recorded': (seen, { data: { about, answer } }) => {
    const { [about]: standing, ...others } = seen.overrides;
    const overrides = seen.wishes[about] === answer && standing ? { ...others, [about]: standing } : others;
    return { ...seen, wishes: { ...seen.wishes, [about]: answer }, overrides };
  },
  'wishes.overridden': (seen, { data }) => ({
    ...seen,
    overrides: {
      ...seen.overrides,
      [data.about]: {
        lawful: data.grounds.length > 0,
        explained: data.explained !== undefined || data.notExplainedBecause !== undefined,
        sinceAsked: true,
      },
    },
  }),
  'safety.rated': (seen, { data }) => ({ ...seen, endSafety: seen.endSafety || data.moment === 'end' }),
  'disagreement.recorded': (seen, { data }) =>
    data.about === 'closing' ? { ...seen, disagrees: true, notLookedAt: comesToLight(seen, 'disagreement') } : seen,
  'capacity.assessed': (seen, { data }) => ({
    ...seen,
    lacks: { ...seen.lacks, [data.decision]: data.conclusion === 'lacksCapacity' },
  }),
  'bestInterests.decided': (seen, { data }) => ({
    ...seen,
    best: { ...seen.best, [data.decision]: data.inBestInterests === 'yes' },
  }),
  'advocacy.considered': (seen, { data }) => considered(seen, data),
  'advocate.requested': (seen) => ({ ...seen, advocateAsked: true, advocateThere: false }),
  'advocate.appointed': (seen) => ({ ...seen, advocateThere: true }),
  'advocate.unavailable': (seen) => ({ ...seen, advocateThere: false }),
  'threshold.limbAssessed': (seen, { data }) => ({ ...seen, limbs: { ...seen.limbs, [data.limb]: data.answer } }),
  'threshold.decided': (seen, { data }) => ({ ...seen, route: data.route, ground: data.ground ?? null }),
  'outcomes.asked': (seen) => ({ ...seen, asked: true }),
  'outcome.expressed': (seen, { data }) => ({
    ...seen,
    outcomes: { ...seen.outcomes, [data.outcomeId]: { answer: 'open', lookedBack: false } },
  }),
  'outcome.agreed': (seen, { data }) => outcome(seen, data.outcomeId, { answer: 'agreed' }),
  'outcome.reworked': (seen, { data }) =>
    outcome(seen, data.outcomeId, { answer: data.personAgrees === 'no' ? 'open' : 'agreed', lookedBack: false }),
  'outcome.declined': (seen, { data }) => outcome(seen, data.outcomeId, { answer: 'declined' }),
  'outcome.withdrawn': (seen, { data }) => outcome(seen, data.outcomeId, { answer: 'withdrawn' }),
  'outcome.reviewed': (seen, { data }) => outcome(seen, data.outcomeId, { lookedBack: true }),
  'enquiry.caused': (seen, { data }) => ({ ...seen, enquiries: { ...seen.enquiries, [data.enquiryId]: false } }),
  'enquiry.reported': (seen, { data }) => ({ ...seen, enquiries: { ...seen.enquiries, [data.enquiryId]: true } }),
  'enquiry.concluded': (seen) => ({ ...seen, concludedOn: seen.route }),
  'closure.requested': (seen, { data, by }) => ({
    ...seen,
    ...sinceReturning,
    disagrees: seen.disagrees,
    endSafety: seen.endSafety,
    notLookedAt: ['choice', 'disagreement', 'others'],
    stopIsTheirs: data.wishOf === 'person' || (data.wishOf === undefined && by.role === 'person'),
    speakersSinceAsked: [],
    overrides: Object.fromEntries(
      Object.entries(seen.overrides).map(([about, override]) => [about, { ...override, sinceAsked: false }]),
    ),
  }),
  'closure.explored': (seen, { data, by }) => ({
    ...(data.conversation ? talked(seen, data.conversation) : seen),
    explored: true,
    exploredBy: by.id ?? null,
    reasons: data.reasons,
    privacyNotKnown: data.conversation?.freeToSpeak === 'notKnown',
    // Somebody else's look at an earlier exploration says nothing of this one, nor of what came up before it.
    notLookedAt: ['choice', 'disagreement', 'others'],
  }),
  'closure.approved': (seen, { by }) => ({
    ...seen,
    notLookedAt: by.role === 'manager' && by.id !== seen.exploredBy ? [] : seen.notLookedAt,
  }),
  'closure.reconsidered': returned,
  'closure.overridden': returned,
  'risk.reviewed': (seen, { data }) => ({ ...seen, risk: data.result }),
  'support.offered': (seen, { data: { supportId, kind } }) => ({
    ...seen,
    offers: { ...seen.offers, [supportId]: { kind, answer: null, withSomebody: false, withdrawn: false } },
  }),
  'support.notOffered': (seen) => ({ ...seen, nothingOffered: true }),
  'support.accepted': (seen, { data }) => offer(seen, data.supportId, { answer: 'accepted' }),
  'support.declined': (seen, { data }) => offer(seen, data.supportId, { answer: 'declined' }),
  'support.handedOver': (seen, { data }) => offer(seen, data.supportId, { withSomebody: true }),
  'support.refused': (seen, { data }) => offer(seen, data.supportId, { withSomebody: false }),
  'support.withdrawn': (seen, { data }) => offer(seen, data.supportId, { withdrawn: true }),
  'transfer.accepted': (seen) => ({ ...seen, transferred: true }),
  'case.closed': (seen) => ({ ...seen, closed: true }),
};

/** One more event seen. */
export const watch = (seen: Watch, wanted: Wanted): Watch => {
  const { type } = wanted;
  const before = seen.closed && (type === 'case.reopened' || type === 'danger.reported') ? reopened(seen) : seen;
  const see = seeing[type] as ((seen: Watch, wanted: Wanted) => Watch) | undefined;
  return see ? see(before, wanted) : before;
};
