import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventType } from '../case/events.js';
import { whatCanHappen } from '../case/judge.js';
import { record } from '../case/record.js';
import { duties } from '../duties/duties-of-case.js';
import type { DutyCode } from '../duties/duty.js';
import { prompts } from '../prompts/prompts.js';
import { type Written, buildEvent, givenPolicy, journeys, people, written as w } from '../testing/index.js';
import { timescales } from '../timescales/timescales.js';
import { englandCareAct } from './england-care-act.js';
import { larkshireCouncil } from './larkshire.js';
import type { Policy } from './policy.schema.js';
import { scotlandASP } from './scotland-asp.js';
import { walesSSWBA } from './wales-sswba.js';

type Ask = (policy: Policy) => unknown;

const { aConcern, acknowledged, heard } = journeys;

/** The points of the pack’s own test, all met, or all but the last. */
const test3 = ({ limbs }: Policy, last: 'met' | 'notMet' = 'met'): Written[] =>
  limbs.map(({ code }, index) =>
    w('threshold.limbAssessed', {
      limb: code,
      answer: index === limbs.length - 1 ? last : 'met',
      because: 'Two visits',
    }),
  );

const decide = (route: 'statutoryEnquiry' | 'otherEnquiry' | 'noEnquiry') =>
  w('threshold.decided', { route, because: 'What was found' });

const enquiry = (policy: Policy): Written[] => [...heard, ...test3(policy), decide('statutoryEnquiry')];

const explored = (reasons: ('protectingSomeone' | 'lostTrust' | 'feelsSafe' | 'privacy')[]) =>
  w('closure.explored', {
    conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes' },
    reasons,
    alternativesOffered: [],
    wayBackGiven: 'yes',
  });

const stop = w('closure.requested', {}, 'person');
const concluded = journeys.concluded;
const at = (policy: Policy, ...events: readonly Written[]) => givenPolicy(policy, ...events).case;

/** Is this accepted? If not, the codes, and the field where data do not fit. */
const takes =
  (events: (policy: Policy) => readonly Written[], ...[type, data, by]: Written): Ask =>
  (policy) => {
    const current = at(policy, ...events(policy));
    const event = buildEvent({
      number: current.entries.length + 1,
      type,
      ...(data === undefined ? {} : { data: data as never }),
      ...(by === undefined ? {} : { by }),
    });
    const result = record(current, event);
    return result.ok
      ? 'accepted'
      : result.blockers.map(({ code, path }) => (path ? `${code} ${path}` : code)).join(', ');
  };

/** Which law is cited where something is refused? */
const cites =
  (events: (policy: Policy) => readonly Written[], type: EventType, code: string): Ask =>
  (policy) =>
    whatCanHappen(at(policy, ...events(policy)))
      .find((one) => one.type === type)
      ?.blockers.find((one) => one.code === code)?.cites;

const says =
  (events: (policy: Policy) => readonly Written[], type: EventType, code: string): Ask =>
  (policy) =>
    whatCanHappen(at(policy, ...events(policy)))
      .find((one) => one.type === type)
      ?.blockers.find((one) => one.code === code)?.message;

const duty =
  (events: (policy: Policy) => readonly Written[], code: DutyCode): Ask =>
  (policy) => {
    const found = duties(at(policy, ...events(policy))).find((one) => one.code === code);
    return `${found?.status ?? ''}: ${found?.cites ?? ''}`;
  };

const due =
  (events: (policy: Policy) => readonly Written[], what: string): Ask =>
  (policy) =>
    timescales(at(policy, ...events(policy))).find((one) => one.what === what)?.due;

const prompt =
  (events: (policy: Policy) => readonly Written[], code: string): Ask =>
  (policy) =>
    prompts(at(policy, ...events(policy))).find((one) => one.code === code)?.message;

const born = (dateOfBirth: string): Written[] => [
  w('concern.raised', { whatHappened: 'He takes his money.', adult: { dateOfBirth } }),
  ...acknowledged.slice(1),
];

const under18 = w('threshold.decided', {
  route: 'redirected',
  ground: 'under18',
  to: 'Children’s services',
  because: 'Age',
});
const refused = (policy: Policy): Written[] => [
  ...enquiry(policy),
  w('support.offered', { supportId: 's1', kind: 'careActAssessment' }),
  w('support.declined', { supportId: 's1', because: 'No more people' }, 'person'),
];
const accepted = (policy: Policy): Written[] => [
  ...enquiry(policy),
  w('support.offered', { supportId: 's1', kind: 'careActAssessment' }),
  w('support.accepted', { supportId: 's1' }, 'person'),
];
const withdraw = w('support.withdrawn', {
  supportId: 's1',
  because: 'No team',
  insteadOffered: 'Advice',
  personTold: 'yes',
});
const limb = (code: string) => w('threshold.limbAssessed', { limb: code, answer: 'met', because: 'Two visits' });
const closing = (policy: Policy, ...reasons: Parameters<typeof explored>[0]) => [
  ...enquiry(policy),
  concluded,
  stop,
  explored(reasons),
];

type Row = readonly [name: string, ask: Ask, england: unknown, theirs: unknown];

const wales: readonly Row[] = [
  ['what is asked first is the risk (s126(1))', ({ limbs }) => limbs[0]?.asks, 'needs', 'risk'],
  [
    'needs come second',
    ({ limbs }) => limbs[1]?.cites,
    'Care Act 2014 s42(1)(b)',
    'Social Services and Well-being (Wales) Act 2014 s126(1)(b)',
  ],
  ['a decision is due after seven working days', due(() => acknowledged, 'decide'), '2026-03-05', '2026-03-11'],
  [
    'a report is due after seven working days',
    due((policy) => [...enquiry(policy), w('enquiry.caused', { enquiryId: 'e1', to: 'GP', about: 'Care' })], 'report'),
    '2026-03-30',
    '2026-03-11',
  ],
  [
    'somebody in prison is not passed on for that alone',
    takes(() => heard, 'threshold.decided', {
      route: 'redirected',
      ground: 'prison',
      to: 'The governor',
      because: 'Prison',
    }),
    'accepted',
    'invalid-data ground',
  ],
  [
    'nor somebody in approved premises',
    takes(() => heard, 'threshold.decided', {
      route: 'redirected',
      ground: 'approvedPremises',
      to: 'Probation',
      because: 'There',
    }),
    'accepted',
    'invalid-data ground',
  ],
  [
    'the duty to enquire',
    duty(enquiry, 'enquire'),
    'arises: Care Act 2014 s42(2)',
    'arises: Social Services and Well-being (Wales) Act 2014 s126(2)',
  ],
  [
    'the duty to assess',
    duty(enquiry, 'assessNeeds'),
    'arises: Care Act 2014 s9',
    'arises: Social Services and Well-being (Wales) Act 2014 s19',
  ],
  [
    'a refused assessment',
    duty(refused, 'assessDespiteRefusal'),
    'arises: Care Act 2014 s11(2)',
    'arises: Social Services and Well-being (Wales) Act 2014 s20',
  ],
  [
    'an advocate',
    duty(enquiry, 'arrangeAdvocate'),
    'arises: Care Act 2014 s68',
    'arises: Social Services and Well-being (Wales) Act 2014 s181',
  ],
  [
    'a carer’s assessment',
    duty(() => [w('concern.raised', { whatHappened: 'x', carerKnown: 'yes' })], 'assessCarer'),
    'arises: Care Act 2014 s10',
    'arises: Social Services and Well-being (Wales) Act 2014 s24',
  ],
  [
    'telling others is a duty to report',
    prompt(
      () => [...aConcern, w('risk.assessed', { othersAtRisk: { adults: 'yes', children: 'no' } })],
      'share-for-safety',
    ),
    'Somebody else may be at risk. Tell those who can keep them safe, and tell the person that you do.',
    'Somebody else may be at risk. Relevant partners must report that, so tell those who can keep them safe.',
  ],
  [
    'why a plan waits',
    cites(enquiry, 'plan.agreed', 'outcomes-not-asked'),
    'Care Act 2014 s1(3)(b); Care and Support Statutory Guidance 14',
    'Social Services and Well-being (Wales) Act 2014 s6(2)',
  ],
];

const ASPA = 'Adult Support and Protection (Scotland) Act 2007';

const scotland: readonly Row[] = [
  [
    'at 16 a person is an adult: their concern is not passed to children’s services',
    takes(() => born('2009-03-01'), ...under18),
    'person-not-heard',
    'no-redirection-ground, person-not-heard',
  ],
  [
    'at 17 as well',
    takes(() => born('2008-04-01'), ...under18),
    'person-not-heard',
    'no-redirection-ground, person-not-heard',
  ],
  [
    'England’s point about needs is not Scotland’s',
    takes(() => heard, ...limb('needs')),
    'accepted',
    'invalid-data limb',
  ],
  ['the Act’s own first point', takes(() => heard, ...limb('unableToSafeguard')), 'invalid-data limb', 'accepted'],
  [
    'being more vulnerable because of a disability or illness',
    takes(() => heard, ...limb('moreVulnerable')),
    'invalid-data limb',
    'accepted',
  ],
  [
    'an assessment that was refused is not compelled',
    duty(refused, 'assessDespiteRefusal'),
    'arises: Care Act 2014 s11(2)',
    'doesNotArise: Social Work (Scotland) Act 1968 s12A: no duty that outlasts a refusal',
  ],
  ['and its offer can be withdrawn', takes(refused, ...withdraw), 'assessment-still-owed', 'accepted'],
  ['one that was wanted stays owed', takes(accepted, ...withdraw), 'assessment-still-owed', 'assessment-still-owed'],
  ['a decision is due after five working days', due(() => acknowledged, 'decide'), '2026-03-05', '2026-03-09'],
  [
    'a position of trust is no ground of its own',
    takes(() => heard, 'wishes.overridden', { about: 'act', grounds: ['positionOfTrust'], proportionate: 'Only this' }),
    'accepted',
    'invalid-data grounds.0',
  ],
  [
    'undue pressure',
    ({ overrideGrounds }) => overrideGrounds.find(({ code }) => code === 'coercion')?.cites,
    undefined,
    `${ASPA} s35`,
  ],
  [
    'prison',
    takes(() => heard, 'threshold.decided', {
      route: 'redirected',
      ground: 'prison',
      to: 'The governor',
      because: 'x',
    }),
    'accepted',
    'invalid-data ground',
  ],
  [
    'there is no self-neglect panel to offer',
    takes(() => heard, 'support.offered', { supportId: 's1', kind: 'selfNeglectPanel' }),
    'accepted',
    'invalid-data kind',
  ],
  ['the duty to make inquiries', duty(enquiry, 'enquire'), 'arises: Care Act 2014 s42(2)', `arises: ${ASPA} s4`],
  ['an advocate', duty(enquiry, 'arrangeAdvocate'), 'arises: Care Act 2014 s68', `arises: ${ASPA} s6`],
];

const council: readonly Row[] = [
  ['a concern is answered the same day', due(() => aConcern, 'acknowledge'), '2026-03-03', '2026-03-02'],
  ['a decision is due after two working days', due(() => acknowledged, 'decide'), '2026-03-05', '2026-03-04'],
  ['the person is heard within two', due(() => acknowledged, 'listen'), '2026-03-09', '2026-03-04'],
  [
    'a wish to stop is talked about within three',
    due((policy) => [...enquiry(policy), stop], 'explore'),
    '2026-03-09',
    '2026-03-05',
  ],
  [
    'a report is due after ten',
    due((policy) => [...enquiry(policy), w('enquiry.caused', { enquiryId: 'e1', to: 'GP', about: 'Care' })], 'report'),
    '2026-03-30',
    '2026-03-16',
  ],
  [
    'every statutory enquiry gets a second look',
    takes((policy) => [...closing(policy, 'feelsSafe'), journeys.advocateNotNeeded], 'closure.agreed', {}),
    'accepted',
    'second-look-needed',
  ],
  [
    'protecting somebody may not be a free choice',
    takes(
      (policy) => [...heard, ...test3(policy, 'notMet'), decide('otherEnquiry'), stop, explored(['protectingSomeone'])],
      'closure.agreed',
      {},
    ),
    'accepted',
    'second-look-needed',
  ],
  [
    'lost trust is looked at again',
    takes(
      (policy) => [...heard, ...test3(policy, 'notMet'), decide('otherEnquiry'), stop, explored(['lostTrust'])],
      'closure.agreed',
      {},
    ),
    'accepted',
    'second-look-needed',
  ],
  [
    'privacy points to company nearby',
    prompt((policy) => closing(policy, 'privacy'), 'support-fits-reason'),
    undefined,
    'Why the person wants to stop points to help that was not offered yet. Offer it.',
  ],
  [
    'its own words for hearing the person',
    (policy) =>
      (
        record(
          at(policy, ...acknowledged),
          buildEvent({
            number: 3,
            type: 'threshold.decided',
            data: { route: 'redirected', ground: 'prison', to: 'x', because: 'x' },
          }),
        ) as { blockers?: { message: string }[] }
      ).blockers?.[0]?.message.slice(0, 22),
    'Nobody has spoken with',
    'Nobody has sat down wi',
  ],
  [
    'its own words for other help',
    says(
      (policy) => [...heard, ...test3(policy, 'notMet'), decide('noEnquiry')],
      'case.closed',
      'support-not-considered',
    ),
    'Offer the person other help before closing, or say why nothing more is wanted or would fit.',
    'What would help next? Look at the Larkshire directory together, or say why nothing more is wanted.',
  ],
  [
    'an advocate may tell whoever raised it',
    takes(() => heard, 'feedback.given', {}, people.advocate),
    'role-not-allowed',
    'accepted',
  ],
  [
    'its own kind of company',
    ({ supportKinds }) => supportKinds.find(({ code }) => code === 'socialConnection')?.words,
    'Company and things to do',
    'The Lark Lane tea dance, and company nearby',
  ],
];

for (const [policy, rows] of [
  [walesSSWBA, wales],
  [scotlandASP, scotland],
  [larkshireCouncil, council],
] as const) {
  for (const [name, ask, england, theirs] of rows) {
    test(`${policy.name}: ${name}`, () => {
      assert.deepEqual(ask(englandCareAct), england, 'England');
      assert.deepEqual(ask(policy), theirs, policy.name);
    });
  }

  test(`${policy.name} decides at least ten of these differently from England`, () => {
    const differ = rows.filter(([, ask]) => JSON.stringify(ask(englandCareAct)) !== JSON.stringify(ask(policy)));
    assert.ok(differ.length >= 10, String(differ.length));
  });

  test(`${policy.name}: a case goes all the way to a good ending`, () => {
    const current = at(
      policy,
      ...enquiry(policy),
      ...journeys.outcomeAgreed,
      journeys.planAgreed,
      ...journeys.reviewing.slice(journeys.underWay.length, -1),
      w('closure.approved', { because: 'Looked at it' }),
      ...journeys.reviewing.slice(-1),
      ...journeys.closed.slice(journeys.reviewing.length),
    );
    assert.equal(current.state.journey, 'closed');
  });
}

test('a person whose age is not known may be passed to children’s services, and one who is 18 may not', () => {
  const passOn = (adult: object) =>
    takes(() => [w('concern.raised', { whatHappened: 'x', adult }), ...heard.slice(1)], ...under18);
  assert.equal(passOn({})(englandCareAct), 'accepted');
  assert.equal(passOn({ ageBand: 'notKnown' })(englandCareAct), 'accepted');
  assert.equal(passOn({ ageBand: 'under18' })(englandCareAct), 'accepted');
  assert.equal(passOn({ ageBand: 'under18' })(scotlandASP), 'accepted');
  assert.equal(passOn({ ageBand: '18-64' })(englandCareAct), 'no-redirection-ground');
  assert.equal(passOn({ dateOfBirth: '2008-03-02' })(englandCareAct), 'no-redirection-ground');
  assert.equal(passOn({ dateOfBirth: '2008-03-03' })(englandCareAct), 'accepted');
});

test('somebody who comes of age while the case is open is an adult when it is decided', () => {
  const current = at(englandCareAct, ...born('2008-03-20'), ...heard.slice(2));
  const [type, data] = under18;
  const decided = (time: string): string => {
    const result = record(current, { ...buildEvent({ number: 9, type, data: data as never }), at: time });
    return result.ok ? 'accepted' : result.blockers.map(({ code }) => code).join(', ');
  };
  assert.equal(decided('2026-03-19T12:00:00Z'), 'accepted');
  assert.equal(decided('2026-03-20T12:00:00Z'), 'no-redirection-ground');
});

test('codes that the pack does not have are refused where they stand', () => {
  const pack: Policy = {
    ...englandCareAct,
    closingReasons: englandCareAct.closingReasons.slice(1),
    routes: englandCareAct.routes.slice(1),
  };
  assert.equal(takes(() => [...heard, stop], ...explored(['feelsSafe']))(pack), 'invalid-data reasons.0');
  assert.equal(takes(() => heard, ...decide('statutoryEnquiry'))(pack), 'invalid-data route');
  const shared = w('information.shared', { to: 'GP', ground: 'courtOrder', personTold: 'yes' });
  assert.equal(takes(() => heard, ...shared)({ ...englandCareAct, overrideGrounds: [] }), 'invalid-data ground');
  const agreed = w('information.shared', { to: 'GP', ground: 'agreed', personTold: 'yes' });
  assert.equal(takes(() => heard, ...agreed)({ ...englandCareAct, overrideGrounds: [] }), 'accepted');
});
