import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, dirname, join, relative } from 'node:path';
import { buildAll } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { node } from './lib/programs.mjs';
import { root } from './lib/root.mjs';
import { giveUp, step } from './lib/say.mjs';
import { mutantsOf } from './mutate/mutants.mjs';

/**
 * Plants one small fault after the other in what decides (rules, facts, duties, ledger, measures) and sees if a test notices:
 * `npm run proof:mutations [-- word …]` takes the files whose path has one of the words. Goes on where it was stopped, for the
 * same code; `-- --survivors` tries again what nobody noticed, `-- --again` begins anew.
 */
const words = process.argv.slice(3).filter((word) => !word.startsWith('--'));
const LEAST = 0.9;

await ensureInstalled();
await buildAll().catch((error) => giveUp(error.message));

const made = join(root, 'packages', 'workflows', 'dist');
const place = join(root, '.cache', 'mutations');
const copy = join(place, 'packages', 'workflows');
const kept = join(root, '.cache', 'proofs', 'mutations.json');
const survivorsAgain = process.argv.includes('--survivors');
if (process.argv.includes('--again') && existsSync(kept)) rmSync(kept);
rmSync(place, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
cpSync(made, join(copy, 'dist'), { recursive: true });
cpSync(join(root, 'packages', 'workflows', 'package.json'), join(copy, 'package.json'));

const fixtures = join('tests', 'model', 'fixtures');
cpSync(join(root, fixtures), join(place, fixtures), { recursive: true });

const DECIDES = /(\.(rules|facts|duties|prompts)\.js|^case\/read\.js|^(duties|ledger|measures)\/[^/]+\.js)$/;
const NOT = /\.(test|fixture)\.js$/;

const modules = readdirSync(made, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => DECIDES.test(file) && !NOT.test(file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();

const testsIn = (folder) =>
  readdirSync(join(copy, 'dist', folder))
    .filter((file) => file.endsWith('.test.js') && !file.includes('.proof.'))
    .map((file) => join('dist', folder, file));

/** What reads every rule and fact. The chart's own test walks XState, which no mutant here changes. */
const wide = ['closure', 'outcomes', 'step-down', 'threshold', 'voice', 'kit', 'duties', 'prompts', 'policy', 'case'];
const alone = ['measures', 'ledger'];

const othersThan = (own) =>
  alone.includes(own)
    ? []
    : wide
        .filter((name) => name !== own && existsSync(join(copy, 'dist', name)))
        .flatMap(testsIn)
        .filter((file) => !/(chart|canary)\.test\.js$/.test(file));

const notices = (files) => {
  if (files.length === 0) return false;
  const reporter = join(root, 'scripts', 'mutate', 'first-failure.mjs');
  const args = [
    '--max-old-space-size=1024',
    '--test',
    '--test-isolation=none',
    `--test-reporter=${reporter}`,
    ...files,
  ];
  const { status } = spawnSync(node(), args, { cwd: copy, stdio: 'ignore', timeout: 30_000, killSignal: 'SIGKILL' });
  return status !== 0;
};

if (notices([...alone.flatMap(testsIn), ...othersThan('')]))
  giveUp('The tests fail as they are: nothing can be said of faults.');

const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
const results = {};
const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

for (const file of modules) {
  const path = join(copy, 'dist', file);
  const text = readFileSync(path, 'utf8');
  const key = `${file} ${hashOf(text)}`;
  const found = mutantsOf(text);
  const known = (before[key] ?? []).map((one, at) => ({ ...found[at], killed: one.killed }));
  results[key] = known;
  const folder = dirname(file);
  const own = testsIn(folder).filter((one) => !one.endsWith('chart.test.js'));
  for (const [at, mutant] of found.entries()) {
    if (known[at]?.killed || (known[at] && !survivorsAgain)) continue;
    writeFileSync(path, text.slice(0, mutant.start) + mutant.instead + text.slice(mutant.end));
    const killed = notices(own) || notices(othersThan(folder));
    known[at] = { ...mutant, killed };
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, JSON.stringify({ ...before, ...results }));
  }
  writeFileSync(path, text);
  const killed = results[key].filter((one) => one.killed).length;
  step(`${file}: ${killed} of ${found.length} noticed`);
  for (const { line, was, instead } of results[key].filter((one) => !one.killed))
    console.log(`    ${basename(file)}:${line}  ${was.slice(0, 60)}  →  ${instead.slice(0, 60)}`);
}

const all = Object.values(results).flat();
const killed = all.filter((one) => one.killed).length;
console.log(`\n${killed} of ${all.length} faults were noticed: ${((100 * killed) / all.length).toFixed(1)} %`);
console.log(`What survived is listed above (${relative(root, kept)} has all).`);
process.exit(killed >= LEAST * all.length ? 0 : 1);
