import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run } from './processes.mjs';
import { root } from './root.mjs';

const packages = join(root, 'node_modules');

/** The Node.js that came with the packages, where there is one for this machine; otherwise the one that runs now. */
export const node = () => {
  const packed = join(packages, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  return existsSync(packed) ? packed : process.execPath;
};

/** The Node.js of the machine, which is not the one that came with the packages. */
export const machineNode = () => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folder = (process.env.PATH ?? '')
    .split(delimiter)
    .find((candidate) => candidate !== '' && !candidate.startsWith(packages) && existsSync(join(candidate, name)));
  return folder === undefined ? process.execPath : join(folder, name);
};

/** Command lines of packages, by what people call them: the package and its command. */
const commands = {
  attw: ['@arethetypeswrong/cli', 'attw'],
  cem: ['@custom-elements-manifest/analyzer', 'cem'],
  eslint: ['eslint', 'eslint'],
  knip: ['knip', 'knip'],
  prettier: ['prettier', 'prettier'],
  publint: ['publint', 'publint'],
  rollup: ['rollup', 'rollup'],
  storybook: ['storybook', 'storybook'],
  tsc: ['@typescript/native', 'tsc'],
  wtr: ['@web/test-runner', 'wtr'],
};

const pathOf = (tool) => {
  const [name, command] = commands[tool];
  const manifest = join(packages, name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
};

/** No tool of ours tells anybody that it was used. */
const silence = { STORYBOOK_DISABLE_TELEMETRY: '1', DO_NOT_TRACK: '1', NO_UPDATE_NOTIFIER: '1' };

/** Runs the command line of an installed package under the Node.js that came with the packages. */
export const tool = (name, args, options = {}) =>
  run(node(), [pathOf(name), ...args], { ...options, env: { ...silence, ...options.env } });
