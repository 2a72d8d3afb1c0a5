/** What went wrong with a store. Closed list: a caller may decide by it. */
export type StoreErrorCode =
  | 'unreachable'
  | 'outcome-unknown'
  | 'busy'
  | 'closed'
  | 'not-migrated'
  | 'database-newer'
  | 'migration-changed'
  | 'unsafe-settings'
  | 'unsafe-role'
  | 'bad-append'
  | 'not-storable'
  | 'bad-page'
  | 'refused'
  | 'package-missing'
  | 'data-folder-in-use'
  | 'data-folder-unwritable'
  | 'data-folder-other-version'
  | 'port-busy'
  | 'start-failed';

/**
 * A store could not do what it was asked.
 *
 * It carries a code, a sentence and, from a database, the SQLSTATE: never the database's own message, detail, query, parameters
 * or error object, because those repeat whole rows of what people wrote.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly sqlState: string | undefined;

  constructor(code: StoreErrorCode, message: string, options: { sqlState?: string | undefined } = {}) {
    super(`[@msp/sdk] ${message}`);
    this.code = code;
    this.sqlState = options.sqlState;
  }
}
