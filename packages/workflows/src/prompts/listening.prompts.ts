import type { PromptRule } from './prompt.js';

const GUIDANCE = 'Care and Support Statutory Guidance 14';

/** Hearing the person: what they say, want and fear, and what makes it easier for them. */
export const listeningPrompts: readonly PromptRule[] = [
  {
    code: 'speak-with-the-person',
    message: 'Nobody has heard the person yet. Talk with them, somewhere they are free to speak.',
    cites: 'Care Act 2014 s1(3)(e)',
    event: 'conversation.held',
    when: ({ state }) => state.voice === 'unheard',
  },
  {
    code: 'words-missing',
    message: 'So far only other people’s words are written down. What does the person say?',
    cites: GUIDANCE,
    event: 'conversation.held',
    when: ({ facts, state }) => state.voice === 'heard' && !facts.prompts.ownWords,
  },
  {
    code: 'ask-what-they-want',
    message: 'Ask the person what they would like to happen.',
    cites: 'Care Act 2014 s1(3)(b)',
    event: 'outcomes.asked',
    when: ({ facts }) => !facts.outcomes.asked && Object.keys(facts.outcomes.outcomes).length === 0,
  },
  {
    code: 'ask-how-safe',
    message: 'Ask the person how safe they feel now, so that you can ask again at the end.',
    cites: GUIDANCE,
    event: 'safety.rated',
    when: ({ facts }) => !facts.prompts.startSafetySaid,
  },
  {
    code: 'ask-wishes',
    message:
      'It is not known if the person wants you to look into this, tell others, act, or assess their needs. Ask them.',
    cites: 'Care Act 2014 s1(3)(b), s1(3)(e)',
    event: 'wishes.recorded',
    when: ({ facts }) => !facts.prompts.wishesAsked,
  },
  {
    code: 'safe-contact-unknown',
    message: 'It is not known how and when it is safe to contact the person. Find out before you call or write.',
    cites: GUIDANCE,
    event: 'conversation.held',
    when: ({ facts, state }) => state.voice === 'unheard' && !facts.prompts.safeContactKnown,
  },
  {
    code: 'agree-adjustments',
    message: 'Something makes it harder for the person to take part. Agree with them what would help.',
    cites: 'Equality Act 2010 s20',
    event: 'adjustment.agreed',
    when: ({ facts }) => facts.prompts.needsAdjustment && !facts.prompts.adjusted,
  },
  {
    code: 'consider-advocate',
    message: 'Think about whether the person needs somebody independent on their side.',
    cites: 'Care Act 2014 s67, s68',
    event: 'advocacy.considered',
    when: ({ facts }) => !facts.advocacy.considered,
  },
  {
    code: 'consider-capacity-for-this-decision',
    message: 'The person may find this decision hard. Help them to make it, and find out if they can.',
    cites: 'Mental Capacity Act 2005 s1(3), s2, s3',
    event: 'capacity.assessed',
    when: ({ facts }) => facts.prompts.mayLackCapacity && !facts.prompts.capacityAssessed,
  },
];
