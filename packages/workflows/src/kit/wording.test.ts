import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatCanHappen } from '../case/judge.js';
import { englandCareAct } from '../policy/england-care-act.js';
import { givenPolicy, journeys, written } from '../testing/index.js';

const danger = written('danger.reported', { what: 'He is at the door' });

const closingUnder = (wording: (typeof englandCareAct)['wording']) => {
  const { case: current } = givenPolicy({ ...englandCareAct, wording }, ...journeys.stepDown, danger);
  const closing = whatCanHappen(current).find(({ type }) => type === 'case.closed');
  return closing?.blockers.find(({ code }) => code === 'danger-immediate');
};

test('a pack may say a refusal in its own words and cite its own law', () => {
  const said = { message: 'Make sure they are safe first.', cites: 'Our Act s1' };
  const { message, cites } = closingUnder({ 'danger-immediate': said }) ?? {};
  assert.deepEqual({ message, cites }, said);
});

test('what a pack does not say reads as the engine has it', () => {
  const own = closingUnder({});
  assert.deepEqual(closingUnder({ 'danger-immediate': { cites: 'Our Act s1' } }), { ...own, cites: 'Our Act s1' });
});
