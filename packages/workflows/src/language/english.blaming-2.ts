import type { VocabularyEntry } from './vocabulary.js';

/** Words that put blame on the person (practice notes of Family Safeguarding; domestic abuse practice). */
export const blaming2: readonly VocabularyEntry[] = [
  {
    code: 'puts-self-at-risk',
    forms: [
      'put[|s|ting] [himself|herself|themselves|themself] at risk',
      'plac[es|ed|ing] [himself|herself|themselves|themself] at risk',
      'put[|s|ting] [himself|herself|themselves] in [danger|vulnerable situations|risky situations]',
      'risky behaviour[|s]',
      'risk taking behaviour[|s]',
      'brought it on [herself|himself|themselves]',
      'ask[ed|ing] for it',
      'exposes [herself|himself|themselves] to',
    ],
    why: 'It moves the blame from whoever does the harm.',
    instead: ['They are at risk from', 'Somebody is using the times when they are alone'],
    cites: 'Making Safeguarding Personal; blame keeps people from asking for help',
  },
  {
    code: 'provoked',
    forms: [
      'provok[es|ed|ing] [him|her|them|the attack|the incident|the assault]',
      'wound him up',
      'antagonis[es|ed|ing] [him|her|them|staff|residents]',
      'contributed to the [abuse|assault|incident]',
      'six of one',
    ],
    why: 'Nothing that a person does makes them answerable for being hurt.',
    instead: ['Before it happened', 'He hit them'],
    cites: 'Making Safeguarding Personal; blame keeps people from asking for help',
  },
  {
    code: 'lifestyle-choice',
    forms: [
      'lifestyle choice[|s]',
      'life style choice[|s]',
      'chosen lifestyle',
      'choice of lifestyle',
      'chaotic lifestyle',
      'chaotic life',
      'chaotic household',
      'chaotic famil[y|ies]',
      'risky lifestyle',
    ],
    why: 'It makes harm sound like a wish, and it ends the talk.',
    instead: ['They told us that', 'There is a lot going on for them'],
    cites: 'Making Safeguarding Personal; blame keeps people from asking for help',
  },
  {
    code: 'own-choice',
    forms: [
      'makes bad choices',
      'made bad choices',
      'poor [life |lifestyle |]choices',
      'makes poor decisions',
      'poor decision making',
    ],
    why: 'It judges. A choice that we would not make may make sense in their life.',
    instead: ['They decided to', 'This matters to them because'],
    cites: 'Making Safeguarding Personal; blame keeps people from asking for help',
  },
  {
    code: 'promiscuous',
    forms: [
      'promiscuous',
      'sexualised behaviour',
      'prostitut[e|es|ing herself|ing himself]',
      'sells [her|his] body',
      'rent boy[|s]',
    ],
    why: 'It shames the person and hides that somebody may be exploiting them.',
    instead: ['They are being sexually exploited', 'They sell sex'],
    cites: 'Making Safeguarding Personal; blame keeps people from asking for help',
  },
];
