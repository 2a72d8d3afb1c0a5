import { ensureInstalled } from './lib/install.mjs';
import { giveUp } from './lib/say.mjs';

await ensureInstalled();
const { rounds } = await import('./test/steps.mjs');

const names = rounds.flat(2).map(({ name }) => name);

/** The steps that `--only` names, or all. */
const wanted = () => {
  const at = process.argv.indexOf('--only');
  if (at === -1) return names;
  const only = (process.argv[at + 1] ?? '').split(',');
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    giveUp(`There is no step called ${unknown.join(', ') || 'nothing'}. There are: ${names.join(', ')}.`);
  return only;
};

const chosen = wanted();
const secondsSince = (start) => Math.round((Date.now() - start) / 1000);

let passed = 0;
let failed = 0;
const start = Date.now();

const take = async ({ name, title, work }) => {
  const began = Date.now();
  const result = await work().catch((error) => ({ passed: 0, failed: 1, output: error.message }));
  passed += result.passed;
  failed += result.failed;
  const mark = result.failed > 0 ? `✗ ${name}:` : '✓';
  console.log(`• ${title}`);
  if (result.failed > 0) console.log(result.output.trimEnd());
  console.log(`  ${mark} ${result.passed} passed, ${result.failed} failed (${secondsSince(began)} s)`);
};

const inOrder = async (lane) => {
  for (const step of lane) if (chosen.includes(step.name)) await take(step);
};

for (const lanes of rounds) await Promise.all(lanes.map(inOrder));

const left = names.filter((name) => !chosen.includes(name));
console.log(`\nTook ${secondsSince(start)} s.`);
if (left.length > 0) console.log(`NOT RUN, because of --only: ${left.join(', ')}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
