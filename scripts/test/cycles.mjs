import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rollup } from 'rollup';
import { root } from '../lib/root.mjs';

const isOwn = (id) => !id.includes('node_modules');

/** Whole packages, not only what their public face reaches: every compiled module is an entry. */
const modulesOf = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(root, folder, String(file)))
    .filter((file) => file.endsWith('.js') && !/[\\/]bundle[\\/]/.test(file));

/** Finds cycles between modules, and relative imports that lead nowhere: one sentence for each. */
const faultsOf = async (folder) => {
  const faults = new Set();
  const resolveRelative = {
    name: 'resolve-relative',
    resolveId(id, from) {
      if (!from || !id.startsWith('.')) return from ? { id, external: true } : null;
      const target = join(dirname(from), id);
      if (existsSync(target)) return target;
      faults.add(`${relative(root, from)} imports ${id}, which is not there.`);
      return { id, external: true };
    },
  };
  const graph = await rollup({
    input: modulesOf(folder),
    plugins: [resolveRelative],
    treeshake: false,
    onwarn: ({ code, ids = [] }) => {
      if (code === 'CIRCULAR_DEPENDENCY' && ids.some(isOwn))
        faults.add(`A cycle: ${ids.map((id) => relative(root, id)).join(' → ')}`);
    },
  });
  await graph.close();
  return [...faults];
};

const folders = process.argv.slice(2);
const faults = (await Promise.all(folders.map(faultsOf))).flat();
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`No cycle in ${folders.join(', ')}.`);
process.exit(faults.length === 0 ? 0 : 1);
