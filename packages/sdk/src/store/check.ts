import type { AppendInput, CaseAppend, JsonValue, KeptDraft, KeptEvent } from './port.js';
import { StoreError } from './store-error.js';

const MAX_DEPTH = 100;

/** Three such ids still fit into one entry of a PostgreSQL index. */
const MAX_ID_BYTES = 512;

const ENVELOPE: Readonly<Record<keyof KeptEvent, true>> = {
  id: true,
  caseId: true,
  type: true,
  at: true,
  by: true,
  data: true,
  sequence: true,
  recordedAt: true,
  hash: true,
  v: true,
  seal: true,
  words: true,
};

/** U+0000 cannot be kept by PostgreSQL, and a lone surrogate cannot be written as UTF-8. */
export const isStorableText = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

/** Whether JSON can say this value, every text of it can be kept, and it comes back as it was. */
const isStorable = (value: unknown, depth = 0): boolean => {
  switch (typeof value) {
    case 'string':
      return isStorableText(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (depth === MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.entries(value).every(
    ([key, item]) => isStorableText(key) && (item === undefined || isStorable(item, depth + 1)),
  );
};

const badAppend = (message: string): StoreError => new StoreError('bad-append', `Append was refused: ${message}`);

const checkEvent = (event: KeptEvent, index: number, input: Pick<AppendInput, 'caseId' | 'expectedVersion'>): void => {
  const expected = input.expectedVersion + index + 1;
  if (event.sequence !== expected) {
    throw badAppend(`event ${index + 1} must have the sequence ${expected}. Number events on from expectedVersion.`);
  }
  if (event.caseId !== input.caseId)
    throw badAppend(`event ${expected} belongs to another case. Append each case alone.`);
  const stranger = Object.keys(event).some((key) => !Object.hasOwn(ENVELOPE, key));
  if (stranger) throw badAppend(`event ${expected} has a field that events do not have, and it would be lost.`);
  if (!isStorable(event)) {
    throw new StoreError(
      'not-storable',
      `Event ${expected} holds a value that cannot be kept to the letter: only JSON values, at most ${MAX_DEPTH} deep, and no text with U+0000 or half a surrogate pair.`,
    );
  }
};

const checkStorable = (field: string, value: string): void => {
  if (value === '') throw badAppend(`${field} is empty.`);
  if (!isStorableText(value)) {
    throw new StoreError('not-storable', `${field} has U+0000 or half a surrogate pair. Nothing was kept.`);
  }
};

const checkText = (field: string, value: string): void => {
  checkStorable(field, value);
  if (new TextEncoder().encode(value).length > MAX_ID_BYTES)
    throw badAppend(`${field} is longer than ${MAX_ID_BYTES} bytes.`);
};

const checkInstant = (field: string, value: string): void => {
  const time = Date.parse(value);
  const year = new Date(time).getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw badAppend(`${field} is not an ISO 8601 instant.`);
};

/**
 * Holds every store to the same rules before anything is written, so that a mistake of the caller is found by the memory store too.
 *
 * @throws StoreError `bad-append` or `not-storable`
 */
export const checkAppend = (input: AppendInput): void => {
  const { expectedVersion, idempotency, beside = [] } = input;
  checkText('tenant', input.tenant);
  checkText('idempotency.key', idempotency.key);
  checkText('idempotency.subject', idempotency.subject);
  checkText('idempotency.requestHash', idempotency.requestHash);
  if (idempotency.once !== undefined) checkText('idempotency.once', idempotency.once);
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0) {
    throw badAppend('expectedVersion counts whole events from 0.');
  }
  checkCase(input, expectedVersion);
  for (const other of beside) checkCase(other, 0);
  const all = [input, ...beside];
  const events = all.flatMap((each) => each.events);
  if (new Set(events.map((event) => event.id)).size < events.length) throw repeatedEventId();
  if (new Set(all.map(({ caseId }) => caseId)).size < all.length) throw badAppend('it has one case twice.');
  if (!isStorable(idempotency.response)) {
    throw new StoreError('not-storable', 'idempotency.response is not a JSON value that can be kept.');
  }
};

const checkCase = (input: CaseAppend, expectedVersion: number): void => {
  const { caseId, events, key, messages = [] } = input;
  checkText('caseId', caseId);
  checkText('case.reference', input.case.reference);
  checkInstant('case.raisedAt', input.case.raisedAt);
  checkInstant('case.lastEventAt', input.case.lastEventAt);
  if (input.case.nextDue !== undefined) checkInstant('case.nextDue', input.case.nextDue);
  if (events.length === 0) throw badAppend('there is no event in it.');
  events.forEach((event, index) => checkEvent(event, index, { caseId, expectedVersion }));
  if (key) checkStorable('key.wrapped', key.wrapped);
  if (!key && events.some(({ words }) => words !== undefined)) throw badAppend('it has words, and no key for them.');
  for (const { id, endpoint, body } of messages) {
    checkText('message.id', id);
    checkText('message.endpoint', endpoint);
    if (!isStorable(body)) throw badAppend('the body of a message is not a JSON value that can be kept.');
  }
};

/** @throws StoreError `bad-append` or `not-storable` */
export const checkDraft = (tenant: string, id: string, { words, expiresAt }: KeptDraft): void => {
  checkText('tenant', tenant);
  checkText('draft.id', id);
  checkStorable('draft.words', words);
  checkInstant('draft.expiresAt', expiresAt);
};

/** Texts that are kept whole, none of them empty. @throws StoreError `bad-append` or `not-storable` */
export const checkTexts = (texts: Readonly<Record<string, string>>): void => {
  for (const [field, value] of Object.entries(texts)) checkStorable(field, value);
};

/** An event id names one event of a tenant for ever. */
export const repeatedEventId = (): StoreError => badAppend('an event id was used before. Give every event its own.');

/** An instant as every row shows it. */
export const toInstant = (value: string): string => new Date(value).toISOString();

/** A value of the caller's own: what happens to it touches nothing that is kept. */
export const copy = <T extends JsonValue | KeptEvent>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
