import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../../', import.meta.url);
const folder = new URL('.cache/quickstart/', root);

test('the quickstart of the engine runs as it stands and says what stands in the way', async () => {
  const readme = await readFile(new URL('packages/workflows/README.md', root), 'utf8');
  const code = /```js quickstart\.mjs\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  assert.ok(code.trim().split('\n').length <= 20);
  await mkdir(folder, { recursive: true });
  const file = new URL('quickstart.mjs', folder);
  await writeFile(file, code);
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(file)]);
  assert.match(stdout, /wrong-stage/);
  assert.match(stdout, /support-not-considered .*Care Act 2014 s2/);
});

test('every block of code on the page “Import the engine” runs, one after the other', async () => {
  const page = await readFile(new URL('stories/docs/import-the-engine.mdx', root), 'utf8');
  const blocks = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
  assert.ok(blocks.length >= 7, `only ${blocks.length} blocks`);
  await mkdir(folder, { recursive: true });
  const file = new URL('import-the-engine.mjs', folder);
  await writeFile(file, blocks.join('\n'));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [fileURLToPath(file)]);
  assert.equal(stderr, '');
  for (const said of [
    /limb-not-assessed: threshold\.limbAssessed/,
    /Talk with the person/,
    /redacted, chain intact/,
    /failed to engage/,
  ])
    assert.match(stdout, said);
});
