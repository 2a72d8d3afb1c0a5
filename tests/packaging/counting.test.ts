import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './support/pack.js';

type Counts = { readonly passed: number; readonly failed: number };

/** Runs one file of tests as `npm test` does, and says what it counted and printed. */
const count = async (content: string): Promise<Counts & { readonly said: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'msp-counting-'));
  const file = join(folder, 'planted.test.mjs');
  const results = join(folder, 'results.json');
  await writeFile(file, content === '' ? '' : `import { before, describe, test } from 'node:test';\n${content}\n`);
  const reporter = join(root, 'scripts', 'test', 'reporter.mjs');
  // A test that runs tests would take them for its own.
  const env = { ...process.env, MSP_RESULTS: results, NODE_TEST_CONTEXT: undefined };
  const { stdout } = spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, file], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  const counts = JSON.parse(await readFile(results, 'utf8')) as Counts;
  await rm(folder, { recursive: true, force: true });
  return { ...counts, said: stdout };
};

describe('what npm test counts', () => {
  const cases: [what: string, content: string, counts: Counts, said: RegExp][] = [
    ['a test that passes', "test('a', () => {});", { passed: 1, failed: 0 }, /^$/],
    [
      'a test that fails, and says why',
      "test('a', () => { throw new Error('broken'); });",
      { passed: 0, failed: 1 },
      /✗ a {2}\(.*planted\.test\.mjs:2\)\nError: broken/,
    ],
    [
      'tests and not the suite around them',
      "describe('s', () => { test('a', () => {}); test('b', () => { throw new Error('broken'); }); });",
      { passed: 1, failed: 1 },
      /✗ b/,
    ],
    ['a skipped test as a failure', "test.skip('a', () => {});", { passed: 0, failed: 1 }, /skipped/],
    ['a test put off as a failure', "test('a', { todo: true }, () => {});", { passed: 0, failed: 1 }, /put off/],
    ['a file without a test as a failure', '', { passed: 0, failed: 1 }, /there is no test in this file/],
    ['a file that ends too early as a failure', 'process.exit(3);', { passed: 0, failed: 1 }, /planted/],
    [
      'a suite that cannot be prepared as a failure',
      "describe('s', () => { before(() => { throw new Error('broken'); }); test('a', () => {}); });",
      { passed: 0, failed: 2 },
      /broken/,
    ],
    [
      'what breaks after a test has passed as a failure',
      "test('a', () => { setTimeout(() => { throw new Error('late'); }, 20); });",
      { passed: 1, failed: 1 },
      /planted/,
    ],
  ];

  for (const [what, content, { passed, failed }, said] of cases) {
    it(`counts ${what}`, async () => {
      const counted = await count(content);
      assert.deepEqual({ passed: counted.passed, failed: counted.failed }, { passed, failed });
      assert.match(counted.said, said);
    });
  }
});
