import { journeys } from '../testing/index.js';
import {
  type Row,
  enquiry,
  takes,
  duty,
  due,
  born,
  refused,
  accepted,
  limb,
  under18,
  withdraw,
} from './packs.fixture.js';

const { acknowledged, heard } = journeys;

const ASPA = 'Adult Support and Protection (Scotland) Act 2007';

/** Cases that Scotland decides otherwise than England. */
export const scotland: readonly Row[] = [
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
