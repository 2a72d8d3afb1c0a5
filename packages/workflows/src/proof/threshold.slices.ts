import { at, move } from './move.js';
import { wayOutAndBack } from './spine.js';
import { type Slice, because, inPrivate, slice, testFails } from './slice.js';

const theTest = slice(
  'the three-point test',
  ({ limbs }) => [
    ...limbs.flatMap(({ code }, index) =>
      (['met', 'notMet', 'unclear'] as const).map((answer) =>
        move(
          'threshold.limbAssessed',
          { limb: code, answer, because },
          { name: `${code}: ${answer}`, ...(index === limbs.length - 1 ? {} : { where: at('threshold') }) },
        ),
      ),
    ),
  ],
  ['threshold.limbAssessed'],
);

const theHearing = slice(
  'who hears the person',
  [
    move(
      'conversation.held',
      { ...inPrivate, with: ['person'], freeToSpeak: 'no' },
      { name: 'talk in front of others' },
    ),
    move(
      'conversation.held',
      { ...inPrivate, with: ['representative'] },
      { name: 'talk with a representative', where: at('threshold') },
    ),
    ...(['yes', 'no'] as const).map((conflicted) =>
      move(
        'representative.named',
        { who: 'Kim', standing: 'family', conflicted },
        { name: `representative, conflicted: ${conflicted}`, where: at('threshold') },
      ),
    ),
    move('conversation.notHeld', { because }, { where: at('threshold') }),
    ...(['lacksCapacity', 'hasCapacity'] as const).map((conclusion) =>
      move(
        'capacity.assessed',
        { decision: 'enquire', ...testFails, conclusion },
        { name: `${conclusion} to be heard`, where: at('threshold') },
      ),
    ),
    move('case.reopened', { because }),
  ],
  ['closure.reconsidered'],
);

const thePassingOn = slice(
  'what is not for this council',
  [
    move('threshold.decided', { route: 'redirected', because }, { name: 'pass on without a ground' }),
    move('threshold.decided', { route: 'redirected', ground: 'elsewhere', because }, { name: 'pass on to nobody' }),
    move(
      'threshold.decided',
      { route: 'redirected', ground: 'elsewhere', to: 'Another council', because },
      { name: 'pass on, by a practitioner' },
    ),
    ...wayOutAndBack,
    move(
      'threshold.decided',
      { route: 'redirected', ground: 'prison', to: 'The governor', because },
      { by: 'manager', name: 'pass on to a prison' },
    ),
    move('threshold.decided', { route: 'redirected', ground: 'died', because }, { name: 'the person died' }),
    move(
      'threshold.decided',
      { route: 'redirected', ground: 'duplicate', to: 'Another case', because },
      { by: 'manager', name: 'the same as another case' },
    ),
  ],
  ['closure.reconsidered', 'case.reopened'],
);

/** The test, and who is heard before it is decided. */
export const thresholdSlices: readonly Slice[] = [theTest, theHearing, thePassingOn];
