import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAll, compileAll } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/processes.mjs';
import { root } from './lib/root.mjs';
import { giveUp, step } from './lib/say.mjs';

/**
 * A long proof, in chunks: `npm run proof:<name>`. What was proven is kept for as long as the engine, the SDK, the proof's own folder and
 * its seed stay as they are, so a proof that was stopped goes on where it was; `-- --again` begins anew.
 */
const [, , , name, ...words] = process.argv;
const made = join(root, '.cache', 'tests');

await ensureInstalled();
await buildAll().catch((error) => giveUp(error.message));
const { code, output } = await compileAll(['tests']);
if (code !== 0) giveUp(`${output}\nThe proofs do not compile. The lines above say where.`);

const files = readdirSync(made, { recursive: true }).map(String);
const file = files.find((path) => path.endsWith(`${name}.proof.js`));
if (!file) giveUp(`There is no proof called ${name}. They are the files tests/**/*.proof.ts.`);
const proof = await import(pathToFileURL(join(made, file)).href);

const about = ['packages/workflows/src', 'packages/sdk/src', posix.join('tests', dirname(file).replaceAll(sep, '/'))];
const { output: tree } = await run('git', ['ls-tree', '-r', 'HEAD', '--', ...about], { quiet: true });
const sources = tree.split('\n').filter((line) => !line.endsWith('.md'));
const source = createHash('sha256')
  .update([...sources, process.env.MSP_SEED ?? ''].join('\n'))
  .digest('hex');
const kept = join(root, '.cache', 'proofs', `${name}.json`);
if (words.includes('--again') && existsSync(kept)) rmSync(kept);
const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : undefined;
const done = before?.source === source ? before.done : 0;
if (done > 0)
  step(`${done} of ${proof.chunks} parts are proven already (npm run proof:${name} -- --again begins anew)`);

for (let chunk = done; chunk < proof.chunks; chunk += 1) {
  const said = await proof.run(chunk);
  console.log(`${chunk + 1}/${proof.chunks}  ${said}`);
  mkdirSync(join(root, '.cache', 'proofs'), { recursive: true });
  writeFileSync(kept, JSON.stringify({ source, done: chunk + 1 }));
}
console.log(`Proven: ${name}.`);
