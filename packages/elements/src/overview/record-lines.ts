import type { EntryView, EventType, Policy } from '@msp/workflows';
import { concernQuestions } from '@msp/workflows/questions';
import { dayWords } from '../stage/readings.js';
import type { ReaderWords } from '../kit/reader-words.js';
import type { Names } from './record-names.js';

/** One line of an entry, for reading. */
export type Line = {
  readonly label: string;
  /** One text, or several where there are several answers. */
  readonly texts: readonly string[];
  /** Somebody's own words, to the letter: shown as a quotation. */
  readonly quoted: boolean;
};

/** What the lines need to know: the texts by id (empty where there is none), the pack, and what ids stand for. */
export type Reader = {
  readonly text: ReaderWords;
  readonly policy: Policy;
  readonly names: Names;
};

type Data = Readonly<Record<string, unknown>>;

/** Ids that only say which thing this entry begins. */
const BEGINS: Partial<Record<EventType, string>> = {
  'outcome.expressed': 'outcomeId',
  'support.offered': 'supportId',
  'enquiry.caused': 'enquiryId',
};

/** Fields that hold what the person, or who speaks for them, said. */
const OWN_WORDS = ['words', 'conversation.words', 'asThePersonSeesIt', 'said', 'saidAndWants'];

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const leafOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** These words are somebody's own, and not a worker's account of something. */
function isOwnWords(type: EventType, path: string, data: Data): boolean {
  if (type === 'feedback.given') return false;
  if (path === 'whatHappened') return data['aboutSelf'] === 'yes';
  if (type === 'closure.requested') return data['wishOf'] === undefined || data['wishOf'] === 'person';
  if (type === 'outcome.reviewed') return data['view'] !== 'practitioner';
  return OWN_WORDS.includes(path);
}

const packOf = ({ policy }: Reader, type: EventType, path: string): readonly { code: string; words: string }[] => {
  switch (leafOf(path)) {
    case 'limb':
      return policy.limbs.map(({ code, plain }) => ({ code, words: plain }));
    case 'route':
      return policy.routes;
    case 'grounds':
      return policy.overrideGrounds;
    case 'ground':
      return type === 'information.shared' ? policy.overrideGrounds : policy.redirectionGrounds;
    case 'reasons':
      return policy.closingReasons;
    case 'alternativesOffered':
      return policy.supportKinds;
    case 'kind':
      return type === 'support.offered' ? policy.supportKinds : [];
    default:
      return [];
  }
};

/** What the concern form calls this answer. */
function askedAs(type: EventType, path: string, code: string): string | undefined {
  if (type !== 'concern.raised') return undefined;
  const question = concernQuestions.find(({ field }) => field === path);
  const label = question?.options?.find(({ value, stores }) => (stores ?? value) === code)?.label;
  return typeof label === 'object' ? label.somebody : label;
}

const fieldText = ({ text }: Reader, kind: 'field' | 'value', type: EventType, path: string, code = ''): string => {
  const end = code === '' ? '' : `.${code}`;
  const ids = [
    `${kind}.${type}.${path}${end}`,
    `${kind}.${leafOf(path)}${end}`,
    ...(code === '' ? [] : [`${kind}${end}`]),
  ];
  for (const id of ids) {
    const found = text(id);
    if (found !== '') return found;
  }
  return '';
};

const DAY = /^\d{4}-\d{2}-\d{2}($|T\d{2}:\d{2})/;

/** Which fields hold a code and not what somebody wrote is what the catalogue of words knows. */
function valueText(reader: Reader, type: EventType, path: string, value: unknown): string {
  if (typeof value === 'number') return reader.text('value.rating', { rating: value });
  if (typeof value !== 'string') return '';
  const pack = packOf(reader, type, path).find(({ code }) => code === value)?.words;
  const known = pack ?? askedAs(type, path, value) ?? fieldText(reader, 'value', type, path, value);
  if (known !== '') return known;
  return DAY.test(value) ? dayWords(value) : value;
}

const itemText = (reader: Reader, type: EventType, path: string, item: Data): string =>
  Object.entries(item)
    .map(([field, value]) => valueText(reader, type, `${path}.${field}`, value))
    .filter(Boolean)
    .join(', ');

function lineOf(reader: Reader, type: EventType, path: string, value: unknown, data: Data): Line[] {
  if (BEGINS[type] === path || value === undefined) return [];
  if (isObject(value)) {
    return Object.entries(value).flatMap(([field, inner]) => lineOf(reader, type, `${path}.${field}`, inner, data));
  }
  const label = fieldText(reader, 'field', type, path);
  const name = typeof value === 'string' ? reader.names.get(`${path}:${value}`) : undefined;
  if (name !== undefined) return [{ label, texts: [name.words], quoted: name.quoted }];
  const texts = (Array.isArray(value) ? value : [value]).map((one) =>
    isObject(one) ? itemText(reader, type, path, one) : valueText(reader, type, path, one),
  );
  const said = texts.filter(Boolean);
  return said.length === 0 ? [] : [{ label, texts: said, quoted: isOwnWords(type, path, data) }];
}

/** An entry's data as lines to read: words for every code, days as people write them, nothing for what is empty. */
export const recordLines = (reader: Reader, { type }: Pick<EntryView, 'type'>, data: Data): Line[] =>
  Object.entries(data).flatMap(([field, value]) => lineOf(reader, type, field, value, data));
