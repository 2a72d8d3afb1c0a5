import fc from 'fast-check';

const nested = (levels: number, open: string, close: string): string =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;

const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udc00b',
  '\ufeff',
  '\u202e',
  '\u2028',
  '__proto__',
  'constructor',
  'x'.repeat(501),
  'x'.repeat(50_001),
  '👩🏾‍🦽'.repeat(200),
  "'; DROP TABLE msp.events; --",
  '${process.exit()}',
  '../../etc/passwd',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '2026-02-30',
  '2026-13-01T25:61:61Z',
  '9999-12-31T23:59:60Z',
  'NaN',
  'true',
];

const NUMBERS = ['1e999', '-1e999', '1e308', '9007199254740993', '-0', '0.1', '5e-324', '-1', '1E400', '0'];

/** Text of any letters and of halves of letters. */
export const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));

/** JSON, as text: what a careless page or somebody who tries doors may put where anything is expected. */
const nastyJson = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS).map((text) => JSON.stringify(text)) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS, 'null', 'true', 'false', '[]', '{}', '[null]', '{"":0}') },
  { weight: 3, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 2, arbitrary: anyText.map((text) => JSON.stringify(text)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"\\u005f_proto__":{"isAdmin":true}}',
      '{"prototype":1}',
      '{"toString":1,"valueOf":2,"hasOwnProperty":3,"toJSON":4}',
      '{"length":4294967295}',
      '{"then":1}',
      nested(12, '[', ']'),
      nested(17, '[', ']'),
      nested(40, '{"a":', '}'),
      nested(20_000, '[', ']'),
    ),
  },
);

export const strangeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'type',
  'data',
  'v',
  'by',
  'тип',
  'a\u0000',
] as const;

/** A change somewhere in data that was nearly right. `value` is JSON as text. */
type Change = { readonly at: number; readonly how: number; readonly value: string; readonly name: string };

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(200),
  how: fc.nat(5),
  value: nastyJson,
  name: fc.constantFrom(...strangeNames),
});

type Place = { readonly holder: Record<string, unknown> | unknown[]; readonly name: string };

const placesIn = (value: unknown): Place[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => [
    { holder: value as Record<string, unknown>, name },
    ...placesIn((value as Record<string, unknown>)[name]),
  ]);
};

const set = (holder: object, name: string, value: unknown): void => {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
};

/** JSON as text takes the place of a mark: numbers beyond all numbers could not be written otherwise. */
const MARK = 'mark of a value ';

const changed = (data: unknown, changes: readonly Change[]): string => {
  const root = { data: structuredClone(data) };
  changes.forEach(({ at, how, name }, index) => {
    const places = placesIn(root);
    const place = places[at % places.length];
    if (!place) return;
    if (how === 0) delete (place.holder as Record<string, unknown>)[place.name];
    else if (how === 1 && !Array.isArray(place.holder)) set(place.holder, name, `${MARK}${index}`);
    else if (how === 2) set(place.holder, place.name, [place.holder[place.name as never], `${MARK}${index}`]);
    else set(place.holder, place.name, `${MARK}${index}`);
  });
  const text = JSON.stringify(root.data) ?? 'null';
  return changes.reduce((before, { value }, index) => before.replace(`"${MARK}${index}"`, () => value), text);
};

const cut = (text: string, at: number): string => text.slice(0, at % (text.length + 1));

const changes = fc.array(change, { minLength: 1, maxLength: 3 });

/** The text of a body: right, nearly right, or anything. */
export const bodyNear = (right: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: right.map((data) => JSON.stringify(data)) },
    {
      weight: 10,
      arbitrary: fc.tuple(right, changes).map(([data, all]) => changed(data, all)),
    },
    { weight: 2, arbitrary: nastyJson },
    { weight: 1, arbitrary: fc.tuple(right, fc.nat()).map(([data, at]) => cut(JSON.stringify(data), at)) },
    { weight: 1, arbitrary: anyText },
  );
