import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rounded, suppress } from './suppress.js';

const SEED = 20261123;

const table = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 4 }),
    fc.infiniteStream(fc.oneof(fc.nat(6), fc.nat(60))),
  )
  .map(([rows, columns, values]) => {
    const plain = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => Number(values.next().value)),
    );
    const wide = plain.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
    const last = Array.from({ length: columns + 1 }, (_, c) => wide.reduce((sum, row) => sum + (row[c] ?? 0), 0));
    return [...wide, last];
  });

test('every row and column that hides one number hides another', () => {
  fc.assert(
    fc.property(table, (cells) => {
      const shown = suppress(cells, true);
      const columns = shown[0]?.map((_, c) => shown.map((row) => row[c])) ?? [];
      for (const line of [...shown, ...columns]) assert.notEqual(line.filter((value) => value === '[c]').length, 1);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('no small number can be worked out from what is shown in its row', () => {
  /** What a value can have been: hidden ones anything, shown ones anything that rounds to it. */
  const range = (value: number | string): [number, number] =>
    typeof value === 'number' ? [Math.max(5, value - 2), value + 2] : [0, Infinity];
  fc.assert(
    fc.property(table, (cells) => {
      for (const line of suppress(cells, true)) {
        const total = range(line.at(-1) as number | string);
        const parts = line.slice(0, -1).map((value) => range(value));
        line.slice(0, -1).forEach((value, index) => {
          if (value !== '[c]') return;
          const others = parts.filter((_, other) => other !== index);
          const least = Math.max(0, total[0] - others.reduce((sum, [, most]) => sum + most, 0));
          const most = Math.min(4, total[1] - others.reduce((sum, [fewest]) => sum + fewest, 0));
          assert.ok(most > least || least > 4, 'more than one number is possible');
        });
      }
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('numbers are hidden under 5 and rounded to 5 from there', () => {
  assert.deepEqual(suppress([[0, 4, 5, 7, 8, 1002, 1003]], false), [['[c]', '[c]', 5, 5, 10, 1000, 1005]]);
  assert.equal(rounded(12), 10);
});
