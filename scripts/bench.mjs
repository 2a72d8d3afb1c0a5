import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, compileAll } from './lib/build.mjs';
import { giveUp } from './lib/say.mjs';
import { node, prepare, root, run } from './lib/workspace.mjs';

await prepare();
await buildAll().catch((error) => giveUp(error.message));
await compileAll(['tests']);
const made = join(root, '.cache', 'tests');
const benches = readdirSync(made, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.bench.js'))
  .sort();
if (benches.length === 0) giveUp('There is no benchmark yet.');
for (const bench of benches) {
  const { code } = await run(node(), ['--enable-source-maps', '--expose-gc', join(made, bench)]);
  if (code !== 0) process.exit(code);
}
