import type { Case } from '../case/case.js';
import type { CaseEvent } from '../case/events.js';

/** Codes stay as they are: a word of the field's own lists, a day or an instant. Everything else is somebody's words. */
const isCode = (text: string): boolean => /^[a-z][A-Za-z]*$/u.test(text) || /^\d/u.test(text);

const texts: ReadonlySet<string> = new Set([
  ...[
    'outcomeId',
    'supportId',
    'enquiryId',
    'linkedCaseId',
    'who',
    'to',
    'from',
    'by',
    'relationship',
    'because',
    'what',
  ],
  ...['words', 'whatHappened', 'saidAndWants', 'proportionate', 'name', 'safeContact', 'found', 'about', 'said'],
]);

const replaceIn = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaceIn(item, name)]));
  if (typeof value !== 'string' || key === 'entryId') return value;
  const isAboutACode = key === 'about' && isCode(value);
  return (texts.has(key) && !isAboutACode) || !isCode(value) ? `canary ${value}` : value;
};

/** The same case with a canary in place of all that somebody wrote, ids that people gave included. */
export const canaried = (current: Case): Case => ({
  ...current,
  entries: current.entries.map((event) => ({ ...event, data: replaceIn(event.data ?? {}) }) as CaseEvent),
});
