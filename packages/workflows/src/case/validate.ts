import * as z from 'zod/mini';
import type { Blocker } from '../kit/rule.js';
import { envelopeSchema, eventSchemas, isEventType } from './events.js';

type Issue = z.core.$ZodIssue;

const NAME = /^[A-Za-z0-9_-]{1,60}$/;

/** Field names that somebody else chose are only shown if they look like names: they could be words. */
const showPath = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' || NAME.test(String(key)) ? String(key) : '…')).join('.');

const wantedOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `has to be ${issue.expected === 'array' ? 'a list' : `of kind ${issue.expected}`}`;
    case 'invalid_value':
      return `has to be one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : `has to be at least ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is longer than ${String(issue.maximum)} characters`
        : `has to be at most ${String(issue.maximum)}`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'has to be a date like 2026-03-20'
        : issue.format === 'datetime'
          ? 'has to be a date and time like 2026-03-20T10:30:00Z'
          : `has to be a valid ${issue.format}`;
    case 'invalid_union':
      return 'has to be a date like 2026-03-20, or a date and time like 2026-03-20T10:30:00Z';
    case 'custom':
      return issue.message;
    default:
      return 'does not fit';
  }
};

const toBlocker = (path: string, wanted: string): Blocker => ({
  code: 'invalid-data',
  message: `${path === '' ? 'The entry' : `The field “${path}”`} ${wanted}.`,
  cites: 'the event’s schema',
  clearedBy: [],
  ...(path === '' ? {} : { path }),
});

export const invalid = toBlocker;

const toBlockers = (issue: Issue): Blocker[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => toBlocker(showPath([...issue.path, key]), 'is not part of this entry'))
    : [toBlocker(showPath(issue.path), wantedOf(issue))];

/** What does not fit a schema: which field, and what is wanted, never what was given. */
export const misfits = (schema: z.core.$ZodType, value: unknown): Blocker[] => {
  const result = z.safeParse(schema, value, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap(toBlockers);
};

/** What is wrong with data for an event of this type; nothing if it fits. */
export const invalidData = (type: string, data: unknown): Blocker[] =>
  isEventType(type)
    ? misfits(eventSchemas[type], data ?? {})
    : [toBlocker('type', 'is not an event that this engine knows')];

/** What is wrong around the data; nothing if it fits. */
export const invalidEnvelope = (event: unknown): Blocker[] => misfits(envelopeSchema, event);
