import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicFolder } from './files.js';

const CASE_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Which page answers which address. The pages are plain files; the only thing in an address is the id of a case. */
const pages: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, 'index.html'],
  [/^\/housing\/$/, 'housing/index.html'],
  [/^\/hospital\/$/, 'hospital/index.html'],
  [/^\/desk\/$/, 'desk/index.html'],
  [new RegExp(`^/desk/cases/${CASE_ID}$`), 'desk/case.html'],
  [new RegExp(`^/me/${CASE_ID}$`), 'me/index.html'],
  [/^\/elsewhere$/, 'elsewhere.html'],
];

/** The page at this address, if there is one. */
export const pageAt = (path: string): string | undefined => pages.find(([address]) => address.test(path))?.[1];

export const readPage = (page: string): Promise<string> => readFile(join(publicFolder, page), 'utf8');

/** What the first page says after the button was pressed. Fixed texts: nothing from the address gets into the page. */
const notices: Readonly<Record<string, string>> = {
  loaded: 'The sample cases are loaded. <a href="/desk/">See them at the desk</a>.',
  already: 'The sample cases are there already: nothing was added. <a href="/desk/">See them at the desk</a>.',
};

export const withNotice = (html: string, name: string | null): string => {
  const text = name !== null && Object.hasOwn(notices, name) ? notices[name] : undefined;
  if (text === undefined) return html;
  return html.replace(
    '<!-- notice -->',
    `<div class="notice" role="status" tabindex="-1" autofocus><p>${text}</p></div>`,
  );
};
