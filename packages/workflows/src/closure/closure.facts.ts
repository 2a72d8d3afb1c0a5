import type { EventData } from '../case/events.js';
import type { Slice } from '../kit/slice.js';

type Reason = EventData<'closure.explored'>['reasons'][number];

export type ClosureFacts = {
  readonly requestedAt: number;
  readonly requestedByPerson: boolean;
  readonly exploredAt: number;
  readonly exploredBy: string | null;
  readonly reasons: readonly Reason[];
  /** It is not known whether the conversation about closing was private. */
  readonly privacyNotKnown: boolean;
  /** Last approval by a manager other than whoever explored it. */
  readonly approvedAt: number;
  readonly risk: EventData<'risk.reviewed'>['result'] | null;
};

const empty: ClosureFacts = {
  requestedAt: 0,
  requestedByPerson: false,
  exploredAt: 0,
  exploredBy: null,
  reasons: [],
  privacyNotKnown: false,
  approvedAt: 0,
  risk: null,
};

/** A wish to close belongs to whoever it is said to come from; otherwise to whoever recorded it. */
const isPersonsOwn = (data: EventData<'closure.requested'>, role: string): boolean =>
  data.wishOf === 'person' || (data.wishOf === undefined && role === 'person');

const forget = (facts: ClosureFacts): ClosureFacts => ({ ...empty, requestedAt: facts.requestedAt });

export const closureSlice: Slice<ClosureFacts> = {
  empty,
  on: {
    'closure.requested': (_, { data, by, sequence }) => ({
      ...empty,
      requestedAt: sequence,
      requestedByPerson: isPersonsOwn(data, by.role),
    }),
    'closure.explored': (facts, { data, by, sequence }) => ({
      ...facts,
      exploredAt: sequence,
      exploredBy: by.id,
      reasons: data.reasons,
      privacyNotKnown: data.conversation?.freeToSpeak === 'notKnown',
      approvedAt: 0,
    }),
    'closure.approved': (facts, { by, sequence }) =>
      by.role === 'manager' && by.id !== facts.exploredBy ? { ...facts, approvedAt: sequence } : facts,
    'risk.reviewed': (facts, { data }) => ({ ...facts, risk: data.result }),
  },
  returned: forget,
  reopened: () => empty,
};
