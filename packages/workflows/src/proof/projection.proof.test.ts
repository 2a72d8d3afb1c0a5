import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Standing, advance } from '../case/advance.js';
import { openCase } from '../case/case.js';
import { standingBlockers } from '../case/judge.js';
import { rules } from '../case/rules.js';
import type { Entry } from '../kit/slice.js';
import { englandCareAct as policy } from '../policy/england-care-act.js';
import { explore, namesWhatIsThere } from './explore.js';
import type { Move } from './move.js';
import { projectionOf } from '../case/projection.js';
import { slices } from './slices.js';
import { nothingSeen } from './watch.js';

/** Of the pairs of a walk, so many are compared, spread over it. */
const COMPARED = 150;
const LATER = 1000;

/** What becomes of a case: every move with what stands in its way, or where it leads. */
const future = (standing: Standing, moves: readonly Move[]): string =>
  moves
    .filter((move) => namesWhatIsThere(standing, move))
    .map((move) => {
      const inTheWay = standingBlockers(standing, move.wanted, 'theseData');
      if (inTheWay.length > 0) return inTheWay.map(({ code, clearedBy }) => `${code}>${clearedBy.join()}`).join(' ');
      const { facts, place } = advance(standing, { id: '-', sequence: LATER, ...move.wanted } as unknown as Entry);
      return projectionOf({ policy, facts, ...place });
    })
    .join('\n');

/** A fifth of the walks, or all: the long proof takes them all. */
const chosen = slices.filter((_, index) => process.env['MSP_PROOF'] === 'long' || index % 5 === 1);

for (const { name, moves: movesOf } of chosen) {
  test(`${name}: states that the walk takes for one have the same future`, () => {
    const moves = movesOf(policy);
    const start = { standing: openCase({ id: 'c', policy }), seen: nothingSeen };
    const pairs: [Standing, Standing][] = [];
    let met = 0;
    explore(start, moves, {
      policy,
      rules,
      onSame: (known, other) => {
        met += 1;
        // Ever sparser, so that the whole walk is covered whatever its size.
        if (met % Math.ceil(met / COMPARED) === 0 && known.facts !== other.facts) pairs.push([known, other]);
      },
    });
    assert.ok(pairs.length > COMPARED, `only ${pairs.length} pairs`);
    for (const [known, other] of pairs) assert.equal(future(known, moves), future(other, moves));
  });
}
