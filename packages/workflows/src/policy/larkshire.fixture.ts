import { record } from '../case/record.js';
import { buildEvent, journeys, people, written as w } from '../testing/index.js';
import {
  type Row,
  decide,
  enquiry,
  explored,
  stop,
  at,
  pointsOf,
  takes,
  says,
  due,
  prompt,
  closing,
} from './packs.fixture.js';

const { aConcern, acknowledged, heard } = journeys;

/** Cases that this council decides otherwise than England’s pack. */
export const council: readonly Row[] = [
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
      (policy) => [
        ...heard,
        ...pointsOf(policy, 'notMet'),
        decide('otherEnquiry'),
        stop,
        explored(['protectingSomeone']),
      ],
      'closure.agreed',
      {},
    ),
    'accepted',
    'second-look-needed',
  ],
  [
    'lost trust is looked at again',
    takes(
      (policy) => [...heard, ...pointsOf(policy, 'notMet'), decide('otherEnquiry'), stop, explored(['lostTrust'])],
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
      (policy) => [...heard, ...pointsOf(policy, 'notMet'), decide('noEnquiry')],
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
