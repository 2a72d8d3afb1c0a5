import type { EventData } from '../case/events.js';
import type { Slice } from '../kit/slice.js';

type CheckIn = EventData<'checkIn.recorded'>;

/** What prompts read and no rule does. */
export type PromptFacts = {
  readonly safeContactKnown: boolean;
  /** Somebody said how the person communicates, or where they would have difficulty. */
  readonly needsAdjustment: boolean;
  /** They may find it hard to understand, remember or weigh things up. */
  readonly mayLackCapacity: boolean;
  readonly adjusted: boolean;
  readonly capacityAssessed: boolean;
  readonly startSafetySaid: boolean;
  readonly wishesAsked: boolean;
  /** Words that the person said themselves, on their own behalf. */
  readonly ownWords: boolean;
  /** The person raised it themselves: nobody else waits to hear. */
  readonly aboutSelf: boolean;
  readonly referrerTold: boolean;
  readonly concerns: number;
  readonly linked: boolean;
  readonly checkInPlanned: boolean;
  readonly lastCheckIn: Pick<CheckIn, 'makingADifference' | 'carryOn'> | null;
  readonly planReviewDated: boolean;
  readonly livesInCare: boolean;
  readonly askedOthers: boolean;
};

const empty: PromptFacts = {
  safeContactKnown: false,
  needsAdjustment: false,
  mayLackCapacity: false,
  adjusted: false,
  capacityAssessed: false,
  startSafetySaid: false,
  wishesAsked: false,
  ownWords: false,
  aboutSelf: false,
  referrerTold: false,
  concerns: 0,
  linked: false,
  checkInPlanned: false,
  lastCheckIn: null,
  planReviewDated: false,
  livesInCare: false,
  askedOthers: false,
};

/** Places where somebody may be kept from leaving (Mental Capacity Act 2005 Sch A1). */
const careSettings: readonly string[] = [
  'careHomeNursing',
  'careHomeResidential',
  'hospitalAcute',
  'hospitalMentalHealth',
  'hospitalCommunity',
];

const saidByPerson = (facts: PromptFacts, words: string | undefined): PromptFacts =>
  words === undefined ? facts : { ...facts, ownWords: true };

const talked = (facts: PromptFacts, { with: people, words, observed }: EventData<'conversation.held'>): PromptFacts =>
  people.includes('person') ? saidByPerson(facts, words ?? observed) : facts;

/** Facts that only prompts read. Nothing here is ever a reason to refuse. */
export const promptsSlice: Slice<PromptFacts> = {
  empty,
  on: {
    'concern.raised': (facts, { data }) => ({
      ...facts,
      concerns: facts.concerns + 1,
      aboutSelf: facts.aboutSelf || data.aboutSelf === 'yes',
      ownWords: facts.ownWords || data.aboutSelf === 'yes',
      safeContactKnown: facts.safeContactKnown || data.adult?.safeContact !== undefined,
      needsAdjustment: facts.needsAdjustment || data.adult?.communication !== undefined,
      livesInCare: facts.livesInCare || (data.location !== undefined && careSettings.includes(data.location)),
    }),
    'conversation.held': (facts, { data }) => talked(facts, data),
    'closure.explored': (facts, { data }) => {
      const heard = data.conversation ? talked(facts, data.conversation) : facts;
      const unsure = data.understands === 'no' || data.understands === 'unsure';
      return saidByPerson(unsure ? { ...heard, mayLackCapacity: true } : heard, data.words);
    },
    'closure.requested': (facts, { data, by }) =>
      data.wishOf === 'person' || (data.wishOf === undefined && by.role === 'person')
        ? saidByPerson(facts, data.words)
        : facts,
    'wishes.recorded': (facts, { data }) => saidByPerson({ ...facts, wishesAsked: true }, data.words),
    'safety.rated': (facts, { data }) =>
      saidByPerson({ ...facts, startSafetySaid: facts.startSafetySaid || data.moment === 'start' }, data.words),
    'outcome.expressed': (facts, { data }) => (data.saidBy === 'person' ? saidByPerson(facts, data.words) : facts),
    'adjustment.agreed': (facts) => ({ ...facts, adjusted: true }),
    'advocacy.considered': (facts, { data }) => ({
      ...facts,
      needsAdjustment: facts.needsAdjustment || data.difficulty.length > 0,
      mayLackCapacity: facts.mayLackCapacity || data.difficulty.some((part) => part !== 'communicate'),
    }),
    'capacity.assessed': (facts) => ({ ...facts, capacityAssessed: true }),
    'feedback.given': (facts) => ({ ...facts, referrerTold: true }),
    'case.linked': (facts) => ({ ...facts, linked: true }),
    'checkIn.scheduled': (facts) => ({ ...facts, checkInPlanned: true }),
    'checkIn.recorded': (facts, { data }) => ({
      ...facts,
      checkInPlanned: data.nextDue !== undefined,
      lastCheckIn: { makingADifference: data.makingADifference, carryOn: data.carryOn },
    }),
    'checkIn.missed': (facts) => ({ ...facts, checkInPlanned: false }),
    'outcomes.reopened': (facts) => ({ ...facts, lastCheckIn: null }),
    'plan.reviewed': (facts, { data }) => ({ ...facts, planReviewDated: data.nextDate !== undefined }),
    'information.requested': (facts) => ({ ...facts, askedOthers: true }),
    'meeting.held': (facts) => ({ ...facts, askedOthers: true }),
  },
  reopened: (facts) => ({
    ...facts,
    startSafetySaid: false,
    checkInPlanned: false,
    lastCheckIn: null,
    referrerTold: false,
    askedOthers: false,
  }),
};
