import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from './trouble.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file that may be served, and as what. */
export type ServedFile = { readonly path: string; readonly contentType: string };

const folder = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export const publicFolder = folder('../public');

const filesIn = (path: string, address: string): [string, ServedFile][] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry): [string, ServedFile][] => {
    const contentType = CONTENT_TYPES[extname(entry.name)];
    if (entry.isDirectory()) return filesIn(join(path, entry.name), `${address}/${entry.name}`);
    return contentType ? [[`${address}/${entry.name}`, { path: join(path, entry.name), contentType }]] : [];
  });

/** The elements as one file that a browser runs as it stands, with everything in it that they need. */
const elements = (): [string, ServedFile][] => {
  const bundle = new URL('.', import.meta.resolve('@msp/elements/bundle/define.min.js'));
  if (!existsSync(bundle)) throw new Trouble('The elements are not built for browsers yet. Run: npm run build');
  return filesIn(fileURLToPath(bundle), '/msp');
};

/**
 * Every file that can be asked for, by its address, listed once at the start: what is not in it cannot be reached, whatever
 * somebody puts into an address.
 */
export const servedFiles = (): ReadonlyMap<string, ServedFile> =>
  new Map([...filesIn(publicFolder, ''), ...filesIn(folder('./browser'), '/js'), ...elements()]);
