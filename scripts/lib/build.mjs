import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { step } from './say.mjs';
import { compile, root, tool } from './workspace.mjs';

const compiled = ['packages/workflows', 'packages/sdk', 'packages/elements', 'examples/portal'];

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()
    : [];

/** The compiler leaves behind what it made of files that are gone: a test that was deleted would run for ever. */
const prune = (source, made) => {
  for (const file of filesBelow(made)) {
    const inside = relative(made, file);
    if (inside.startsWith('bundle') || inside.startsWith('types') || !/\.(d\.ts|js)(\.map)?$/.test(inside)) continue;
    const origin = join(source, inside.replace(/\.(d\.ts|js)(\.map)?$/, '.ts'));
    if (!existsSync(origin)) rmSync(file);
  }
};

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
};

/** Does the work only if what it is made of has changed. */
const onceFor = async (stamp, inputs, work) => {
  const now = hashOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  await work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, now);
};

const orThrow = ({ code, output }, what) => {
  if (code !== 0) throw new Error(`${output}\n${what} failed. The lines above say where.`);
};

export const compileAll = async (more = []) => {
  for (const folder of compiled) prune(join(root, folder, 'src'), join(root, folder, 'dist'));
  prune(join(root, 'tests'), join(root, '.cache', 'tests'));
  return compile([...compiled, ...more], { quiet: true });
};

const isSource = (file) =>
  /\.js$/.test(file) && !/\.(test|test\.kit|fixture)\.js$/.test(file) && !file.includes('/bundle/');

const bundle = () =>
  onceFor(
    join(root, '.cache', 'bundle.stamp'),
    [
      ...['workflows', 'sdk', 'elements'].flatMap((name) =>
        filesBelow(join(root, 'packages', name, 'dist')).filter(isSource),
      ),
      join(root, 'rollup.config.mjs'),
      join(root, 'package-lock.json'),
    ],
    async () => {
      step('Bundling the elements for browsers');
      orThrow(await tool('rollup', ['--config', 'rollup.config.mjs', '--silent'], { quiet: true }), 'The bundle');
    },
  );

const manifest = () =>
  onceFor(
    join(root, '.cache', 'manifest.stamp'),
    [
      ...filesBelow(join(root, 'packages', 'elements', 'src')).filter((file) => file.endsWith('.ts')),
      join(root, 'packages', 'elements', 'custom-elements-manifest.config.mjs'),
    ],
    async () => {
      step('Describing the elements (custom-elements.json)');
      const made = await tool(
        'custom-elements-manifest',
        ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
        {
          quiet: true,
          cwd: join(root, 'packages', 'elements'),
        },
      );
      orThrow(made, 'The description of the elements');
    },
  );

/** Everything that is published, and the example portal. Quick when nothing has changed. Throws with what the tool said. */
export const buildAll = async () => {
  orThrow(await compileAll(), 'Compiling');
  const wanted = join(root, 'packages', 'elements', 'dist', 'bundle', 'define.min.js');
  if (!existsSync(wanted)) rmSync(join(root, '.cache', 'bundle.stamp'), { force: true });
  await bundle();
  if (!existsSync(join(root, 'packages', 'elements', 'custom-elements.json')))
    rmSync(join(root, '.cache', 'manifest.stamp'), { force: true });
  await manifest();
};
