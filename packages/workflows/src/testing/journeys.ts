import { type Written, written as w } from './given.js';

/** A neighbour's concern about an invented adult. */
export const aConcern: readonly Written[] = [
  w('concern.raised', {
    whatHappened: 'He takes her bank card every Friday and she has no food in the house.',
    adult: { name: 'Ada Example', ageBand: '75-84', safeContact: 'Phone in the morning' },
    types: ['financialOrMaterial'],
    immediateDanger: 'no',
    spokenWithPerson: 'yes',
    saidAndWants: 'She wants her card back and nobody told off.',
  }),
];

export const acknowledged: readonly Written[] = [...aConcern, w('concern.acknowledged')];

export const heard: readonly Written[] = [
  ...acknowledged,
  w('conversation.held', {
    with: ['person'],
    how: 'inPerson',
    freeToSpeak: 'yes',
    words: 'I want to do my own shopping again.',
  }),
];

const limb = (name: 'needs' | 'abuseOrRisk' | 'unableToProtect', answer: 'met' | 'notMet' | 'unclear'): Written =>
  w('threshold.limbAssessed', { limb: name, answer, because: 'Two visits and what she said' });

export const allLimbsMet: readonly Written[] = [
  ...heard,
  limb('needs', 'met'),
  limb('abuseOrRisk', 'met'),
  limb('unableToProtect', 'met'),
];

export const notAllLimbsMet: readonly Written[] = [
  ...heard,
  limb('needs', 'met'),
  limb('abuseOrRisk', 'met'),
  limb('unableToProtect', 'notMet'),
];

export const statutoryEnquiry: readonly Written[] = [
  ...allLimbsMet,
  w('threshold.decided', { route: 'statutoryEnquiry', because: 'All three limbs are met' }),
];

export const otherEnquiry: readonly Written[] = [
  ...notAllLimbsMet,
  w('threshold.decided', { route: 'otherEnquiry', because: 'Proportionate' }),
];

export const noEnquiry: readonly Written[] = [
  ...notAllLimbsMet,
  w('threshold.decided', { route: 'noEnquiry', because: 'Help with bills will do' }),
];

export const advocateNotNeeded: Written = w('advocacy.considered', {
  difficulty: [],
  appropriatePerson: { exists: 'yes', who: 'daughter', paid: 'no', conflicted: 'no', personAgrees: 'yes' },
});

export const outcomeAgreed: readonly Written[] = [
  advocateNotNeeded,
  w('outcomes.asked', { result: 'expressed' }),
  w('outcome.expressed', { outcomeId: 'o1', words: 'I want to look after my own money.', saidBy: 'person' }, 'person'),
  w('outcome.agreed', { outcomeId: 'o1' }),
];

export const planAgreed: Written = w('plan.agreed', {
  actions: [{ what: 'Go to the bank together', who: 'practitioner-1', by: '2026-03-20' }],
});

export const underWay: readonly Written[] = [...statutoryEnquiry, ...outcomeAgreed, planAgreed];

export const explored: Written = w('closure.explored', {
  conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', words: 'It is too many visits.' },
  reasons: ['tooMuchProcess'],
  alternativesOffered: ['prevention'],
  understands: 'yes',
  wayBackGiven: 'yes',
});

export const concluded: Written = w('enquiry.concluded', { result: 'riskIdentified', actionTaken: 'yes' });

export const reviewing: readonly Written[] = [
  ...underWay,
  concluded,
  w('closure.requested', { words: 'I would like this to stop now.' }, 'person'),
  explored,
  w('closure.agreed'),
];

export const stepDown: readonly Written[] = [
  ...reviewing,
  w('outcome.reviewed', { outcomeId: 'o1', result: 'achieved', view: 'person', words: 'I have my card.' }),
  w('risk.reviewed', { result: 'removed' }),
  w('safety.rated', { moment: 'end', rating: 5 }),
  w('review.completed'),
];

export const closed: readonly Written[] = [
  ...stepDown,
  w('support.offered', { supportId: 's1', kind: 'careActAssessment' }),
  w('support.accepted', { supportId: 's1' }),
  w('support.handedOver', { supportId: 's1', to: 'Adult contact team' }),
  w('case.closed', { because: 'What she wanted is in place' }),
];
