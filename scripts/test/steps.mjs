import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../browser.mjs';
import { buildAll, compileAll } from '../lib/build.mjs';
import { run } from '../lib/processes.mjs';
import { node, tool } from '../lib/programs.mjs';
import { root } from '../lib/root.mjs';
import { acrossTests, proofTests, unitTests } from './node-tests.mjs';
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

/** Every step of `npm test`, in order: a name for `--only`, what it is, and the work. */
export const steps = [
  ['types', 'Types', types],
  ['build', 'Bundles for browsers, and the elements’ manifest', build],
  ['cycles', 'Circular imports', cycles],
  ['lint', 'Lint, and who may import whom', lint],
  ['format', 'Formatting', format],
  ['dead-code', 'Dead code', deadCode],
  ['packages', 'Packages as they would be published', packages],
  ['unit', 'Unit tests', unitTests],
  ['proofs', 'What must always hold, over every path', proofTests],
  ['browser', 'Browser tests', browser],
  ['across', 'Contract, model, packaging and journeys', inBrowser(acrossTests)],
  ['stories', 'Stories: play functions, accessibility, console', stories],
];
