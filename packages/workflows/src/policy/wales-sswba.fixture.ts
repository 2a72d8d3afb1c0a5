import { journeys, written as w } from '../testing/index.js';
import { type Row, enquiry, takes, cites, duty, due, prompt, refused } from './packs.fixture.js';

const { aConcern, acknowledged, heard } = journeys;

/** Cases that Wales decides otherwise than England. */
export const wales: readonly Row[] = [
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
