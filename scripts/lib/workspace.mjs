import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveUp, step } from './say.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const OLDEST = [20, 19];

export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  giveUp(
    `This needs Node.js ${OLDEST.join('.')} or later, and this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
};

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const stamp = join(root, 'node_modules', '.msp-installed');

const isWritable = (folder) => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** The Node that came with the packages, where there is one for this machine; otherwise the one that runs now. */
export const node = () => {
  const packed = join(root, 'node_modules', '.bin', 'node');
  return existsSync(packed) ? packed : process.execPath;
};

/** The Node of the machine, which is not the one that came with the packages. */
export const machineNode = () => {
  const own = join(root, 'node_modules');
  const folder = (process.env.PATH ?? '')
    .split(delimiter)
    .find((candidate) => candidate !== '' && !candidate.startsWith(own) && existsSync(join(candidate, 'node')));
  return folder === undefined ? process.execPath : join(folder, 'node');
};

const children = new Set();

const stopChildren = (signal) => {
  for (const child of children) child.kill(signal);
};

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopChildren(signal);
    setTimeout(() => process.exit(130), 5000).unref();
  });
}

/** Runs a command to its end: its exit code, and what it printed if `quiet`. */
export const run = (command, args, { quiet = false, env = {}, cwd = root } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    children.add(child);
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const done = (code) => {
      children.delete(child);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      done(1);
    });
    child.on('close', (code, signal) => done(signal ? 130 : (code ?? 1)));
  });

/** Runs the command line of an installed package under the Node that came with the packages. */
export const tool = (name, args, options) => run(node(), [join(root, 'node_modules', '.bin', name), ...args], options);

/** The native compiler is a program of its own, not a script. */
export const compile = (args, options) => tool('tsc', ['-b', ...args], options);

/** Installs what the lock file names, unless it is there already. */
export const ensureInstalled = async () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return;
  if (!isWritable(root)) {
    giveUp(`The folder ${root} cannot be written to. Move the project to a folder of yours, or change who owns it.`);
  }
  step('Installing what is missing (about a minute the first time)');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = npm
    ? await run(process.execPath, [npm, ...args], { quiet: true })
    : await run('npm', args, { quiet: true });
  if (code !== 0) {
    console.error(output);
    giveUp(
      'The packages could not be installed. Look at the lines above; most often the npm registry cannot be reached: check the network or the proxy, then try again.',
    );
  }
  writeFileSync(stamp, lockHash());
};

/** Checks and installs, in the order in which a newcomer needs it. */
export const prepare = async () => {
  checkNode();
  await ensureInstalled();
};
