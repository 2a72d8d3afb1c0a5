import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export const root = fileURLToPath(new URL('../../../../', import.meta.url));
export const published = ['workflows', 'sdk', 'elements'] as const;

type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
};

/** npm as it was called, or as the machine has it. */
const npm = async (args: readonly string[]): Promise<void> => {
  const own = process.env['npm_execpath'];
  await (own ? execute(process.execPath, [own, ...args], { cwd: root }) : execute('npm', args, { cwd: root }));
};

/** Packs every package as it would be published, and unpacks it where a consumer would have it. */
export const installPacked = async (consumer: string): Promise<void> => {
  const scope = join(consumer, 'node_modules', '@msp');
  await mkdir(scope, { recursive: true });
  const workspaces = published.flatMap((name) => ['--workspace', `@msp/${name}`]);
  await npm(['pack', ...workspaces, '--pack-destination', consumer, '--loglevel=error']);
  const tarballs = (await readdir(consumer)).filter((file) => file.endsWith('.tgz'));
  for (const name of published) {
    const tarball = tarballs.find((file) => file.startsWith(`msp-${name}-`)) ?? '';
    await mkdir(join(scope, name));
    await execute('tar', ['-xzf', join(consumer, tarball), '-C', join(scope, name), '--strip-components', '1']);
  }
};

export const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Gives the consumer what the packages say that they need, and nothing else. */
export const installDependencies = async (consumer: string): Promise<void> => {
  const wanted = new Set<string>();
  for (const name of published) {
    const { dependencies } = await manifestOf(join(consumer, 'node_modules', '@msp', name));
    for (const dependency of Object.keys(dependencies ?? {})) wanted.add(dependency);
  }
  for (const name of wanted) {
    if (name.startsWith('@msp/')) continue;
    const target = join(consumer, 'node_modules', name);
    await mkdir(join(target, '..'), { recursive: true });
    await symlink(join(root, 'node_modules', name), target, 'junction');
  }
};

/** Every file below a folder, by its path inside. */
export const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
};
