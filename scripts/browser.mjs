import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packedChromium } from './lib/packed-browser.mjs';

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Some systems have a program of that name that only says how to install it. */
const answers = (path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];

const places = () => {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
      .filter(Boolean)
      .flatMap((folder) =>
        ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((name) =>
          join(folder, name),
        ),
      );
  const path = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => path.map((folder) => join(folder, name)));
};

/** Windows opens a window instead of saying its version. */
const installed = () => places().find((path) => isProgram(path) && (process.platform === 'win32' || answers(path)));

/** A browser under test calls nobody, and writes where there is room. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

/** What to do when there is none, in one sentence. */
export const NO_BROWSER =
  'There is no Chromium here to test in: install Chrome, Chromium or Edge, or set CHROME_PATH to one.';

/**
 * Options to launch a Chromium with: CHROME_PATH, else an installed one, else the one that comes as a package (Linux, x64).
 * Throws `NO_BROWSER` where there is none.
 */
export const findChromium = async () => {
  const args = [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const named = process.env.CHROME_PATH;
  if (named && !isProgram(named))
    throw new Error(`CHROME_PATH is ${named}, and no program is there: set it to a Chrome, Chromium or Edge.`);
  const executablePath = named || installed();
  if (executablePath) return { executablePath, args };
  const packed = packedChromium();
  if (!packed) throw new Error(NO_BROWSER);
  // The package has no helper program for a sandbox.
  return { ...packed, args: [...new Set([...args, '--no-sandbox'])] };
};
