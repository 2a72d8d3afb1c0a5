import type { EventData } from '../case/events.js';
import type { Slice } from '../kit/slice.js';

type About = EventData<'wishes.recorded'>['about'];
type Answer = EventData<'wishes.recorded'>['answer'];
type Conversation = EventData<'conversation.held'>;

export type Override = { readonly lawful: boolean; readonly explained: boolean; readonly at: number };

export type VoiceFacts = {
  /** Last time each was heard, free to speak. */
  readonly personHeardAt: number;
  readonly representativeHeardAt: number;
  readonly advocateHeardAt: number;
  readonly notHeldAt: number;
  readonly representativeConflicted: boolean;
  readonly wishes: Readonly<Partial<Record<About, Answer>>>;
  readonly overrides: Readonly<Partial<Record<About, Override>>>;
  readonly endSafetySaid: boolean;
  readonly disagreesWithClosingAt: number;
};

const hear = (facts: VoiceFacts, conversation: Conversation, sequence: number): VoiceFacts => {
  if (conversation.freeToSpeak === 'no') return facts;
  const heard = (who: Conversation['with'][number], before: number) =>
    conversation.with.includes(who) ? sequence : before;
  return {
    ...facts,
    personHeardAt: heard('person', facts.personHeardAt),
    representativeHeardAt: heard('representative', facts.representativeHeardAt),
    advocateHeardAt: heard('advocate', facts.advocateHeardAt),
  };
};

/** An override stands until the person's answer changes. */
const keepOverride = (facts: VoiceFacts, about: About, answer: Answer): VoiceFacts['overrides'] => {
  if (facts.wishes[about] === answer) return facts.overrides;
  const { [about]: _, ...others } = facts.overrides;
  return others;
};

export const voiceSlice: Slice<VoiceFacts> = {
  empty: {
    personHeardAt: 0,
    representativeHeardAt: 0,
    advocateHeardAt: 0,
    notHeldAt: 0,
    representativeConflicted: false,
    wishes: {},
    overrides: {},
    endSafetySaid: false,
    disagreesWithClosingAt: 0,
  },
  on: {
    'conversation.held': (facts, { data, sequence }) => hear(facts, data, sequence),
    'closure.explored': (facts, { data, sequence }) =>
      data.conversation ? hear(facts, data.conversation, sequence) : facts,
    'conversation.notHeld': (facts, { sequence }) => ({ ...facts, notHeldAt: sequence }),
    'representative.named': (facts, { data }) => ({ ...facts, representativeConflicted: data.conflicted === 'yes' }),
    'wishes.recorded': (facts, { data }) => ({
      ...facts,
      wishes: { ...facts.wishes, [data.about]: data.answer },
      overrides: keepOverride(facts, data.about, data.answer),
    }),
    'wishes.overridden': (facts, { data, sequence }) => ({
      ...facts,
      overrides: {
        ...facts.overrides,
        [data.about]: {
          lawful: data.grounds.length > 0,
          explained: data.explained !== undefined || data.notExplainedBecause !== undefined,
          at: sequence,
        },
      },
    }),
    'safety.rated': (facts, { data }) => (data.moment === 'end' ? { ...facts, endSafetySaid: true } : facts),
    'disagreement.recorded': (facts, { data, sequence }) =>
      data.about === 'closing' ? { ...facts, disagreesWithClosingAt: sequence } : facts,
  },
  returned: (facts) => ({ ...facts, endSafetySaid: false, disagreesWithClosingAt: 0 }),
  reopened: (facts) => ({
    ...facts,
    personHeardAt: 0,
    representativeHeardAt: 0,
    advocateHeardAt: 0,
    notHeldAt: 0,
    overrides: {},
    endSafetySaid: false,
    disagreesWithClosingAt: 0,
  }),
};

const representativeCountsAt = (facts: VoiceFacts): number =>
  facts.representativeConflicted ? 0 : facts.representativeHeardAt;

/** Somebody who may speak for the person, and has no conflict of interest, was heard after the given sequence. */
export const spokenForSince = (facts: VoiceFacts, sequence: number): boolean =>
  Math.max(representativeCountsAt(facts), facts.advocateHeardAt) > sequence;

/** The person could not be reached: the last thing known is a conversation that did not happen. */
const notReached = (facts: VoiceFacts): boolean => facts.notHeldAt > facts.personHeardAt;

/**
 * A conversation counts as hearing the person: they were free to speak; or somebody spoke for them because they lack capacity
 * for it or could not be reached (Care Act s1(3)(e); guidance 14).
 */
export const isHeard = (facts: VoiceFacts, lacksCapacity: boolean): boolean =>
  facts.personHeardAt > 0 || ((lacksCapacity || notReached(facts)) && spokenForSince(facts, 0));
