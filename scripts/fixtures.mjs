import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileAll } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { tool } from './lib/programs.mjs';
import { root } from './lib/root.mjs';
import { giveUp } from './lib/say.mjs';

/** Writes what this version of the engine records, once: later versions must replay it. A released version is never written again. */
await ensureInstalled();
const { code, output } = await compileAll(['tests']);
if (code !== 0) giveUp(`${output}\nThe tests do not compile. The lines above say where.`);

const { version } = JSON.parse(readFileSync(join(root, 'packages', 'workflows', 'package.json'), 'utf8'));
const folder = join(root, 'tests', 'model', 'fixtures', 'versions');
const file = join(folder, `${version}.json`);
if (existsSync(file)) {
  giveUp(`There are fixtures of ${version} already. If it is not released yet, delete ${file} first.`);
}
const made = join(root, '.cache', 'tests', 'model', 'support', 'version-fixtures.js');
const { fixturesNow } = await import(pathToFileURL(made).href);
mkdirSync(folder, { recursive: true });
writeFileSync(file, JSON.stringify(fixturesNow()));
await tool('prettier', ['--write', file], { quiet: true });
console.log(`Written: ${file}`);
