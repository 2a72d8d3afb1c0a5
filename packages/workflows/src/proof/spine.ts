import type { Standing } from '../case/advance.js';
import type { Policy } from '../policy/policy.schema.js';
import { type Move, at, both, move } from './move.js';

const because = 'What was found';

const alone = { with: ['person' as const], how: 'inPerson' as const, freeToSpeak: 'yes' as const };

const isAnswered = ({ facts }: Standing, code: string): boolean =>
  (facts.threshold.limbs as Record<string, unknown>)[code] !== undefined;

/** The points in their order: this one is open, and all before it are answered. */
const nextIs =
  ({ limbs: written }: Policy, code: string) =>
  (standing: Standing): boolean =>
    written.find((limb) => !isAnswered(standing, limb.code))?.code === code;

/** The person is heard, whenever they are. */
const hear = move('conversation.held', alone, { where: ({ facts }) => facts.voice.personHeardAt === 0 });

/** Every point of the pack's test met, or its last one not. */
const limbs = (policy: Policy): Move[] =>
  policy.limbs.flatMap(({ code }, index) =>
    (index === policy.limbs.length - 1 ? (['met', 'notMet'] as const) : (['met'] as const)).map((answer) =>
      move(
        'threshold.limbAssessed',
        { limb: code, answer, because },
        { name: `${code}: ${answer}`, where: nextIs(policy, code) },
      ),
    ),
  );

const routes: readonly Move[] = [
  move('threshold.decided', { route: 'statutoryEnquiry', because }, { name: 'decide: statutory enquiry' }),
  move('threshold.decided', { route: 'otherEnquiry', because }, { name: 'decide: another enquiry' }),
  move('threshold.decided', { route: 'noEnquiry', because }, { name: 'decide: no enquiry' }),
];

const redirected = move(
  'threshold.decided',
  { route: 'redirected', ground: 'elsewhere', to: 'Another council', because },
  { by: 'manager', name: 'decide: another council' },
);

const consider = move(
  'advocacy.considered',
  { difficulty: [], appropriatePerson: { exists: 'no' } },
  { name: 'no advocate needed', where: ({ facts }) => !facts.advocacy.considered },
);

export const explored = move('closure.explored', {
  conversation: alone,
  reasons: ['feelsSafe'],
  alternativesOffered: [],
  wayBackGiven: 'yes',
});

const risk = move('risk.reviewed', { result: 'removed' });

const nothingMore = move(
  'support.notOffered',
  { because },
  { where: both(at('step-down'), ({ facts }) => !facts.stepDown.notOffered) },
);

/** The way in: raised, acknowledged, heard, the test. */
export const wayIn = (policy: Policy): Move[] => [
  move('concern.raised', { whatHappened: because }, { by: 'referrer', where: ({ facts }) => !facts.concern.raised }),
  move('concern.acknowledged'),
  hear,
  ...limbs(policy),
  ...routes,
];

/** From the decision to closing, and back again from a closure that was reconsidered. */
export const wayThrough: readonly Move[] = [
  consider,
  move('outcomes.asked', { result: 'noneExpressed' }, { where: ({ facts }) => !facts.outcomes.asked }),
  move('plan.agreed', { actions: [] }),
  move('enquiry.concluded', { result: 'noRisk', actionTaken: 'no' }),
  move('closure.requested', {}, { by: 'person' }),
  explored,
  move('closure.agreed', {}),
  move('closure.reconsidered', {}),
  risk,
  move(
    'safety.rated',
    { moment: 'end', rating: 4 },
    {
      where: both(at('closure'), ({ facts }) => !facts.voice.endSafetySaid),
    },
  ),
  move('review.completed', {}),
  nothingMore,
  move('case.closed', { because }),
];

/** Out of s42, and back into a closed case. */
export const wayOutAndBack: readonly Move[] = [
  redirected,
  move(
    'transfer.accepted',
    { by: 'Another council' },
    {
      where: both(at('step-down'), ({ facts }) => !facts.stepDown.transferAccepted),
    },
  ),
  move('case.reopened', { because }),
];
