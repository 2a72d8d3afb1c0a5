import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { jsxTypes } from './jsx-types.mjs';
import { tool } from './programs.mjs';
import { root } from './root.mjs';
import { step } from './say.mjs';

const published = ['workflows', 'sdk', 'elements'];
const compiled = [...published.map((name) => `packages/${name}`), 'examples/portal'];
const elements = join(root, 'packages', 'elements');
const manifestFile = join(elements, 'custom-elements.json');

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()
    : [];

const MADE_BY_COMPILER = /\.(d\.ts|js)(\.map)?$/;
const MADE_BY_OTHERS = /^(bundle|types)[\\/]/;

/** The compiler leaves behind what it made of files that are gone: a test that was deleted would run for ever. */
const prune = (source, made) => {
  for (const file of filesBelow(made)) {
    const inside = relative(made, file);
    if (MADE_BY_OTHERS.test(inside) || !MADE_BY_COMPILER.test(inside)) continue;
    if (!existsSync(join(source, inside.replace(MADE_BY_COMPILER, '.ts')))) rmSync(file);
  }
};

/** Compiles every package, the portal, and more where asked: the exit code and what the compiler said. */
export const compileAll = async (more = []) => {
  for (const folder of compiled) prune(join(root, folder, 'src'), join(root, folder, 'dist'));
  prune(join(root, 'tests'), join(root, '.cache', 'tests'));
  return tool('tsc', ['-b', ...compiled, ...more], { quiet: true });
};

/** Compiles again whenever a source changes, until it is stopped. */
export const compileContinuously = () => tool('tsc', ['-b', '--watch', '--preserveWatchOutput', ...compiled]);

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
};

/** Does the work only if what it is made of has changed, or what it makes is not there. */
const onceFor = async (name, { inputs, outputs }, work) => {
  const stamp = join(root, '.cache', `${name}.stamp`);
  const now = hashOf(inputs);
  if (outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
};

const orThrow = ({ code, output }, what) => {
  if (code !== 0) throw new Error(`${output}\n${what} failed. The lines above say where.`);
};

const isShipped = (file) =>
  /(?<!\.(test|test\.kit|test\.child|fixture))\.js$/.test(file) && !/[\\/]bundle[\\/]/.test(file);

const bundle = () =>
  onceFor(
    'bundle',
    {
      inputs: [
        ...published.flatMap((name) => filesBelow(join(root, 'packages', name, 'dist')).filter(isShipped)),
        join(root, 'rollup.config.mjs'),
        join(root, 'package-lock.json'),
      ],
      outputs: ['define.min.js', 'msp-concern-form.min.js'].map((file) => join(elements, 'dist', 'bundle', file)),
    },
    async () => {
      step('Bundling the elements for browsers');
      orThrow(await tool('rollup', ['--config', 'rollup.config.mjs', '--silent'], { quiet: true }), 'The bundle');
    },
  );

const describe = () => {
  const typings = join(elements, 'dist', 'types', 'jsx.d.ts');
  const config = 'custom-elements-manifest.config.mjs';
  return onceFor(
    'manifest',
    {
      inputs: [
        ...filesBelow(join(elements, 'src')).filter((file) => file.endsWith('.ts')),
        join(elements, config),
        join(root, 'scripts', 'lib', 'jsx-types.mjs'),
      ],
      outputs: [manifestFile, typings],
    },
    async () => {
      step('Describing the elements (custom-elements.json, types for JSX)');
      const made = await tool('cem', ['analyze', '--config', config, '--quiet'], { quiet: true, cwd: elements });
      orThrow(made, 'The description of the elements');
      mkdirSync(dirname(typings), { recursive: true });
      writeFileSync(typings, jsxTypes(JSON.parse(readFileSync(manifestFile, 'utf8'))));
    },
  );
};

/** Each package carries the licence, as the licence asks. */
const copyLicence = () => {
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
  for (const name of published) {
    const copy = join(root, 'packages', name, 'LICENSE');
    if (!existsSync(copy) || readFileSync(copy, 'utf8') !== licence) writeFileSync(copy, licence);
  }
};

/** Everything that is published, and the example portal. Quick when nothing has changed. Throws with what the tool said. */
export const buildAll = async () => {
  orThrow(await compileAll(), 'Compiling');
  copyLicence();
  await bundle();
  await describe();
};
