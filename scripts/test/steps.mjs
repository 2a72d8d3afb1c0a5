import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../browser.mjs';
import { buildAll, compileAll } from '../lib/build.mjs';
import { run } from '../lib/processes.mjs';
import { node, tool } from '../lib/programs.mjs';
import { root } from '../lib/root.mjs';
import { acrossTests, journeyTests, proofTests, shortProofTests, unitTests } from './node-tests.mjs';
import { asOne, counted, failure, sum } from './results.mjs';

const published = ['workflows', 'sdk', 'elements'];
const dist = [...published.map((name) => `packages/${name}/dist`), 'examples/portal/dist'];
const quiet = { quiet: true };

const check = (work) => async () => asOne(await work());

const types = check(() =>
  compileAll(['tests', 'stories'].filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))),
);

const build = check(() => buildAll().then(() => ({ code: 0 })));

const cycles = check(() => run(node(), [join('scripts', 'test', 'cycles.mjs'), ...dist], quiet));

const lint = check(() => tool('eslint', ['.', '--max-warnings', '0'], quiet));

const format = check(() => tool('prettier', ['--check', '.', '--log-level', 'warn'], quiet));

const deadCode = check(() => tool('knip', ['--no-config-hints'], quiet));

/** Both pack the package first and look at what would be published. */
const packages = async () => {
  const results = [];
  for (const name of published) {
    const folder = join('packages', name);
    results.push(asOne(await tool('publint', ['run', folder, '--strict'], quiet)));
    const asPublished = ['--pack', folder, '--profile', 'esm-only', '--no-emoji'];
    results.push(asOne(await tool('attw', [...asPublished, '--exclude-entrypoints', 'custom-elements.json'], quiet)));
  }
  return sum(results);
};

/** Without a browser there is one sentence that says so, and the step has failed. */
const inBrowser = (work) => async () => {
  try {
    await findChromium();
  } catch (error) {
    return failure(error.message);
  }
  return work();
};

const browser = inBrowser(() =>
  counted('browser', (env) => tool('wtr', ['--config', 'web-test-runner.config.mjs'], { quiet: true, env })),
);

const stories = inBrowser(async () => {
  const folder = join('.cache', 'storybook');
  const built = await tool('storybook', ['build', '--output-dir', folder, '--quiet'], quiet);
  if (built.code !== 0) return failure(built.output);
  return counted('stories', (env) => run(node(), [join('scripts', 'stories.mjs'), folder], { quiet: true, env }));
});

const named = (name, title, work) => ({ name, title, work });

const checks = [
  named('cycles', 'Circular imports', cycles),
  named('lint', 'Lint, and who may import whom', lint),
  named('format', 'Formatting', format),
  named('dead-code', 'Dead code', deadCode),
  named('packages', 'Packages as they would be published', packages),
];

const proofs = [named('proofs', 'What must always hold, over every path', proofTests)];

const journeys = [
  named('journeys', 'Whole journeys, in a browser', inBrowser(journeyTests)),
  named('in-short', 'The long proofs, in short', shortProofTests),
];

/** A round of one step, with the machine to itself. */
const alone = (...step) => [[named(...step)]];

/**
 * Every step of `npm test`: a name for `--only`, what it is, and the work. Rounds follow one another; in a round its lanes run side
 * by side, and the steps of a lane in order.
 */
export const rounds = [
  alone('types', 'Types', types),
  alone('build', 'Bundles for browsers, and the elements’ manifest', build),
  [checks, proofs],
  alone('unit', 'Unit tests', unitTests),
  alone('browser', 'Browser tests', browser),
  // Browsers wait more than they work: the two long ones go side by side.
  [
    [
      named('across', 'Contract, model and packaging', inBrowser(acrossTests)),
      named('stories', 'Stories: play functions, accessibility, console', stories),
    ],
    journeys,
  ],
];
