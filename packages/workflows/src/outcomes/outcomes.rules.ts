import { advocateOwed } from '../advocacy/advocacy.rules.js';
import type { Rule, Rules } from '../kit/rule.js';
import { againstWishes, overrideRules } from '../voice/voice.rules.js';
import { isUnanswered, isUnreviewed } from './outcomes.facts.js';

const outcomesNotAsked: Rule<'plan.agreed'> = {
  code: 'outcomes-not-asked',
  message:
    'The person has not been asked what they want to happen. Ask them first, or record why that was not possible.',
  cites: 'Care Act 2014 s1(3)(b); Care and Support Statutory Guidance 14',
  clearedBy: ['outcomes.asked'],
  blocks: ({ facts }) => !facts.outcomes.asked,
};

/** Every outcome that somebody expressed gets an honest answer: agreed, reworked with them, or declined with a reason. */
export const outcomeUnanswered: Rule = {
  code: 'outcome-unanswered',
  message: ({ facts }) => {
    const open = Object.values(facts.outcomes.outcomes).filter(isUnanswered).length;
    return `${open === 1 ? 'One thing' : `${open} things`} the person asked for ${open === 1 ? 'has' : 'have'} no answer yet. Agree it, rework it with them, or say honestly why it cannot be done and what you offer instead.`;
  },
  cites: 'Care and Support Statutory Guidance 14: making safeguarding personal',
  clearedBy: ['outcome.agreed'],
  blocks: ({ facts }) => Object.values(facts.outcomes.outcomes).some(isUnanswered),
};

export const outcomeNotReviewed: Rule = {
  code: 'outcome-not-reviewed',
  message: 'Look back together at each thing that was agreed: was it achieved, partly achieved or not?',
  cites: 'Care and Support Statutory Guidance 14: making safeguarding personal; Safeguarding Adults Collection SG4a',
  clearedBy: ['outcome.reviewed'],
  blocks: ({ facts }) => Object.values(facts.outcomes.outcomes).some(isUnreviewed),
};

export const outcomesRules: Rules = {
  'outcomes.asked': [advocateOwed(({ data }) => data?.result === 'notAsked')],
  'plan.agreed': [
    outcomesNotAsked,
    outcomeUnanswered,
    advocateOwed(({ data }) => data?.urgent === 'yes'),
    ...overrideRules<'plan.agreed'>(({ facts }) => againstWishes(facts, 'enquire', 'act')),
  ],
};
