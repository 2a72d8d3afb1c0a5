import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { type Plugin, rollup } from 'rollup';
import { filesBelow, installDependencies, installPacked, manifestOf, published, root } from './support/pack.js';
import { page, reactTypes } from './support/react.js';

const SOURCE_MAP = /\n\/\/# sourceMappingURL=(.+)\s*$/;
const NO_MODULE = /^\.\/(package|custom-elements)\.json$|\*|^\.\/jsx$/;

/** Its types describe a CommonJS module; what Node.js gives is the plugin itself. */
const minify = terser as unknown as () => Plugin;

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

  /** The quickstart of the README, as a vendor would copy it. */
  const quickstart = async (): Promise<string> => {
    const readme = await readFile(join(folderOf('workflows'), 'README.md'), 'utf8');
    return /```js quickstart\.mjs\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  };

  const runs = (file: string): void => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: consumer, encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /support-not-considered/);
  };

  it('runs the quickstart in Node.js', async () => {
    await writeFile(join(consumer, 'quickstart.mjs'), await quickstart());
    runs('quickstart.mjs');
  });

  it('runs the quickstart from a bundle, where nothing is installed', async () => {
    await writeFile(join(consumer, 'bundled.mjs'), await quickstart());
    const bundle = await rollup({ input: join(consumer, 'bundled.mjs'), plugins: [nodeResolve()] });
    const alone = await mkdtemp(join(tmpdir(), 'msp-bundle-'));
    await bundle.write({ file: join(alone, 'bundle.mjs'), format: 'es' });
    await bundle.close();
    runs(join(alone, 'bundle.mjs'));
    await rm(alone, { recursive: true, force: true });
  });

  /** The engine as a page would carry it: what records, judges, reads and shows a case. */
  const sizeOf = async (names: string): Promise<number> => {
    const input = join(consumer, 'size.mjs');
    await writeFile(input, `export { ${names} } from '@msp/workflows';`);
    const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true }), minify()] });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    return gzipSync(output[0].code, { level: 9 }).length;
  };

  /** Bytes. Without the machine the engine is 30 kB, of which zod takes 12; the machine brings XState, another 12. */
  const MOST = { engine: 30 * 1024, withMachine: 43_000 };

  it('stays as light in a page as it is, and carries XState only where the machine is used', async () => {
    const engine = 'openCase, record, blockers, whatCanHappen, replay, snapshot, restore, view, caseOf';
    const alone = await sizeOf(engine);
    const whole = await sizeOf(`${engine}, mspMachine`);
    assert.ok(alone <= MOST.engine && whole <= MOST.withMachine, `${whole} bytes with XState, ${alone} without`);
    assert.ok(alone < whole - 8_000, 'what does not use the machine carries XState');
  });

  const program = [
    "import { openCase, record, whatCanHappen, type Case } from '@msp/workflows';",
    "import { createMspClient, type MspClient } from '@msp/sdk';",
    "import { createMspHandler } from '@msp/sdk/server';",
    "import { memoryStore } from '@msp/sdk/store/memory';",
    "import { MspConcernFormElement } from '@msp/elements';",
    "import '@msp/elements/define.js';",
    "export const opened: Case = openCase({ id: '0190b3a0-0000-7000-8000-000000000001' });",
    "export const client: MspClient = createMspClient({ endpoint: '/msp', token: 'a' });",
    "export const form: MspConcernFormElement = document.createElement('msp-concern-form');",
    'export const all = [record, createMspHandler, memoryStore];',
    "const by = { id: 'p-1', role: 'practitioner', organisation: 'Council' } as const;",
    "const about = { id: '0190b3a0-0000-7000-8000-000000000002', caseId: 'c', at: '2026-03-02T09:00:00Z', by };",
    "record(opened, { ...about, type: 'concern.raised', data: { whatHappened: 'x' } });",
    '// @ts-expect-error There is no such event.',
    "record(opened, { ...about, type: 'tea.served' });",
    '// @ts-expect-error The event has no such field.',
    "record(opened, { ...about, type: 'concern.raised', data: { whatHappened: 'x', mood: 'low' } });",
    '// @ts-expect-error The field takes no such code.',
    "record(opened, { ...about, type: 'concern.raised', data: { whatHappened: 'x', immediateDanger: true } });",
    '// @ts-expect-error What must be there is not.',
    "record(opened, { ...about, type: 'concern.raised', data: {} });",
    '// @ts-expect-error There is no such state.',
    "export const isNowhere = opened.state.journey === 'nowhere';",
    '// @ts-expect-error There is no such role.',
    "whatCanHappen(opened, 'neighbour');",
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
