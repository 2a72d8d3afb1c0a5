import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from '../lib/processes.mjs';
import { machineNode, node } from '../lib/programs.mjs';
import { root } from '../lib/root.mjs';
import { counted, failure, sum } from './results.mjs';

const NODE_TEST = /(?<!\.browser|\.proof)\.test\.js$/;
const PROOF = /\.proof\.test\.js$/;
const reporter = join(root, 'scripts', 'test', 'reporter.mjs');

const testsIn = (folder, pattern = NODE_TEST) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true })
        .map((file) => join(folder, String(file)))
        .filter((file) => pattern.test(file))
        .sort()
    : [];

const nodeTests = (name, program, files, more = []) =>
  counted(name, (env) =>
    run(
      program,
      ['--enable-source-maps', '--test', '--test-timeout=300000', `--test-reporter=${reporter}`, ...more, ...files],
      { quiet: true, env },
    ),
  );

const versionOf = async (program) => (await run(program, ['--version'], { quiet: true })).output.trim();

/** The Node.js of the machine and the one that came with the packages, each once. */
const programs = async () => {
  const byVersion = new Map();
  for (const program of [machineNode(), node()]) byVersion.set(await versionOf(program), program);
  return byVersion;
};

/** Packages with code that Node.js runs: one without a single test is a fault. */
const tested = ['packages/workflows/dist', 'packages/sdk/dist', 'examples/portal/dist'];

/** The tests that stand beside their source, on each Node.js there is. */
export const unitTests = async () => {
  const results = [];
  for (const folder of tested)
    if (testsIn(folder).length === 0) results.push(failure(`There is no test in ${folder}.`));
  const files = [...tested, 'packages/elements/dist'].flatMap((folder) => testsIn(folder));
  for (const [version, program] of await programs()) {
    const result = await nodeTests(`unit-${version}`, program, files);
    console.log(`    on Node.js ${version}: ${result.passed} passed, ${result.failed} failed`);
    results.push(result.failed > 0 ? { ...result, output: `On Node.js ${version}:\n${result.output}` } : result);
  }
  return sum(results);
};

/** Proofs that walk everything there is: once, on one Node.js, as many at a time as there are cores. */
export const proofTests = () => {
  const files = tested.flatMap((folder) => testsIn(folder, PROOF));
  if (files.length === 0) return failure('There is no proof.');
  return nodeTests('proofs', node(), files, [`--test-concurrency=${availableParallelism()}`]);
};

const JOURNEY = /journeys/;
const oneAtATime = ['--test-concurrency=1'];
const across = () => testsIn('.cache/tests');

/** The tests of what crosses packages, but for the journeys. */
export const acrossTests = () =>
  nodeTests(
    'across',
    node(),
    across().filter((file) => !JOURNEY.test(file)),
    oneAtATime,
  );

/** Whole journeys, one after another: each starts a server and a browser. */
export const journeyTests = () =>
  nodeTests(
    'journeys',
    node(),
    across().filter((file) => JOURNEY.test(file)),
    oneAtATime,
  );
