import * as z from 'zod/mini';
import type { Issue } from '../../contract.js';
import { Refusal } from '../problem.js';

type ZodIssue = z.core.$ZodIssue;

const dates = 'has to be a date like 2026-03-20, or a date and time like 2026-03-20T10:30:00Z';

const byCode: { readonly [C in ZodIssue['code']]?: (issue: Extract<ZodIssue, { code: C }>) => string } = {
  invalid_type: (issue) => (issue.input === undefined ? 'is missing' : `has to be of kind ${issue.expected}`),
  invalid_value: ({ values }) => `has to be one of: ${values.map(String).join(', ')}`,
  too_small: ({ origin, minimum }) =>
    origin === 'string' || origin === 'array' ? 'must not be empty' : `has to be at least ${String(minimum)}`,
  too_big: ({ origin, maximum }) =>
    origin === 'string' ? `is longer than ${String(maximum)} characters` : `has to be at most ${String(maximum)}`,
  invalid_format: ({ format }) =>
    format === 'date' || format === 'datetime' ? dates : 'is not in the form that is described in the interface',
  invalid_union: ({ path }) => (path.at(-1) === 'type' ? 'has to be an event type of the interface' : dates),
  // A name that is not known was chosen by the sender: it could be words, so it is not repeated.
  unrecognized_keys: () => 'has a field that is not part of the interface',
  // These messages are written in the schemas.
  custom: ({ message }) => message,
};

/** Field names that do not come from a schema could be words: they are not repeated. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' || PLAIN.test(String(key)) ? String(key) : '…')).join('.');

const toIssue = (issue: ZodIssue): Issue => ({
  path: pathOf(issue.path),
  message: (byCode[issue.code] as ((issue: ZodIssue) => string) | undefined)?.(issue) ?? 'does not fit',
});

/**
 * The value, if it fits its schema.
 *
 * @throws {Refusal} `invalid-request`, with the path of each field that does not fit and what is wanted there, never what was sent
 */
export const fit = <S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> => {
  const parsed = z.safeParse(schema, value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid-request', { issues: parsed.error.issues.map(toIssue) });
};
