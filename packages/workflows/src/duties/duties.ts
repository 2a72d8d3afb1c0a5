import { allLimbsMet, isStatutory } from '../case/read.js';
import type { EventType } from '../case/events.js';
import type { Situation } from '../kit/rule.js';

/** A duty whose breach stops a case from closing. */
export type EnforcedDuty = {
  readonly code: 'enquire' | 'arrangeAdvocate' | 'explainOverride';
  readonly cites: string;
  /** Why it still arises, in one plain sentence. */
  readonly because: string;
  readonly metBy: readonly EventType[];
};

const isRedirected = ({ context }: Situation): boolean => context.route === 'redirected';

const enquire = (situation: Situation): EnforcedDuty[] => {
  if (isRedirected(situation)) return [];
  if (isStatutory(situation)) {
    return situation.facts.checkIns.concludedOn === 'statutoryEnquiry'
      ? []
      : [
          {
            code: 'enquire',
            cites: 'Care Act 2014 s42(2)',
            because: 'The enquiry has not been concluded.',
            metBy: ['closure.reconsidered', 'enquiry.concluded'],
          },
        ];
  }
  return allLimbsMet(situation)
    ? [
        {
          code: 'enquire',
          cites: 'Care Act 2014 s42(2)',
          because: 'All three points of the test are met and no statutory enquiry was made.',
          metBy: ['closure.reconsidered', 'threshold.decided', 'enquiry.concluded'],
        },
      ]
    : [];
};

const arrangeAdvocate = (situation: Situation): EnforcedDuty[] => {
  const { advocacy } = situation.facts;
  if (!isStatutory(situation)) return [];
  if (!advocacy.considered) {
    return [
      {
        code: 'arrangeAdvocate',
        cites: 'Care Act 2014 s68',
        because: 'Nobody has considered whether the person needs an independent advocate.',
        metBy: ['advocacy.considered'],
      },
    ];
  }
  return advocacy.needed && situation.state.advocacy !== 'appointed'
    ? [
        {
          code: 'arrangeAdvocate',
          cites: 'Care Act 2014 s68',
          because: 'The person needs an independent advocate and has none.',
          metBy: ['advocate.requested', 'advocate.appointed'],
        },
      ]
    : [];
};

const explainOverride = ({ facts }: Situation): EnforcedDuty[] =>
  Object.values(facts.voice.overrides).some(({ explained }) => !explained)
    ? [
        {
          code: 'explainOverride',
          cites: 'Care and Support Statutory Guidance 14',
          because: 'The person has not been told that you went against what they wanted, and why.',
          metBy: ['wishes.overridden'],
        },
      ]
    : [];

/** The duties that a case may not close over. */
export const enforcedDuties = (situation: Situation): readonly EnforcedDuty[] => [
  ...enquire(situation),
  ...arrangeAdvocate(situation),
  ...explainOverride(situation),
];
