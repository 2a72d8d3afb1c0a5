import { type Case, type CaseEvent, openCase, record } from '@msp/workflows';
import { CASE_ID, type Written, buildEvent, journeys, written as w } from '@msp/workflows/testing';

/** One life of a case in 13 events: from a worry, through an enquiry and a wish to stop, to being handed on. One is refused. */
const written: readonly Written[] = [
  ...journeys.allLimbsMet.filter(([type]) => type !== 'concern.acknowledged').slice(0, 1),
  w('concern.acknowledged'),
  w('conversation.held', {
    with: ['person'],
    how: 'inPerson',
    freeToSpeak: 'yes',
    words: 'I want to do my own shopping.',
  }),
  w('threshold.limbAssessed', { limb: 'needs', answer: 'met', because: 'Two visits and what she said' }),
  w('threshold.limbAssessed', { limb: 'abuseOrRisk', answer: 'met', because: 'Two visits and what she said' }),
  w('threshold.limbAssessed', { limb: 'unableToProtect', answer: 'met', because: 'Two visits and what she said' }),
  w('threshold.decided', { route: 'statutoryEnquiry', because: 'All three points are met' }),
  w('outcome.expressed', { outcomeId: 'o1', words: 'I want to look after my own money.', saidBy: 'person' }),
  w('outcome.agreed', { outcomeId: 'o1' }),
  w('enquiry.concluded', { result: 'riskIdentified', actionTaken: 'yes', what: 'A new card', byWhom: 'The bank' }),
  w('closure.requested', { words: 'I would like this to stop now.' }, 'person'),
  w('closure.agreed'),
  w('closure.explored', {
    conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', words: 'It is too many visits.' },
    reasons: ['tooMuchProcess'],
    alternativesOffered: ['prevention'],
    understands: 'yes',
    wayBackGiven: 'yes',
  }),
];

const build = (): { events: CaseEvent[]; accepted: CaseEvent[]; end: Case } => {
  const events: CaseEvent[] = [];
  const accepted: CaseEvent[] = [];
  let current = openCase({ id: CASE_ID });
  written.forEach(([type, data, by], index) => {
    const event = buildEvent({ number: index + 1, type, data: data as never, ...(by ? { by } : {}) });
    const result = record(current, event);
    events.push(event);
    if (!result.ok) return;
    accepted.push(event);
    current = result.case;
  });
  return { events, accepted, end: current };
};

export const { events, accepted, end } = build();
if (events.length !== 13 || accepted.length !== 12) throw new Error(`${accepted.length} of ${events.length} accepted`);
