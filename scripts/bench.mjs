import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, compileAll } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/processes.mjs';
import { node } from './lib/programs.mjs';
import { root } from './lib/root.mjs';
import { giveUp, step } from './lib/say.mjs';

/** Runs every benchmark, or those whose file names contain one of the words given. */
const words = process.argv.slice(3);

await ensureInstalled();
await buildAll().catch((error) => giveUp(error.message));
const { code: compiled, output } = await compileAll(['tests']);
if (compiled !== 0) giveUp(`${output}\nThe benchmarks do not compile. The lines above say where.`);

const made = join(root, '.cache', 'tests');
const benches = readdirSync(made, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.bench.js') && (words.length === 0 || words.some((word) => file.includes(word))))
  .sort();
if (benches.length === 0) giveUp('There is no such benchmark. They are the files tests/bench/*.bench.ts.');
for (const bench of benches) {
  step(bench.replace(/\.js$/, ''));
  const { code } = await run(node(), ['--enable-source-maps', '--expose-gc', join(made, bench)]);
  if (code !== 0) process.exit(code);
}
