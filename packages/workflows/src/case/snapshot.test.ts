import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, journeys, written as w } from '../testing/index.js';
import { errorCode } from './error-code.fixture.js';
import { type CaseSnapshot, restore, snapshot } from './snapshot.js';

const { case: underWay } = given(...journeys.underWay);
const kept = snapshot(underWay);

test('facts that lack one that this engine knows are read anew', () => {
  for (const [name, slice] of Object.entries(kept.case.facts)) {
    for (const part of [null, ...Object.keys(slice).map((gone) => ({ ...slice, [gone]: undefined }))]) {
      const facts = { ...kept.case.facts, [name]: part };
      assert.deepEqual(restore({ ...kept, case: { ...kept.case, facts } } as CaseSnapshot), underWay);
    }
  }
});

test('a case that came back from closure is restored with what it remembers', () => {
  const { case: back } = given(...journeys.underWay, w('closure.requested', {}, 'person'));
  assert.notDeepEqual(back.history, {});
  assert.deepEqual(restore(snapshot(back)), back);
});

const damaged: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  'a text': 'snapshot',
  'no format': { ...kept, format: undefined },
  'no case': { ...kept, case: null },
  'no policy': { ...kept, policy: null },
  ...Object.fromEntries(
    Object.keys(kept.case).map((part) => [`no ${part}`, { ...kept, case: { ...kept.case, [part]: undefined } }]),
  ),
  'a state that the chart does not have': {
    ...kept,
    case: { ...kept.case, state: { ...kept.case.state, journey: { active: 'nowhere' } } },
  },
  'a format that is no whole number': { ...kept, format: NaN },
  'a state in two places': {
    ...kept,
    case: { ...kept.case, state: { ...kept.case.state, journey: { active: 'threshold', closure: 'deciding' } } },
  },
  'a place that is no place': { ...kept, case: { ...kept.case, state: { ...kept.case.state, danger: ['none'] } } },
  'a region that the chart does not have': {
    ...kept,
    case: { ...kept.case, state: { ...kept.case.state, weather: 'fine' } },
  },
  'a memory of a place that is not there': { ...kept, case: { ...kept.case, history: { active: 'active.nowhere' } } },
  'a memory of a place elsewhere': { ...kept, case: { ...kept.case, history: { closure: 'active.threshold' } } },
  'a memory that is no place': { ...kept, case: { ...kept.case, history: { active: 1 } } },
  'nothing for the guards': { ...kept, case: { ...kept.case, context: {} } },
  'an entry that is none': { ...kept, case: { ...kept.case, entries: [...kept.case.entries, null] } },
  'an entry of nobody': { ...kept, case: { ...kept.case, entries: [{ id: 'a', type: 'danger.eased' }] } },
  'a move that is none': { ...kept, case: { ...kept.case, moved: [5] } },
  'a reopening that is no entry': { ...kept, case: { ...kept.case, reopenedAt: 0.5 } },
  'no danger': { ...kept, case: { ...kept.case, state: { ...kept.case.state, danger: undefined } } },
};

for (const [what, value] of Object.entries(damaged)) {
  test(`a snapshot with ${what} is refused at once`, () => {
    assert.equal(
      errorCode(() => restore(value as CaseSnapshot)),
      'snapshot-unreadable',
    );
  });
}
