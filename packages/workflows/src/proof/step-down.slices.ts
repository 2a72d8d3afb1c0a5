import type { EventData, Role } from '../case/events.js';
import { type Move, at, both, move } from './move.js';
import { type Slice, because, slice, testFails } from './slice.js';

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

/** Enquiries of others, other help, and danger. */
export const stepDownSlices: readonly Slice[] = [theEnquiry, theHelp, theOtherHelp, theDanger];
