import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventType, eventSchemas, eventTypes } from '../case/events.js';
import { reference } from '../kit/fields.js';
import { changeTexts, changeTextsOf } from './free-text.js';

type Def = {
  type: string;
  shape?: object;
  element?: Schema;
  innerType?: Schema;
  options?: Schema[];
  format?: string;
  checks?: Schema[];
};
type Schema = { _zod: { def: Def } };

/** Every text that a schema takes, found another way: by walking it for strings that are no day, no instant and no code of a pack. */
const stringsOf = (schema: Schema, path: string): string[] => {
  const { type, shape, element, innerType, format, checks = [] } = schema._zod.def;
  if ((schema as unknown) === reference) return [];
  const isCode = format !== undefined || checks.some((check) => check._zod.def.format === 'regex');
  if (type === 'string') return isCode ? [] : [path];
  if (type === 'optional' && innerType) return stringsOf(innerType, path);
  if (type === 'array' && element) return stringsOf(element, `${path}.0`);
  return Object.entries(shape ?? {}).flatMap(([name, inner]) =>
    stringsOf(inner as Schema, path === '' ? name : `${path}.${name}`),
  );
};

const sampleOf = (schema: Schema): unknown => {
  const { type, shape, element, innerType } = schema._zod.def;
  if (type === 'optional' && innerType) return sampleOf(innerType);
  if (type === 'array' && element) return [sampleOf(element)];
  if (type !== 'object') return 'text';
  return Object.fromEntries(Object.entries(shape ?? {}).map(([name, inner]) => [name, sampleOf(inner as Schema)]));
};

test('every text of every event is covered, but for ids', () => {
  let count = 0;
  for (const type of eventTypes) {
    const schema = eventSchemas[type] as unknown as Schema;
    const found: string[] = [];
    changeTexts({ type, data: sampleOf(schema) } as never, (text, path) => (found.push(path), text));
    const expected = stringsOf(schema, '').filter((path) => !path.endsWith('Id'));
    const covered = type === 'entry.corrected' ? found.filter((path) => path !== 'data') : found;
    assert.deepEqual(covered.sort(), expected.sort(), type);
    count += expected.length;
  }
  assert.ok(count > 80, `only ${count} texts`);
});

const shouted = (type: EventType, data: unknown): unknown =>
  changeTexts({ type, data } as never, (text) => text.toUpperCase());

test('ids, codes, days and whatever stands where no text belongs stay as they are', () => {
  assert.deepEqual(
    shouted('concern.raised', {
      whatHappened: { deep: 'odd' },
      types: ['neglect'],
      adult: ['odd'],
      othersAtRisk: 'odd',
      location: { odd: ['odd'] },
      more: 'odd',
      carerKnown: null,
    }),
    {
      whatHappened: { deep: 'odd' },
      types: ['neglect'],
      adult: ['odd'],
      othersAtRisk: 'odd',
      location: { odd: ['odd'] },
      more: 'odd',
      carerKnown: null,
    },
  );
  assert.deepEqual(shouted('outcome.expressed', { outcomeId: 'o1', words: 'my card', saidBy: 'person' }), {
    outcomeId: 'o1',
    words: 'MY CARD',
    saidBy: 'person',
  });
  assert.equal(shouted('case.allocated', undefined), undefined);
});

test('whatever a correction or an unknown event holds counts as free text, at any depth', () => {
  const data = { list: ['a', { b: 'c' }], n: 1, nothing: null };
  const loud = { list: ['A', { b: 'C' }], n: 1, nothing: null };
  assert.deepEqual(shouted('tea.served' as EventType, data), loud);
  assert.deepEqual(shouted('entry.corrected', { entryId: 'e1', because: 'x', data }), {
    entryId: 'e1',
    because: 'X',
    data: loud,
  });
});

test('a field that somebody named after a prototype is a field, and is kept', () => {
  const data = JSON.parse('{"list":[{"__proto__":{"words":"a"}}]}') as unknown;
  const changed = JSON.stringify(shouted('tea.served' as EventType, data));
  assert.equal(changed, '{"list":[{"__proto__":{"words":"A"}}]}');
});

test('the data of a correction are read by the schema of the entry that they correct', () => {
  const change = (text: string) => text.toUpperCase();
  assert.deepEqual(changeTextsOf('outcome.expressed', { outcomeId: 'o1', words: 'my card' }, change), {
    outcomeId: 'o1',
    words: 'MY CARD',
  });
  assert.equal(changeTextsOf('outcome.expressed', undefined, change), undefined);
});
