import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { english } from './english.js';
import { hints } from './hints.js';

const found = (text: string) => hints(text).map((hint) => hint.found);

test('a hint says where, why and what to say instead', () => {
  const [hint] = hints('👵 The victim');
  assert.equal('👵 The victim'.slice(hint?.start, hint?.end), 'victim');
  const { start, end, found: phrase, code, why, instead, cites } = hint ?? {};
  const { forms: _, harmless: __, ...entry } = english.find((one) => one.code === 'victim') ?? { forms: [] };
  assert.deepEqual({ start, end, phrase }, { start: 7, end: 13, phrase: 'victim' });
  assert.deepEqual({ code, why, instead, cites }, entry);
});

test('whole words only, in any script', () => {
  for (const text of ['victimise', 'evictims', 'victimé', '9victim', 'éperp', 'perp\u0301'])
    assert.deepEqual(found(text), []);
  assert.deepEqual(found('(victim)/victim_'), ['victim', 'victim']);
});

test('hyphens, spaces, line breaks and either apostrophe', () => {
  for (const text of [
    'wheelchair bound',
    'Wheelchair-Bound',
    'wheelchair\r\nbound',
    'wheelchair – bound',
    'WHEELCHAIR‐BOUND',
  ]) {
    assert.deepEqual(found(text), [text]);
  }
  for (const text of ['won’t engage', "won't engage", 'wonʼt engage']) assert.deepEqual(found(text), [text]);
});

test('the longest phrase is the one said, and a harmless longer one says nothing', () => {
  assert.deepEqual(
    hints('She plays the victim.').map(({ code }) => code),
    ['manipulative'],
  );
  assert.deepEqual(found('Victim Support met the victim'), ['victim']);
});

/** What the text is like, the text, and what is found in it. */
const texts: readonly (readonly [name: string, text: string, ...expected: string[]])[] = [
  ['curly', 'She said “I am a victim” to the victims', 'victims'],
  ['straight', 'She said "I am a victim" to the victims', 'victims'],
  ['single curly, with an apostrophe', '‘I don’t want to be a victim’ she told the victims', 'victims'],
  ['single curly, with the apostrophe of many', '‘My friends’ house, the victim’s’ and victims', 'victims'],
  ['single curly that ends in s', '‘The abusers’ she said of the victims', 'victims'],
  ['single straight, with an apostrophe', "'I don't want to be a victim' she told the victims", 'victims'],
  ['a line with >', 'They wrote:\n  > I am a victim\nThe victims', 'victims'],
  ['no line with > in the middle', '5 > 4 victim', 'victim'],
  ['over two lines', '“I am\na victim” and victims', 'victims'],
  ['not over paragraphs', '“I am\n\nthe victims” and perps', 'victims', 'perps'],
  ['double, not closed: to the end of the line', 'She said “I am a victim\nThe victims', 'victims'],
  ['double straight, not closed: to the end of the line', 'He said "a victim\nThe victims', 'victims'],
  ['unclosed on the last line', 'The victims said "I, a victim', 'victims'],
  ['a lone apostrophe opens nothing', "'Twas the victim", 'victim'],
  ['a lone curly apostrophe opens nothing', '‘Twas the victim', 'victim'],
  ['inches', 'A 6" gap and a victim', 'victim'],
  ['apostrophes of workers', 'The Smiths’ victim wasn’t there', 'victim'],
  ['a sign that stands apart opens nothing', "one ' victim' two", 'victim'],
  ['a word right after it', '“so”victim', 'victim'],
  ['two quotations', '“a victim” victims “a perp” perps', 'victims', 'perps'],
  ['a phrase that begins before it', 'the victim“s”', 'victim'],
  ['two lines not closed', '“a victim\n“a victim\nvictims', 'victims'],
  ['a second curly opening before the end', '‘Twas then ‘a victim’ victims', 'victims'],
];

for (const [name, text, ...expected] of texts) {
  test(`quotation: ${name}`, () => {
    assert.deepEqual(found(text), expected);
  });
}

test('a pack may add words, and say a phrase of ours in its own way', () => {
  const ours = [
    { code: 'dioddefwr', forms: ['dioddefwr', 'dioddefwyr'], why: 'Y person', instead: ['y person'], cites: 'ni' },
    { code: 'ours', forms: ['victim'], why: 'Ours', instead: ['the person'], cites: 'us' },
  ];
  const codes = (text: string) => hints(text, { vocabulary: [...english, ...ours] }).map(({ code }) => code);
  assert.deepEqual(codes('Dioddefwr, victim, perp'), ['dioddefwr', 'ours', 'perpetrator']);
  assert.deepEqual(hints('victim', { vocabulary: [] }), []);
});

test('signs of expressions in a pack’s words are signs', () => {
  const vocabulary = [{ code: 'signs', forms: ['a.b*c (d)e', 'x/y'], why: 'w', instead: ['i'], cites: 'c' }];
  assert.equal(hints('a.b*c (d)e', { vocabulary }).length, 1);
  assert.equal(hints('x/y', { vocabulary }).length, 1);
  assert.equal(hints('aXbbc de', { vocabulary }).length, 0);
});

test('letters that only fold to ours are no words of ours', () => {
  assert.deepEqual(found('perpetrator\u017F'), []);
  assert.deepEqual(found('ab\u017Fconds'), []);
});

test('any text: places are in order, apart and as found, and the same each time', () => {
  const pieces = fc.constantFrom(
    'victim',
    'Victim Support',
    ' ',
    '\n',
    '\n\n',
    '"',
    '“',
    '”',
    '‘',
    '’',
    "'",
    '>',
    'refuses help',
    '👵',
    'a',
    '-',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const all = hints(text);
      let last = 0;
      for (const hint of all) {
        assert.ok(hint.start >= last && hint.end > hint.start);
        assert.equal(text.slice(hint.start, hint.end), hint.found);
        last = hint.end;
      }
      assert.deepEqual(hints(text), all);
    }),
  );
});

test('50,000 characters of anything take a moment', () => {
  const parts = [
    'a',
    '" ',
    " 'a",
    ' ‘a',
    '“',
    '“\n',
    '"\n',
    'refuses ',
    'hard - ',
    'hard  to  ',
    '> ',
    '\n \n',
    'friends’ ‘',
    "won't ",
    'non-',
    '‘s’ ',
  ];
  for (const part of parts) {
    const text = part.repeat(Math.ceil(50_000 / part.length));
    const start = performance.now();
    hints(text);
    const took = performance.now() - start;
    assert.ok(took < 1_000, `${JSON.stringify(part)} took ${took} ms`);
  }
});
