import type { CaseView, EventData } from '@msp/workflows';
import { readings } from '../stage/readings.js';
import type { Reading } from '../stage/readings.js';
import type { VoiceMessageId } from './voice.messages.js';

type Speaker = 'person' | 'representative' | 'advocate' | 'other';
type How = Extract<VoiceMessageId, `voice.how.${string}`>;
type About = EventData<'wishes.recorded'>['about'];

/** Something that was said: whose words, how they came to us, and when. */
export type Saying = {
  readonly words: string;
  readonly by: Speaker;
  readonly how: How;
  readonly at: string;
  /** The question that it answers, where there was one. */
  readonly about?: About | undefined;
  /** It is not known, or known not to be so, that they were free to speak. */
  readonly notFree?: boolean | undefined;
  /** What was noticed, beside the words or instead of them. */
  readonly noticed?: string | undefined;
};

const speakerIn = (there: readonly string[]): Speaker =>
  there.includes('person') ? 'person' : there.includes('representative') ? 'representative' : 'advocate';

/** Whoever writes it down: the adult’s own words, unless somebody who speaks for them recorded it themselves. */
const speakerOf = ({ by }: Reading): Speaker =>
  by.role === 'representative' || by.role === 'advocate' ? by.role : 'person';

function talk(
  { with: there, how, freeToSpeak, words, observed }: EventData<'conversation.held'>,
  at: string,
  said: string | undefined = words,
  why?: How,
): Saying[] {
  if (said === undefined && observed === undefined) return [];
  return [
    {
      words: said ?? '',
      by: speakerIn(there),
      how: why ?? `voice.how.${how}`,
      at,
      notFree: freeToSpeak !== 'yes',
      noticed: observed,
    },
  ];
}

const requestedBy = (reading: Reading<'closure.requested'>): Speaker => {
  const { wishOf } = reading.data;
  if (wishOf === undefined) return speakerOf(reading);
  return wishOf === 'person' ? 'person' : 'other';
};

function sayingsIn(reading: Reading): Saying[] {
  const { type, data, at } = reading;
  const say = (words: string | undefined, how: How, by: Speaker = speakerOf(reading), about?: About): Saying[] =>
    words === undefined ? [] : [{ words, by, how, at, about }];
  switch (type) {
    case 'concern.raised':
      return data.aboutSelf === 'yes' || reading.by.role === 'person'
        ? say(data.whatHappened, 'voice.how.concern', 'person')
        : say(data.saidAndWants, 'voice.how.told', 'other');
    case 'conversation.held':
      return talk(data, at);
    case 'closure.explored':
      return data.conversation
        ? talk(data.conversation, at, data.words ?? data.conversation.words, 'voice.how.why')
        : say(data.words, 'voice.how.why', 'other');
    case 'closure.requested': {
      const by = requestedBy(reading);
      const isTeam =
        data.wishOf === 'team' || (data.wishOf === undefined && /practitioner|manager/.test(reading.by.role));
      return isTeam ? [] : say(data.words, 'voice.how.request', by);
    }
    case 'wishes.recorded':
      return say(data.words, 'voice.how.wish', speakerOf(reading), data.about);
    case 'safety.rated':
      return say(data.words, 'voice.how.safety');
    case 'disagreement.recorded':
      return say(data.words, 'voice.how.disagreement');
    case 'checkIn.recorded':
      return say(data.words, 'voice.how.checkIn');
    case 'risk.assessed':
      return say(data.asThePersonSeesIt, 'voice.how.risk');
    case 'outcome.reviewed':
      return data.view === 'practitioner' ? [] : say(data.words, 'voice.how.review', data.view);
    case 'experience.recorded':
      return say(data.words, 'voice.how.review', data.answeredBy ?? speakerOf(reading));
    case 'support.accepted':
      return say(data.words, 'voice.how.help');
    case 'consultation.recorded':
      return say(data.said, 'voice.how.consultation', 'other');
    default:
      return [];
  }
}

/** Everything that was said, the newest first: the person’s own words, and apart from them what somebody else said for them. */
export function sayings(view: CaseView | undefined): {
  readonly own: readonly Saying[];
  readonly others: readonly Saying[];
} {
  const all = readings(view).flatMap(sayingsIn).reverse();
  return { own: all.filter(({ by }) => by === 'person'), others: all.filter(({ by }) => by !== 'person') };
}

/** What the person last answered to each of the four questions, and how safe they said they feel, oldest first. */
export type Answers = {
  readonly wishes: ReadonlyMap<About, EventData<'wishes.recorded'>['answer']>;
  readonly safety: readonly { readonly moment: EventData<'safety.rated'>['moment']; readonly rating: number }[];
};

export function answersIn(view: CaseView | undefined): Answers {
  const wishes = new Map<About, EventData<'wishes.recorded'>['answer']>();
  const safety = new Map<string, Answers['safety'][number]>();
  for (const { type, data } of readings(view)) {
    if (type === 'wishes.recorded') wishes.set(data.about, data.answer);
    if (type === 'safety.rated' && data.rating !== undefined) {
      safety.set(data.moment, { moment: data.moment, rating: data.rating });
    }
  }
  return { wishes, safety: [...safety.values()] };
}
