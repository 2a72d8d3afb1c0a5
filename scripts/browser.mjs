import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const onPath = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];

const installed = () =>
  process.platform === 'darwin'
    ? onMac.find(isProgram)
    : onPath
        .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
        .find(isProgram);

/** A browser under test calls nobody. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
];

/** What to do when there is none, in one sentence. */
export const NO_BROWSER =
  'There is no Chromium here to test in: install Chrome, Chromium or Edge, or set CHROME_PATH to one.';

/**
 * Options to launch a Chromium with: CHROME_PATH, else an installed one, else the one that comes as a package (Linux, x64).
 * Throws `NO_BROWSER` where there is none.
 */
export const findChromium = async () => {
  const args = [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const executablePath = process.env.CHROME_PATH || installed();
  if (executablePath) return { executablePath, args };
  if (process.platform === 'linux' && process.arch === 'x64') {
    // The package only unpacks the system libraries that it brings along when it believes itself on such a machine.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
    const { default: packed } = await import('@sparticuz/chromium');
    return {
      executablePath: await packed.executablePath(),
      args: [...new Set([...packed.args, ...args])],
      headless: 'shell',
    };
  }
  throw new Error(NO_BROWSER);
};
