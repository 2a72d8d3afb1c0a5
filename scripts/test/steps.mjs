import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, compileAll } from '../lib/build.mjs';
import { machineNode, node, root, run, tool } from '../lib/workspace.mjs';

const published = ['workflows', 'sdk', 'elements'];

/** What a check comes to: one passed, or one failed with what it printed. */
const asOne = ({ code, output }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output });

const check = (work) => async () => asOne(await work());

const filesIn = (folder, pattern) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true })
        .map((file) => join(folder, String(file)))
        .filter((file) => pattern.test(file) && !file.includes('node_modules'))
        .sort()
    : [];

const results = join(root, '.cache', 'results.json');

/** Runs something that leaves its counts in the results file. No counts, or a count of nothing, is a failure. */
const counted = async (start) => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(results, { force: true });
  const { code, output } = await start({ MSP_RESULTS: results });
  const { passed, failed } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { passed: 0, failed: 0 };
  const broken = failed === 0 && (code !== 0 || passed === 0);
  return {
    passed,
    failed: failed + (broken ? 1 : 0),
    output: failed > 0 || broken ? `${output}\n${passed + failed === 0 ? 'No test was run.' : ''}` : '',
  };
};

const nodeTests = (files, program, more = []) =>
  counted((env) =>
    run(
      program,
      [
        '--enable-source-maps',
        '--test',
        '--test-timeout=300000',
        `--test-reporter=${join(root, 'scripts', 'test', 'reporter.mjs')}`,
        ...more,
        ...files,
      ],
      { quiet: true, env },
    ),
  );

const unitFiles = () =>
  [...published.map((name) => `packages/${name}/dist`), 'examples/portal/dist'].flatMap((folder) =>
    filesIn(folder, /(?<!\.browser)\.test\.js$/),
  );

const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  output: [a.output, b.output].filter(Boolean).join('\n'),
});

const versionOf = async (program) => (await run(program, ['--version'], { quiet: true })).output.trim();

const unit = async () => {
  const files = unitFiles();
  const programs = [...new Set([machineNode(), node()])];
  let total = { passed: 0, failed: 0, output: '' };
  const seen = new Set();
  for (const program of programs) {
    const version = await versionOf(program);
    if (seen.has(version)) continue;
    seen.add(version);
    console.log(`    on Node ${version}`);
    total = add(total, await nodeTests(files, program));
  }
  return total;
};

const packageChecks = async () => {
  let total = { passed: 0, failed: 0, output: '' };
  for (const name of published) {
    const folder = join('packages', name);
    total = add(total, asOne(await tool('publint', ['run', folder, '--strict'], { quiet: true })));
    const types = [
      '--pack',
      folder,
      '--profile',
      'esm-only',
      '--no-emoji',
      '--exclude-entrypoints',
      'custom-elements.json',
    ];
    total = add(total, asOne(await tool('attw', types, { quiet: true })));
  }
  return total;
};

const across = () => nodeTests(filesIn('.cache/tests', /(?<!\.browser)\.test\.js$/), node(), ['--test-concurrency=1']);

const stories = () =>
  counted(async (env) => {
    const built = await tool('storybook', ['build', '--output-dir', join('.cache', 'storybook'), '--quiet'], {
      quiet: true,
      env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
    });
    if (built.code !== 0) return built;
    return run(node(), [join('scripts', 'stories.mjs'), join('.cache', 'storybook')], { quiet: true, env });
  });

/** Every step of `npm test`, in order: a name for `--only`, what it is, and the work. */
export const steps = [
  ['types', 'Types', check(() => compileAll(['tests']))],
  ['build', 'Bundles without cycles, and the elements’ manifest', check(async () => (await buildAll(), { code: 0 }))],
  ['lint', 'Lint, and who may import whom', check(() => tool('eslint', ['.', '--max-warnings', '0'], { quiet: true }))],
  ['format', 'Formatting', check(() => tool('prettier', ['--check', '.', '--log-level', 'warn'], { quiet: true }))],
  ['dead-code', 'Dead code', check(() => tool('knip', ['--no-config-hints'], { quiet: true }))],
  ['packages', 'Packages as they would be published', packageChecks],
  ['unit', 'Unit tests', unit],
  [
    'browser',
    'Browser tests',
    () => counted((env) => tool('wtr', ['--config', 'web-test-runner.config.mjs'], { quiet: true, env })),
  ],
  ['across', 'Contract, model, packaging and journeys', across],
  ['stories', 'Stories: play functions, accessibility, console', stories],
];
