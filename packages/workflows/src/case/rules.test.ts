import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockerCode, Rule } from '../kit/rule.js';
import { type Written, given, journeys, written as w } from '../testing/index.js';
import type { EventData } from './events.js';
import { whatCanHappen } from './judge.js';
import { rules } from './rules.js';

/** Where only the event itself can be put right, there is nothing else to record. */
const itself = '';

const advocate = 'advocate.requested advocate.appointed';

const clears: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'information.requested': {
    'wishes-not-overridden': 'wishes.overridden',
    'override-not-explained': 'wishes.overridden',
  },
  'information.shared': { 'wishes-not-overridden': 'wishes.overridden', 'override-not-explained': 'wishes.overridden' },
  'capacity.assessed': { 'capacity-test-incomplete': itself },
  'threshold.decided': {
    'limb-not-assessed': 'threshold.limbAssessed',
    'limb-unclear': 'threshold.limbAssessed',
    'limbs-not-met': itself,
    'no-redirection-ground': itself,
    'duty-to-enquire': itself,
    'enquiry-under-way': itself,
    'second-look-needed': itself,
    'person-not-heard': 'conversation.held conversation.notHeld',
  },
  'outcomes.asked': { 'advocate-owed': advocate },
  'plan.agreed': {
    'outcomes-not-asked': 'outcomes.asked',
    'outcome-unanswered': 'outcome.agreed',
    'advocate-owed': advocate,
    'wishes-not-overridden': 'wishes.overridden',
    'override-not-explained': 'wishes.overridden',
  },
  'enquiry.concluded': { 'enquiry-report-missing': 'enquiry.reported', 'threshold-undecided': 'threshold.decided' },
  'closure.explored': {
    'conversation-not-private': itself,
    'person-not-heard': itself,
    'reason-missing': itself,
    'attempts-too-few': itself,
    'advocate-owed': advocate,
  },
  'closure.overridden': {
    'wishes-not-overridden': 'wishes.overridden',
    'override-not-explained': 'wishes.overridden',
  },
  'closure.agreed': {
    'closure-not-explored': 'closure.explored',
    'threshold-undecided': 'threshold.decided',
    'enquiry-not-concluded': 'enquiry.concluded',
    'duty-to-enquire': 'threshold.decided',
    'advocate-owed': advocate,
    'second-look-needed': 'closure.approved',
    'best-interests-missing': 'conversation.held bestInterests.decided',
  },
  'review.completed': {
    'outcome-unanswered': 'outcome.agreed',
    'outcome-not-reviewed': 'outcome.reviewed',
    'risk-not-reviewed': 'risk.reviewed',
    'end-safety-missing': 'safety.rated',
  },
  'support.withdrawn': { 'assessment-still-owed': itself },
  'case.closed': {
    'outcome-unanswered': 'outcome.agreed',
    'outcome-not-reviewed': 'outcome.reviewed',
    'support-not-considered': 'support.notOffered',
    'handover-missing': 'support.handedOver',
    'transfer-not-accepted': 'transfer.accepted',
    'danger-immediate': 'danger.eased',
  },
};

test('each reason to refuse says what to record next, or that only the event itself can be put right', () => {
  const said: Record<string, Record<string, string>> = {};
  for (const [type, written] of Object.entries(rules)) {
    for (const { code, clearedBy } of written as readonly Rule[]) {
      if (typeof clearedBy === 'function') continue;
      (said[type] ??= {})[code] = clearedBy.join(' ');
    }
  }
  assert.deepEqual(said, clears);
});

const overridden = {
  about: 'act',
  grounds: ['coercion'],
  proportionate: 'Only this',
} satisfies EventData<'wishes.overridden'>;

const clearsClosing = (code: BlockerCode, ...events: readonly Written[]): readonly string[] | undefined =>
  whatCanHappen(given(...journeys.stepDown, ...events).case)
    .find(({ type }) => type === 'case.closed')
    ?.blockers.find((one) => one.code === code)?.clearedBy;

const offered = (kind: 'careActAssessment' | 'police', supportId = 's1') => w('support.offered', { supportId, kind });
const declined = w('support.declined', { supportId: 's1', because: 'Enough' }, 'person');

test('an offer is answered by the person; what is not theirs to accept is handed over', () => {
  const answers = ['support.accepted', 'support.declined'];
  assert.deepEqual(clearsClosing('offer-unanswered', offered('careActAssessment')), answers);
  assert.deepEqual(clearsClosing('offer-unanswered', offered('police')), ['support.handedOver']);
  const both = [offered('police'), offered('careActAssessment', 's2')];
  assert.deepEqual(clearsClosing('offer-unanswered', ...both), [...answers, 'support.handedOver']);
});

test('an assessment that is owed is handed over; where the offer was withdrawn it is offered again first', () => {
  const cannotRefuse = [
    w('capacity.assessed', {
      decision: 'assess',
      ableToDecide: { understand: 'no', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' },
      impairment: 'A stroke',
      supportGiven: ['Pictures'],
      conclusion: 'lacksCapacity',
    }),
    w('bestInterests.decided', { decision: 'assess', inBestInterests: 'yes', who: ['Kim'], because: 'Safer' }),
  ];
  const owed = [offered('careActAssessment'), declined, ...cannotRefuse];
  assert.deepEqual(clearsClosing('assessment-still-owed', ...owed), ['support.handedOver']);
  const withdrawn = w('support.withdrawn', {
    supportId: 's1',
    because: 'No team',
    insteadOffered: 'Advice',
    personTold: 'yes',
  });
  const lostMeanwhile = [offered('careActAssessment'), declined, withdrawn, ...cannotRefuse];
  assert.deepEqual(clearsClosing('assessment-still-owed', ...lostMeanwhile), ['support.offered', 'support.handedOver']);
});

test('a duty that is left is met by what meets it', () => {
  assert.deepEqual(clearsClosing('duty-outstanding', w('wishes.overridden', overridden)), ['wishes.overridden']);
  const needed = w('advocacy.considered', { difficulty: ['retain'], appropriatePerson: { exists: 'no' } });
  assert.deepEqual(clearsClosing('duty-outstanding', needed), ['advocate.requested', 'advocate.appointed']);
});
