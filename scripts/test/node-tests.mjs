import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
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

/** Places in our sources, and as many files at a time as there are cores: Node.js leaves one idle. */
const asManyAsCores = ['--enable-source-maps', `--test-concurrency=${availableParallelism()}`];

const nodeTests = (name, program, files, more = asManyAsCores) =>
  counted(name, (env) =>
    run(program, ['--test', '--test-timeout=300000', `--test-reporter=${reporter}`, ...more, ...files], {
      quiet: true,
      env,
    }),
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

const ENGINE = join('packages', 'workflows', 'dist');

/** What decides, and what is promised about it: every branch of it is run by a test. */
const wholly = ['*/*.rules.js', 'duties/*.js', 'ledger/*.js', 'measures/*.js'];

/**
 * The engine's tests, with the branches counted that they run. On a copy without source maps, or branches would be counted that only
 * the compiler wrote; in one process, or nothing would add them up.
 */
const engineTests = async () => {
  const place = join('.cache', 'coverage');
  const copy = join(place, ENGINE);
  rmSync(join(root, place), { recursive: true, force: true });
  cpSync(join(root, ENGINE), join(root, copy), { recursive: true, filter: (file) => !file.endsWith('.map') });
  cpSync(join(root, ENGINE, '..', 'package.json'), join(root, copy, '..', 'package.json'));
  const fixtures = join('tests', 'model', 'fixtures');
  cpSync(join(root, fixtures), join(root, place, fixtures), { recursive: true });
  const result = await nodeTests('unit-engine', node(), testsIn(copy), [
    ...['--test-isolation=none', '--experimental-test-coverage'],
    ...['--test-coverage-branches=100', '--test-coverage-functions=100'],
    ...wholly.map((files) => `--test-coverage-include=${copy}/${files}`),
    ...['test', 'fixture'].map((kind) => `--test-coverage-exclude=**/*.${kind}.js`),
  ]);
  return result.failed > 0 ? { ...result, output: `The engine, with its branches counted:\n${result.output}` } : result;
};

/** The tests that stand beside their source, on each Node.js there is. */
export const unitTests = async () => {
  const results = [await engineTests()];
  for (const folder of tested)
    if (testsIn(folder).length === 0) results.push(failure(`There is no test in ${folder}.`));
  const all = [...tested, 'packages/elements/dist'].flatMap((folder) => testsIn(folder));
  const newest = await versionOf(node());
  for (const [version, program] of await programs()) {
    const files = version === newest ? all.filter((file) => !file.startsWith(ENGINE)) : all;
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
  return nodeTests('proofs', node(), files);
};

const JOURNEY = /journeys/;
const IN_SHORT = /durability|isolation/;
const oneAtATime = ['--enable-source-maps', '--test-concurrency=1'];
const across = () => testsIn('.cache/tests');

/** The tests of what crosses packages, but for the journeys. */
export const acrossTests = () =>
  nodeTests(
    'across',
    node(),
    across().filter((file) => !JOURNEY.test(file) && !IN_SHORT.test(file)),
    oneAtATime,
  );

/** The long proofs in short: `npm run proof:<name>` is each of them whole. */
export const shortProofTests = () =>
  nodeTests(
    'in-short',
    node(),
    across().filter((file) => IN_SHORT.test(file)),
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
