import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf } from '../case/compiled.js';
import { rules } from '../case/rules.js';
import type { EventType } from '../case/events.js';
import type { Rule, Rules } from '../kit/rule.js';
import { englandCareAct } from '../policy/england-care-act.js';
import { type Proof, proveWith, walkers } from './prove.js';

const whole: Proof = proveWith(englandCareAct, rules, walkers);

test('everything that must always hold holds under England’s pack, over every path', () => {
  assert.deepEqual(whole.faults, []);
  assert.equal(whole.ok, true);
  assert.ok(whole.states > 400_000 && whole.edges > 2_500_000, `only ${whole.states} states were walked`);
});

const without = (type: EventType, code: Rule['code']): Rules => ({
  ...rules,
  [type]: (rules[type] as readonly Rule[]).filter((rule) => rule.code !== code),
});

/** The walks in which this reason to refuse is met, the shortest first. */
const walksThatMeet = (type: EventType, code: Rule['code']) =>
  whole.walks
    .filter(({ refused }) => refused.includes(`${type} ${code}`))
    .sort((a, b) => a.states - b.states)
    .flatMap(({ name }) => walkers.filter((walker) => walker.name === name));

/** Reasons that the chart gives as well: where they hold, it does not take the event at all. */
const saidByTheChart = ['closure.agreed closure-not-explored'];

const removable = (Object.entries(rules) as [EventType, readonly Rule[]][]).flatMap(([type, written]) =>
  [...new Set(written.map((rule) => rule.code))].map((code) => [type, code] as const),
);

for (const [type, code] of removable.filter(([type, code]) => !saidByTheChart.includes(`${type} ${code}`))) {
  test(`without ${code} on ${type} the proof finds the path that breaks a promise`, () => {
    const found = walksThatMeet(type, code).some((walker) => {
      const { faults } = proveWith(englandCareAct, without(type, code), [walker]);
      return faults.some((fault) => fault.code === 'promise-broken' && fault.path.length > 0);
    });
    assert.ok(found, 'no walk noticed that it was gone');
  });
}

test('closing is agreed only where it was explored why: the chart leads there by no other way', () => {
  const leading = leavesOf('journey').flatMap(({ edges }) =>
    Object.entries(edges).flatMap(([type, written]) =>
      written.some(({ target }) => target && 'key' in target && target.key === 'closure.deciding') ? [type] : [],
    ),
  );
  const agreeing = leavesOf('journey').filter(({ edges }) => 'closure.agreed' in edges);
  assert.deepEqual([...new Set(leading)], ['closure.explored']);
  assert.deepEqual(
    agreeing.map(({ key }) => key),
    ['closure.deciding'],
  );
});
