import type { EventData, Role } from '../case/events.js';
import { type Move, at, both, move } from './move.js';
import { type Slice, allYes, because, inPrivate, noMore, slice, testFails } from './slice.js';

type Explored = EventData<'closure.explored'>;

const explore = (name: string, data: Partial<Explored>, by?: Role): Move =>
  move('closure.explored', { reasons: [], ...noMore, ...data }, { name: `explore ${name}`, ...(by ? { by } : {}) });

const pressure = {
  conversation: { ...inPrivate, with: ['person' as const] },
  reasons: ['pressureFromSomeone' as const],
};

const attempt = (how: 'phone' | 'inPerson') => ({ at: '2026-03-02', how });

const theReasons = slice('why somebody wants to stop', [
  explore('in front of others', {
    conversation: { ...inPrivate, with: ['person'], freeToSpeak: 'no' },
    reasons: ['feelsSafe'],
  }),
  explore('without a reason', { conversation: { ...inPrivate, with: ['person'] } }),
  explore('after one attempt', { attempts: [attempt('phone')] }),
  explore('after three attempts', { attempts: [attempt('phone'), attempt('inPerson'), attempt('phone')] }),
  explore('with somebody else', { conversation: { ...inPrivate, with: ['representative'] }, reasons: ['feelsSafe'] }),
]);

const theSecondLook = slice('a second look', [
  explore('without knowing if it was private', {
    conversation: { ...inPrivate, with: ['person'], freeToSpeak: 'notKnown' },
    reasons: ['feelsSafe'],
  }),
  explore('and hear of pressure', pressure),
  explore('as a manager', pressure, 'manager'),
  move('closure.approved', { because }, { by: 'manager' }),
  move('closure.approved', { because }, { by: 'manager', other: true, name: 'another manager approves' }),
  move('disagreement.recorded', { about: 'closing' }),
  move('risk.assessed', { othersAtRisk: { adults: 'no', children: 'yes' } }, { name: 'a child is at risk' }),
  move('risk.assessed', { othersAtRisk: { adults: 'no', children: 'no' } }, { name: 'nobody else is at risk' }),
]);

const lacking = (conclusion: 'lacksCapacity' | 'hasCapacity'): Move =>
  move(
    'capacity.assessed',
    { decision: 'close', ...testFails, conclusion },
    { name: `${conclusion} to close`, where: at('closure') },
  );

const inInterests = (inBestInterests: 'yes' | 'no'): Move =>
  move(
    'bestInterests.decided',
    { decision: 'close', inBestInterests, who: ['Kim'], because },
    { name: `closing is in their interests: ${inBestInterests}`, where: at('closure') },
  );

const talkWith = (who: 'representative' | 'advocate'): Move =>
  move('conversation.held', { ...inPrivate, with: [who] }, { name: `talk with a ${who}`, where: at('closure') });

const withSomebodyElse = move(
  'closure.explored',
  { conversation: { ...inPrivate, with: ['representative'] }, ...noMore, reasons: ['feelsSafe'] },
  { name: 'explore with a representative' },
);

const theCapacity = slice('somebody who lacks capacity to decide about closing', [
  lacking('lacksCapacity'),
  lacking('hasCapacity'),
  move(
    'capacity.assessed',
    { decision: 'close', ableToDecide: allYes, supportGiven: [], conclusion: 'lacksCapacity' },
    { name: 'lacks capacity, without the test' },
  ),
  inInterests('yes'),
  inInterests('no'),
  talkWith('advocate'),
]);

const theConflict = slice(
  'somebody with a conflict of interest speaks for the person',
  [
    lacking('lacksCapacity'),
    inInterests('yes'),
    talkWith('representative'),
    { ...talkWith('advocate'), where: both(at('closure'), ({ facts }) => facts.voice.representativeConflicted) },
    ...(['yes', 'no'] as const).map((conflicted) =>
      move(
        'representative.named',
        { who: 'Kim', standing: 'family', conflicted },
        { name: `representative, conflicted: ${conflicted}`, where: at('closure') },
      ),
    ),
    withSomebodyElse,
  ],
  ['closure.reconsidered'],
);

/** Why somebody wants to stop, and who looks again. */
export const closureSlices: readonly Slice[] = [theReasons, theSecondLook, theCapacity, theConflict];
