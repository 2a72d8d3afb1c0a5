import { repeatedEventId } from '../check.js';
import { StoreError, type StoreErrorCode } from '../store-error.js';

const SENTENCES = {
  unreachable: 'The database does not answer or does not let this server in. Nothing was kept; try again.',
  'outcome-unknown':
    'The connection broke while the database was keeping this. Append again with the same idempotency key to find out.',
  busy: 'The database was too busy to finish this in time. Nothing was kept; try again.',
  'not-migrated': 'The database has not been prepared for this version. Run migrate({ connectionString }) first.',
  'unsafe-settings':
    'The database runs with fsync, synchronous_commit or full_page_writes off, so that what it accepts may be lost. Turn them on.',
  'unsafe-role':
    'This login may not work as the role msp_app, which alone keeps tenants apart. As the owner: GRANT msp_app TO this login.',
  'not-storable': 'The database cannot keep a text of this append to the letter. Nothing was kept.',
  refused: 'The database refused this. Nothing was kept.',
} satisfies Partial<Record<StoreErrorCode, string>>;

const CODES: readonly (readonly [RegExp, keyof typeof SENTENCES])[] = [
  [/^(08|28|57P|53|3D|25006)/, 'unreachable'],
  [/^(40|55P03|57014|25P03)/, 'busy'],
  [/^(42P01|42883|3F000|22023|42703|42704)/, 'not-migrated'],
  [/^MSP01/, 'unsafe-settings'],
  [/^42501/, 'unsafe-role'],
  [/^(22021|22P05)/, 'not-storable'],
];

const field = (error: unknown, name: string): string | undefined => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};

const sqlStateOf = (error: unknown): string | undefined => {
  const code = field(error, 'code');
  return field(error, 'severity') !== undefined && code?.length === 5 ? code : undefined;
};

export const failure = (code: keyof typeof SENTENCES, sqlState?: string): StoreError =>
  new StoreError(code, SENTENCES[code], { sqlState });

/**
 * What the driver threw, as a `StoreError` that carries nothing of it but the SQLSTATE.
 *
 * PostgreSQL puts the failing row into `detail` and values into `message`; both, and the original error, end here.
 */
export const toStoreError = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  const sqlState = sqlStateOf(error);
  if (sqlState === undefined) return failure('unreachable');
  if (sqlState === '23505' && field(error, 'constraint') === 'events_tenant_event_id_key') return repeatedEventId();
  const code = CODES.find(([pattern]) => pattern.test(sqlState))?.[1] ?? 'refused';
  return failure(code, sqlState);
};
