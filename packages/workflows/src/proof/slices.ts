import type { EventData, Role } from '../case/events.js';
import type { Policy } from '../policy/policy.schema.js';
import { type Move, at, both, move } from './move.js';
import { wayIn, wayOutAndBack, wayThrough } from './spine.js';

/** One walk: a part of what can be recorded, told apart finely; the rest of the way in broad steps. */
export type Slice = {
  readonly name: string;
  readonly moves: (policy: Policy) => readonly Move[];
  /** Whether the ways between the stages are held against what they lead to. */
  readonly ways?: boolean;
};

const because = 'What was found';
const testFails = {
  ableToDecide: {
    understand: 'no' as const,
    retain: 'yes' as const,
    useOrWeigh: 'yes' as const,
    communicate: 'yes' as const,
  },
  impairment: because,
  supportGiven: [because],
} satisfies Partial<EventData<'capacity.assessed'>>;
const allYes = { understand: 'yes', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' } as const;
const noMore = { alternativesOffered: [], wayBackGiven: 'yes' as const };
const inPrivate = { how: 'inPerson' as const, freeToSpeak: 'yes' as const };

const without = (moves: readonly Move[], ...types: Move['wanted']['type'][]): readonly Move[] =>
  moves.filter(({ wanted }) => !types.includes(wanted.type));

/** Where a pack asks for a second look at every closing, every walk has somebody who takes it. */
const lookAgain = move('closure.approved', { because }, { by: 'manager', other: true, name: 'a manager looks at it' });

const slice = (
  name: string,
  extra: readonly Move[] | ((policy: Policy) => readonly Move[]),
  leaveOut: Move['wanted']['type'][] = [],
): Slice => ({
  name,
  moves: (policy) => [
    ...without([...wayIn(policy), ...wayThrough], ...leaveOut),
    ...((policy.secondLookOn ?? []).length > 0 ? [lookAgain] : []),
    ...(typeof extra === 'function' ? extra(policy) : extra),
  ],
});

const theWholeWay: Slice = { ...slice('the whole way, out of it and back', wayOutAndBack), ways: true };

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

const theEnquiry = slice('check-ins and enquiries that others make', [
  move('checkIn.scheduled', { due: '2026-04-01' }),
  move('checkIn.fellDue', {}, { by: 'system' }),
  move('checkIn.wentOverdue', {}, { by: 'system' }),
  move('checkIn.recorded', { makingADifference: 'yes', stillTheseOutcomes: 'yes', carryOn: 'yes' }),
  move('checkIn.missed', {}),
  move('enquiry.caused', { enquiryId: 'e1', to: 'GP', about: because }),
  move('enquiry.reported', { enquiryId: 'e1', found: because, enough: 'yes' }),
  move('enquiry.caused', { enquiryId: 'e2', to: 'Provider', about: because }, { name: 'cause a second enquiry' }),
  move('enquiry.reported', { enquiryId: 'e2', found: because, enough: 'no' }, { name: 'report the second enquiry' }),
  move('outcomes.reopened', {}),
]);

const help = (kind: EventData<'support.offered'>['kind'], where: Move['where']): readonly Move[] => {
  const supportId = kind;
  const told = (what: string, by?: Role) => ({
    name: `${what} ${kind}`,
    ...(by ? { by } : {}),
    ...(where ? { where } : {}),
  });
  return [
    move('support.offered', { supportId, kind }, told('offer')),
    move('support.accepted', { supportId }, told('accept', 'person')),
    move('support.declined', { supportId, because }, told('decline', 'person')),
    move('support.handedOver', { supportId, to: 'Team' }, told('hand over')),
    move('support.refused', { supportId, because }, told('the service refuses')),
    move('support.withdrawn', { supportId, because, insteadOffered: because, personTold: 'yes' }, told('withdraw')),
  ];
};

const isWithdrawn: NonNullable<Move['where']> = ({ facts }) =>
  facts.stepDown.offers['careActAssessment']?.withdrawn === true;

const inTheirInterests = [
  ...(['lacksCapacity', 'hasCapacity'] as const).map((conclusion) =>
    move(
      'capacity.assessed',
      { decision: 'assess', ...testFails, conclusion },
      { name: `${conclusion} to refuse`, where: at('step-down') },
    ),
  ),
  move(
    'bestInterests.decided',
    { decision: 'assess', inBestInterests: 'yes', who: ['Kim'], because },
    { where: at('step-down') },
  ),
];

const theHelp = slice('other help, and an assessment that is owed', [
  ...help('careActAssessment', at('step-down')),
  move(
    'support.offered',
    { supportId: 'again', kind: 'careActAssessment' },
    { name: 'offer it again', where: both(at('step-down'), isWithdrawn) },
  ),
  move(
    'support.declined',
    { supportId: 'again', because },
    { name: 'decline it again', by: 'person', where: both(at('step-down'), isWithdrawn) },
  ),
  move(
    'support.handedOver',
    { supportId: 'again', to: 'Team' },
    { name: 'hand it over after all', where: both(at('step-down'), isWithdrawn) },
  ),

  ...inTheirInterests,
  move('risk.reviewed', { result: 'remains' }, { name: 'the risk remains' }),
]);

const theOtherHelp = slice(
  'help that is not the person’s to accept, beside help that is',
  [
    ...help('police', at('step-down', 'closed')),
    ...help('housing', at('step-down', 'closed')),
    move('case.reopened', { because }),
  ],
  ['closure.reconsidered'],
);

const theDanger = slice(
  'danger, at any time',
  [
    move('case.reopened', { because }),
    move('danger.reported', { what: because }),
    move('danger.eased', {}),
    move(
      'concern.raised',
      { whatHappened: because, immediateDanger: 'yes' },
      { by: 'referrer', name: 'a further concern: danger' },
    ),
  ],
  ['closure.reconsidered', 'case.reopened'],
);

/** Every walk of the proof. */
export const slices: readonly Slice[] = [
  theWholeWay,
  theTest,
  theHearing,
  thePassingOn,
  theOutcomes,
  theAdvocate,
  theWishes,
  theEnquiryUnwanted,
  theSharing,
  theReasons,
  theSecondLook,
  theCapacity,
  theConflict,
  theEnquiry,
  theHelp,
  theOtherHelp,
  theDanger,
];
