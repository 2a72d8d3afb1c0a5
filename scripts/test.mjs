import { giveUp } from './lib/say.mjs';
import { prepare } from './lib/workspace.mjs';
import { steps } from './test/steps.mjs';

const wanted = () => {
  const at = process.argv.indexOf('--only');
  if (at === -1) return undefined;
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !steps.some(([step]) => step === name));
  if (unknown.length > 0)
    giveUp(`There is no step called ${unknown.join(', ')}. There are: ${steps.map(([name]) => name).join(', ')}.`);
  return names;
};

const only = wanted();
await prepare();

let passed = 0;
let failed = 0;
const start = Date.now();
for (const [name, title, work] of steps) {
  if (only && !only.includes(name)) continue;
  const began = Date.now();
  console.log(`• ${title}`);
  const result = await work().catch((error) => ({ passed: 0, failed: 1, output: String(error?.stack ?? error) }));
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0 && result.output) console.log(result.output);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  console.log(`  ${result.failed > 0 ? '✗' : '✓'} ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
}
console.log(`\nTook ${((Date.now() - start) / 1000).toFixed(0)} s.`);
if (only) {
  const left = steps.map(([name]) => name).filter((name) => !only.includes(name));
  console.log(`NOT RUN, because of --only: ${left.join(', ')}.`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
