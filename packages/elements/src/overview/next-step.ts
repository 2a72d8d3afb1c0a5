import { blockers } from '@msp/workflows';
import type { Blocker, Case, CaseEvent, EventType, Role } from '@msp/workflows';

/** The step that leads on from here, and what the engine has against it. */
export type NextStep = { readonly type: EventType; readonly blockers: readonly Blocker[] };

const typeOf = ({ state: { journey } }: Case): EventType | undefined => {
  if (journey === 'concern') return 'concern.acknowledged';
  if (journey === 'stepDown') return 'case.closed';
  if (journey === 'closed') return undefined;
  if ('closure' in journey) {
    return { exploring: 'closure.explored', deciding: 'closure.agreed', reviewing: 'review.completed' }[
      journey.closure
    ] as EventType;
  }
  const { active } = journey;
  if (active === 'threshold') return 'threshold.decided';
  if ('outcomes' in active) return active.outcomes === 'listening' ? 'outcomes.asked' : 'plan.agreed';
  return 'enquiry.concluded';
};

/** Data that a step could be recorded with: what stands in the way then is about the case, not about the form. */
const examples: Partial<Record<EventType, readonly Record<string, unknown>[]>> = {
  'threshold.decided': ['statutoryEnquiry', 'otherEnquiry', 'noEnquiry'].map((route) => ({ route, because: '-' })),
  'outcomes.asked': [{ result: 'expressed' }],
  'plan.agreed': [{ actions: [] }],
  'enquiry.concluded': [{ result: 'inconclusive', actionTaken: 'no' }],
  'closure.explored': [
    {
      conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes' },
      reasons: ['other'],
      alternativesOffered: [],
      wayBackGiven: 'yes',
    },
  ],
  'case.closed': [{ because: '-' }],
};

/** Where a step has several honest answers, the one that least stands in the way of is the one to show. */
const fewest = (lists: readonly (readonly Blocker[])[]): readonly Blocker[] =>
  [...lists].sort((a, b) => a.length - b.length)[0] ?? [];

export const nextStep = (current: Case, role: Role): NextStep | undefined => {
  const type = typeOf(current);
  if (!type) return undefined;
  const ask = (data: Record<string, unknown>): Blocker[] =>
    blockers(current, {
      id: '00000000-0000-7000-8000-000000000000',
      caseId: current.id,
      at: '2000-01-01T00:00:00Z',
      by: { id: 'this-screen', role, organisation: 'this-screen' },
      type,
      data,
    } as CaseEvent).filter(({ code }) => code !== 'role-not-allowed');
  return { type, blockers: fewest((examples[type] ?? [{}]).map(ask)) };
};
