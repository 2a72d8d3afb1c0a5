import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { filesBelow, installDependencies, installPacked, manifestOf, published, root } from './support/pack.js';
import { page, reactTypes } from './support/react.js';

const SOURCE_MAP = /\n\/\/# sourceMappingURL=(.+)\s*$/;
const NO_MODULE = /^\.\/(package|custom-elements)\.json$|\*|^\.\/jsx$/;

describe('what is published', () => {
  let consumer: string;
  const folderOf = (name: string): string => join(consumer, 'node_modules', '@msp', name);

  before(async () => {
    consumer = await mkdtemp(join(tmpdir(), 'msp-consumer-'));
    await writeFile(join(consumer, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
    await installPacked(consumer);
    await installDependencies(consumer);
  });

  after(() => rm(consumer, { recursive: true, force: true }));

  for (const name of published) {
    it(`@msp/${name} holds no test, and nothing that only tests or the compiler need`, async () => {
      const files = await filesBelow(folderOf(name));
      assert.ok(files.length > 20, `only ${files.length} files`);
      assert.deepEqual(
        files.filter((file) => /\.(test|fixture|stories)\.|tsbuildinfo|tsconfig|\.stamp$/.test(file)),
        [],
      );
    });

    it(`@msp/${name} carries its licence and says what it is`, async () => {
      const files = await filesBelow(folderOf(name));
      assert.ok(files.includes('LICENSE') && files.includes('README.md'));
    });

    it(`@msp/${name} carries types and source maps, and every source that a map names`, async () => {
      const folder = folderOf(name);
      const modules = (await filesBelow(folder)).filter((file) => /\.js$/.test(file));
      assert.ok(modules.length > 0);
      for (const file of modules) {
        const [, map] = SOURCE_MAP.exec(await readFile(join(folder, file), 'utf8')) ?? [];
        assert.ok(map, `${file} names a source map`);
        const path = join(folder, dirname(file), map);
        const { sources, sourcesContent } = JSON.parse(await readFile(path, 'utf8')) as {
          sources: string[];
          sourcesContent?: (string | null)[];
        };
        sources.forEach((source, index) => {
          const isThere = sourcesContent?.[index] != null || existsSync(join(dirname(path), source));
          assert.ok(isThere, `${file}: its map names ${source}, which is not packed`);
        });
        if (!file.startsWith(join('dist', 'bundle')))
          assert.ok(existsSync(join(folder, file.replace(/\.js$/, '.d.ts'))), `${file} has types`);
      }
    });

    it(`@msp/${name} has at each of its addresses what it says`, async () => {
      const folder = folderOf(name);
      for (const [address, target] of Object.entries((await manifestOf(folder)).exports)) {
        for (const file of typeof target === 'string' ? [target] : Object.values(target)) {
          const isThere = file.includes('*')
            ? (await filesBelow(folder)).some((one) => one.startsWith(file.slice(2, file.indexOf('*'))))
            : existsSync(join(folder, file));
          assert.ok(isThere, `${address} leads to ${file}, which is not packed`);
        }
      }
    });
  }

  it('can be imported by Node.js where nothing else is installed', async () => {
    const addresses: string[] = [];
    for (const name of published) {
      const { exports } = await manifestOf(folderOf(name));
      for (const address of Object.keys(exports))
        if (!NO_MODULE.test(address) && !address.includes('define')) addresses.push(`@msp/${name}${address.slice(1)}`);
    }
    assert.ok(addresses.includes('@msp/sdk/server'));
    // The store in PostgreSQL and the embedded one need what the host chooses to install.
    const lines = addresses
      .filter((address) => !/store\/(postgres|embedded)$/.test(address))
      .map((address) => `await import('${address}');`);
    await writeFile(join(consumer, 'imports.mjs'), lines.join('\n'));
    const { status, stderr } = spawnSync(process.execPath, ['imports.mjs'], { cwd: consumer, encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  const program = [
    "import { openCase, record, type Case } from '@msp/workflows';",
    "import { createMspClient, type MspClient } from '@msp/sdk';",
    "import { createMspHandler } from '@msp/sdk/server';",
    "import { memoryStore } from '@msp/sdk/store/memory';",
    "import { MspConcernFormElement } from '@msp/elements';",
    "import '@msp/elements/define.js';",
    "export const opened: Case = openCase({ id: '0190b3a0-0000-7000-8000-000000000001' });",
    "export const client: MspClient = createMspClient({ endpoint: '/msp', token: 'a' });",
    "export const form: MspConcernFormElement = document.createElement('msp-concern-form');",
    'export const all = [record, createMspHandler, memoryStore];',
    '// @ts-expect-error There is no such property.',
    'form.noSuchThing = 1;',
  ].join('\n');

  const compile = async (options: object, file = 'program.ts', content = program): Promise<void> => {
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      strict: true,
      noEmit: true,
      types: [],
      ...options,
    };
    await writeFile(join(consumer, file), content);
    await writeFile(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
    const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', consumer], { encoding: 'utf8' });
    assert.equal(stdout, '');
    assert.equal(status, 0);
  };

  it('type-checks down to the last declaration in somebody else’s project for Node.js', () =>
    compile({ module: 'NodeNext', moduleResolution: 'NodeNext', skipLibCheck: false }));

  it('type-checks down to the last declaration in somebody else’s project for a bundler', () =>
    compile({ module: 'ESNext', moduleResolution: 'Bundler', skipLibCheck: false }));

  // XState's own declarations do not hold with exact optional properties, so these leave libraries unchecked.
  it('type-checks in somebody else’s project as strict as ours', () =>
    compile({
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
    }));

  it('tells React’s JSX each element, with its properties, attributes and events', async () => {
    const react = join(consumer, 'node_modules', 'react');
    await mkdir(react, { recursive: true });
    await writeFile(join(react, 'package.json'), '{ "name": "react", "version": "19.0.0", "types": "index.d.ts" }');
    await writeFile(join(react, 'index.d.ts'), reactTypes);
    await compile(
      { module: 'ESNext', moduleResolution: 'Bundler', jsx: 'react', skipLibCheck: false },
      'page.tsx',
      page,
    );
  });
});
