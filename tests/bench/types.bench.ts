import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../packaging/support/pack.js';
import { row } from './measure.js';

const LIMIT_S = 10;
const compiler = join(root, 'node_modules', '.bin', 'tsc');
const engine = join(root, 'packages', 'workflows');

const seconds = (): number => {
  const began = performance.now();
  const { status, stdout } = spawnSync(
    compiler,
    ['-p', engine, '--noEmit', '--composite', 'false', '--incremental', 'false'],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stdout);
  return (performance.now() - began) / 1000;
};

const taken = [seconds(), seconds(), seconds()].sort((a, b) => a - b)[1] ?? NaN;
console.log('\nChecking the types of @msp/workflows and of its tests, from nothing');
row(
  `median of three, wall time (goal: under ${LIMIT_S} s)`,
  `${taken.toFixed(1)} s`,
  `${(taken / LIMIT_S).toFixed(2)} of the limit, ${taken < LIMIT_S ? 'met' : 'MISSED'}`,
);
