import type { Policy } from '@msp/workflows';
import { dayWords } from '../stage/readings.js';

/** One line of an entry, for reading: what it is, and what it says. */
export type Line = {
  readonly label: string;
  readonly text: string;
  /** What somebody said or wanted, to the letter: shown as a quotation. */
  readonly isQuotation: boolean;
};

/** What the readable form needs of the element: its texts by id, with a default. */
export type Texts = (id: string, fallback?: string) => string;

/** Fields that name something inside the case: nobody needs to read them. */
const INSIDE = ['outcomeId', 'supportId', 'enquiryId', 'entryId', 'linkedCaseId'];
const QUOTED = ['words', 'saidAndWants', 'asThePersonSeesIt', 'said'];
const DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/;

const codesOf = (policy: Policy): ReadonlyMap<string, string> =>
  new Map(
    [policy.routes, policy.redirectionGrounds, policy.overrideGrounds, policy.closingReasons, policy.supportKinds]
      .flat()
      .map(({ code, words }) => [code, words]),
  );

/** A code in plain words: the policy pack's, else ours. What is no code stays as it is. */
export const codeWords = (texts: Texts, policy: Policy, code: string): string => {
  const limb = policy.limbs.find((one) => one.code === code);
  return limb?.plain ?? codesOf(policy).get(code) ?? texts(`code.${code}`, code);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const written = (texts: Texts, policy: Policy, value: unknown): string => {
  if (typeof value === 'string') return DATE.test(value) ? dayWords(value) : codeWords(texts, policy, value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((one) => written(texts, policy, one)).join('; ');
  if (isObject(value)) {
    return Object.entries(value)
      .map(([field, inner]) => `${texts(`field.${field}`, field)}: ${written(texts, policy, inner)}`)
      .join(', ');
  }
  return '';
};

/** An entry's data as lines to read: plain words for every code, dates as people write them, nothing for what is empty. */
export const readable = (texts: Texts, policy: Policy, data: Readonly<Record<string, unknown>>): Line[] =>
  Object.entries(data).flatMap(([field, value]): Line[] => {
    if (INSIDE.includes(field) || value === undefined) return [];
    if (isObject(value) && field !== 'data')
      return readable(texts, policy, value).map((line) => within(texts, field, line));
    const text = written(texts, policy, value);
    return text === '' ? [] : [{ label: texts(`field.${field}`, field), text, isQuotation: QUOTED.includes(field) }];
  });

const within = (texts: Texts, field: string, line: Line): Line => ({
  ...line,
  label: `${texts(`field.${field}`, field)}: ${line.label.charAt(0).toLowerCase()}${line.label.slice(1)}`,
});
