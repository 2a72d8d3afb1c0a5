import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './processes.mjs';
import { root } from './root.mjs';
import { giveUp, step } from './say.mjs';

const packagesIn = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** Whether everything that the lock file names is there, whoever installed it. npm keeps a list of what it installed. */
const isInstalled = () => {
  const list = join('node_modules', '.package-lock.json');
  if (!existsSync(join(root, list))) return false;
  const there = packagesIn(list);
  return Object.entries(packagesIn('package-lock.json'))
    .filter(([path, { optional, devOptional }]) => path !== '' && !optional && !devOptional)
    .every(([path, { version, integrity }]) => {
      const found = there[path];
      return found && found.version === version && found.integrity === integrity;
    });
};

const ways = [
  [
    /EACCES|EPERM|EROFS/,
    'because a folder cannot be written to. Move the project to a folder of yours, or change who owns it, then try again.',
  ],
  [/ENOSPC/, 'because the disk is full. Make room (it takes about 900 MB), then try again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    'because the npm registry cannot be reached. Check the network or the proxy, then try again.',
  ],
];

const whyNot = (output) => {
  const [, why] = ways.find(([sign]) => sign.test(output)) ?? [];
  if (!why) console.error(output.trim());
  return `The packages could not be installed, ${why ?? 'and the lines above say why. Put that right, then try again.'}`;
};

const canWrite = (folder) => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Installs what the lock file names, unless it is there already. */
export const ensureInstalled = async () => {
  if (!canWrite(root))
    giveUp(`The folder ${root} cannot be written to. Move the project to a folder of yours, or change who owns it.`);
  if (isInstalled()) return;
  step('Installing what is missing (about a minute the first time)');
  const own = process.env.npm_execpath;
  const npm = own && /^npm/.test(basename(own)) ? [process.execPath, own] : ['npm'];
  const args = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retry-mintimeout=2000',
  ];
  const { code, output } = await run(npm[0], [...npm.slice(1), ...args], { quiet: true });
  if (code !== 0) giveUp(whyNot(output));
};
