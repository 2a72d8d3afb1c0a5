import { base64url } from 'jose';
import { DEFAULT_PAGE, MAX_PAGE } from './port.js';
import { isStorableText } from './check.js';
import { StoreError } from './store-error.js';

/** The case after which the next page begins. */
export type Place = { readonly raisedAt: string; readonly caseId: string };

const CURSOR_VERSION = 1;

/** @throws StoreError `bad-page` */
export const pageSize = (limit = DEFAULT_PAGE): number => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE) return limit;
  throw new StoreError('bad-page', `limit must be a whole number from 1 to ${MAX_PAGE}.`);
};

/** @throws StoreError `bad-page` */
export const startAfter = (after = 0): number => {
  if (Number.isSafeInteger(after) && after >= 0) return after;
  throw new StoreError('bad-page', 'after must be a sequence: a whole number from 0.');
};

/** A cursor says nothing but when a case was raised and its id: it may stand in a URL. */
export const writeCursor = ({ raisedAt, caseId }: Place): string =>
  base64url.encode(JSON.stringify([CURSOR_VERSION, raisedAt, caseId]));

/** @throws StoreError `bad-page` where the text is no cursor that a store gave */
export const readCursor = (cursor: string): Place => {
  let parts: unknown;
  try {
    parts = JSON.parse(new TextDecoder().decode(base64url.decode(cursor)));
  } catch {
    parts = undefined;
  }
  const [version, raisedAt, caseId] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (version === CURSOR_VERSION && typeof raisedAt === 'string' && typeof caseId === 'string') {
    const time = new Date(raisedAt);
    // Years beyond four digits are instants to JavaScript and none to a database.
    const isInstant =
      /^\d{4}-/.test(raisedAt) &&
      raisedAt >= '0001' &&
      !Number.isNaN(time.getTime()) &&
      time.toISOString() === raisedAt;
    if (isInstant && isStorableText(caseId)) return { raisedAt, caseId };
  }
  throw new StoreError('bad-page', 'before is not a cursor of this list. Begin again without it.');
};
