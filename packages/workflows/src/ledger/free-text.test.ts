import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventSchemas, eventTypes } from '../case/events.js';
import { reference } from '../kit/fields.js';
import { changeTexts } from './free-text.js';

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
