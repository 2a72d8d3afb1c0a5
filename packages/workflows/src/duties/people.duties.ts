import { asksNothingAtClosing } from '../case/read.js';
import { othersAreAtRisk } from '../danger/danger.facts.js';
import { type DutyRule, arises, doesNotArise, met } from './duty.js';

const involveThePerson: DutyRule = {
  code: 'involveThePerson',
  cites: 'Care Act 2014 s1(3)(e); Care and Support Statutory Guidance 14',
  stands: (situation) => {
    if (asksNothingAtClosing(situation)) return doesNotArise('Nobody can answer here.');
    const { state, facts } = situation;
    if (state.voice !== 'heard') return arises('Nobody has heard the person yet.');
    return facts.outcomes.asked || Object.keys(facts.outcomes.outcomes).length > 0
      ? met('The person was heard, and asked what they want.')
      : arises('The person has not been asked what they want.');
  },
};

const shareForSafety: DutyRule = {
  code: 'shareForSafety',
  cites: 'Care Act 2014 s6, s7; Data Protection Act 2018 Sch 1 para 18',
  stands: ({ facts }) => {
    if (!othersAreAtRisk(facts.danger)) return doesNotArise('Nobody else is known to be at risk.');
    return facts.concern.informationSharedAt > 0
      ? met('Those who can keep others safe were told.')
      : arises('Somebody else is at risk, and nobody who could help them was told.');
  },
};

const considerReview: DutyRule = {
  code: 'considerReview',
  cites: 'Care Act 2014 s44',
  stands: ({ facts }) => {
    const died = facts.threshold.ground === 'died';
    if (!died && !facts.danger.seriousHarm) return doesNotArise('Nobody died or came to serious harm.');
    if (facts.stepDown.learned) return met('What happened was looked at, and what was learned is recorded.');
    return arises(
      died
        ? 'The person died. Think about whether the Safeguarding Adults Board should review it.'
        : 'The person came to serious harm. Think about whether the Safeguarding Adults Board should review it.',
    );
  },
};

export const peopleDuties = { involveThePerson, shareForSafety, considerReview };
