import type { EventData, Role } from '../case/events.js';
import { type Move, at, move } from './move.js';
import { type Slice, because, slice } from './slice.js';

const one = { outcomeId: 'o1' };

const theOutcomes = slice('what the person wants', [
  move('outcome.expressed', { ...one, words: because, saidBy: 'person' }, { by: 'person' }),
  move('outcome.agreed', one),
  move(
    'outcome.reworked',
    { ...one, words: because, because, personAgrees: 'yes' },
    { name: 'rework with the person' },
  ),
  move(
    'outcome.reworked',
    { ...one, words: because, because, personAgrees: 'no' },
    { name: 'rework against the person' },
  ),
  move('outcome.declined', { ...one, because, insteadOffered: because }),
  move('outcome.withdrawn', one, { by: 'person' }),
  move('outcome.reviewed', { ...one, result: 'achieved', view: 'person' }),
  move('outcomes.reopened', {}),
]);

const theAdvocate = slice('an advocate who is owed', [
  move(
    'advocacy.considered',
    { difficulty: ['retain'], appropriatePerson: { exists: 'no' } },
    { name: 'an advocate is needed' },
  ),
  move(
    'advocacy.considered',
    {
      difficulty: ['retain'],
      appropriatePerson: { exists: 'yes', paid: 'no', conflicted: 'no', personAgrees: 'yes' },
    },
    { name: 'somebody appropriate supports them' },
  ),
  move('advocate.requested', {}),
  move('advocate.appointed', { who: 'Sam' }),
  move('advocate.unavailable', { because }),
  move('outcomes.asked', { result: 'notAsked', because }, { name: 'record that they were not asked' }),
  move('plan.agreed', { actions: [], urgent: 'yes' }, { name: 'agree an urgent plan' }),
]);

type About = EventData<'wishes.recorded'>['about'];

const wish = (about: About, where?: Move['where']): readonly Move[] => {
  const told = (name: string, by?: Role) => ({ name, ...(by ? { by } : {}), ...(where ? { where } : {}) });
  const override = { about, grounds: ['riskToAdults' as const], proportionate: because };
  return [
    move('wishes.recorded', { about, answer: 'no' }, told(`says no (${about})`, 'person')),
    move('wishes.recorded', { about, answer: 'yes' }, told(`says yes (${about})`, 'person')),
    move('wishes.overridden', { ...override, grounds: [] }, told(`override without a ground (${about})`)),
    move('wishes.overridden', override, told(`override, not explained (${about})`)),
    move('wishes.overridden', { ...override, notExplainedBecause: because }, told(`override, explained (${about})`)),
  ];
};

const theWishes = slice('going against a wish', [
  ...wish('act'),
  move('closure.requested', {}, { name: 'the team would like to stop' }),
  move('closure.overridden', { because }),
]);

const theEnquiryUnwanted = slice('going against a wish about the enquiry itself', [
  ...wish('enquire', at('outcomes', 'closure', 'step-down')),
  move('closure.overridden', { because }),
]);

const theSharing = slice(
  'telling others against a wish',
  [
    ...wish('share'),
    move('information.shared', { to: 'GP', ground: 'riskToAdults', personTold: 'yes' }),
    move('information.requested', { from: 'GP', about: 'share' }),
    move('information.requested', { from: 'GP' }, { name: 'ask without telling' }),
  ],
  ['closure.reconsidered'],
);

/** What the person wants, who speaks with them, and going against a wish. */
export const outcomesSlices: readonly Slice[] = [theOutcomes, theAdvocate, theWishes, theEnquiryUnwanted, theSharing];
