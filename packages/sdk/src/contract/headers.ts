import * as z from 'zod/mini';

/** Major version of this interface; it changes only when a client would have to. */
export const API_VERSION = '1';

/** The longest body that is sent or read. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Header names, in the spelling of the contract. */
export const headers = {
  apiVersion: 'MSP-API-Version',
  idempotencyKey: 'Idempotency-Key',
  ifMatch: 'If-Match',
} as const;

/** 16 to 100 letters, digits, `-` and `_`; use a random UUID. */
export const idempotencyKeySchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,100}$/));

/** A version as `If-Match` and `ETag` carry it: in double quotes. */
export const formatVersion = (version: number): string => `"${version}"`;

/** The version in `If-Match`, or nothing where it is not one. */
export const parseVersion = (header: string): number | undefined => {
  const digits = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
};
