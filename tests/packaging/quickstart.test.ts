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
