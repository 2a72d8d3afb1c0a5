import { type Case, type CaseEvent, type CaseSnapshot, openCase, snapshot } from '@msp/workflows';
import { CASE_ID, type Written, idOf, journeys, recordAll, written as w } from '@msp/workflows/testing';

/** A journey as this version records it: the stored events, where they lead, and the snapshot at their end. */
export type VersionFixture = {
  readonly name: string;
  readonly events: readonly CaseEvent[];
  readonly place: Pick<Case, 'state' | 'context' | 'history' | 'moved' | 'reopenedAt'>;
  readonly snapshot: CaseSnapshot;
};

const told: Readonly<Record<string, readonly Written[]>> = {
  'to the end': journeys.closed,
  'opened again by danger': [...journeys.closed, w('danger.reported', { what: 'He is back' }, 'referrer')],
  'a wish to stop, thought over again': [
    ...journeys.underWay,
    w('closure.requested', { words: 'Stop' }, 'person'),
    journeys.explored,
    w('closure.reconsidered', { because: 'He came back' }),
  ],
  'put right, and struck out': [
    ...journeys.underWay,
    w('entry.corrected', {
      entryId: idOf(1),
      because: 'It was a Thursday',
      data: { whatHappened: 'He takes her bank card every Thursday.', immediateDanger: 'yes' },
    }),
    w('entry.corrected', { entryId: idOf(3), because: 'That was her sister' }),
  ],
  'passed on': [
    ...journeys.heard,
    w('threshold.decided', { route: 'redirected', ground: 'elsewhere', to: 'Council B', because: 'She moved' }),
  ],
  'decided while closing was talked about': [
    ...journeys.allLimbsMet,
    w('closure.requested', {}, 'person'),
    w('threshold.decided', { route: 'statutoryEnquiry', because: 'All three points are met' }),
    w('closure.reconsidered', {}),
  ],
};

const placeOf = ({ state, context, history, moved, reopenedAt }: Case): VersionFixture['place'] => ({
  state,
  context,
  history,
  moved,
  reopenedAt,
});

export const placeText = (current: Case): string => JSON.stringify(placeOf(current));

/** What this version of the engine makes of each journey. */
export const fixturesNow = (): VersionFixture[] =>
  Object.entries(told).map(([name, written]) => {
    const current = recordAll(openCase({ id: CASE_ID }), written);
    return { name, events: current.entries, place: placeOf(current), snapshot: snapshot(current) };
  });
