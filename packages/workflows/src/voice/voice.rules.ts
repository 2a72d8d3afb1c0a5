import type { EventType } from '../case/events.js';
import type { Rule, Situation, Wanted } from '../kit/rule.js';
import type { Override, VoiceFacts } from './voice.facts.js';

type About = keyof VoiceFacts['wishes'];

/** Overrides that this event needs: for each, what is recorded so far. Empty where the event goes against no wish. */
type Needed<T extends EventType> = (situation: Situation, wanted: Wanted<T>) => readonly (Override | undefined)[];

/** Goes against what the person last said about these decisions. */
export const againstWishes = ({ voice }: Situation['facts'], ...about: About[]): (Override | undefined)[] =>
  about.filter((decision) => voice.wishes[decision] === 'no').map((decision) => voice.overrides[decision]);

const isLawful = (override: Override | undefined): boolean => override?.lawful === true;

/** Going against a wish needs a lawful ground, and an explanation to the person (Care Act s1; guidance 14). */
export const overrideRules = <T extends EventType>(needed: Needed<T>): readonly Rule<T>[] => [
  {
    code: 'wishes-not-overridden',
    message:
      'The person said no to this. To go ahead all the same, record the lawful ground and why it is proportionate. If there is none, respect what they want.',
    cites: 'Care Act 2014 s1(2), s1(3); Human Rights Act 1998 Sch 1 Art 8',
    clearedBy: ['wishes.overridden'],
    blocks: (situation, wanted) => needed(situation, wanted).some((override) => !isLawful(override)),
  },
  {
    code: 'override-not-explained',
    message:
      'The person has not been told that you are going against what they want, and why. Explain it to them, or record why that is not possible.',
    cites: 'Care and Support Statutory Guidance 14',
    clearedBy: ['wishes.overridden'],
    blocks: (situation, wanted) =>
      needed(situation, wanted).some((override) => isLawful(override) && override?.explained !== true),
  },
];
