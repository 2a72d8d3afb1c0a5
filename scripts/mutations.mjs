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
 * same code; `-- --again` begins anew.
 */
const words = process.argv.slice(3).filter((word) => !word.startsWith('--'));
const LEAST = 0.9;

await ensureInstalled();
await buildAll().catch((error) => giveUp(error.message));

const made = join(root, 'packages', 'workflows', 'dist');
const copy = join(root, '.cache', 'mutations', 'workflows');
const kept = join(root, '.cache', 'proofs', 'mutations.json');
if (process.argv.includes('--again') && existsSync(kept)) rmSync(kept);
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
cpSync(made, join(copy, 'dist'), { recursive: true });
cpSync(join(root, 'packages', 'workflows', 'package.json'), join(copy, 'package.json'));

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

const folders = readdirSync(join(copy, 'dist'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const others = (own) => folders.filter((name) => name !== own && name !== 'machine').flatMap(testsIn);

const notices = (files) => {
  if (files.length === 0) return false;
  const args = ['--max-old-space-size=1024', '--test', '--test-isolation=none', '--test-reporter=dot', ...files];
  const { status } = spawnSync(node(), args, { cwd: copy, stdio: 'ignore', timeout: 90_000 });
  return status !== 0;
};

const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
const results = {};
const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

for (const file of modules) {
  const path = join(copy, 'dist', file);
  const text = readFileSync(path, 'utf8');
  const key = `${file} ${hashOf(text)}`;
  const known = before[key] ?? [];
  const found = mutantsOf(text);
  results[key] = known;
  const own = testsIn(dirname(file) === 'case' ? 'case' : dirname(file));
  for (const mutant of found.slice(known.length)) {
    writeFileSync(path, text.slice(0, mutant.start) + mutant.instead + text.slice(mutant.end));
    const killed = notices(own) || notices(others(dirname(file)));
    results[key].push({ ...mutant, killed });
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
