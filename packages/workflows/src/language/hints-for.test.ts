import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventType, eventSchemas, eventTypes, roles } from '../case/events.js';
import { words } from '../kit/fields.js';
import { buildEvent } from '../testing/index.js';
import { hintsFor } from './hints-for.js';
import { whose } from './whose.js';

type Def = { shape?: Record<string, unknown>; element?: unknown; innerType?: unknown };

const freeTexts = (schema: unknown, path: string): string[] => {
  if (schema === words) return [path];
  const { shape, element, innerType } = (schema as { _zod: { def: Def } })._zod.def;
  if (innerType !== undefined) return freeTexts(innerType, path);
  if (element !== undefined) return freeTexts(element, `${path}[]`);
  return Object.entries(shape ?? {}).flatMap(([name, field]) => freeTexts(field, path ? `${path}.${name}` : name));
};

for (const type of eventTypes) {
  test(`every free text of ${type} is somebody’s, and nothing else is`, () => {
    assert.deepEqual(Object.keys(whose[type] ?? {}).sort(), freeTexts(eventSchemas[type], '').sort());
  });
}

const filled = (path: string): Record<string, unknown> => {
  const build = ([step, ...rest]: string[]): unknown => {
    if (step === undefined) return 'She refuses help';
    return step === '[]' ? [build(rest)] : { [step]: build(rest) };
  };
  return build(path.replaceAll('[]', '.[]').split('.')) as Record<string, unknown>;
};

test('what workers write is hinted at, field by field; what is somebody’s own never', () => {
  for (const [type, fields] of Object.entries(whose)) {
    for (const [path, owner] of Object.entries(fields)) {
      const event = buildEvent({ number: 1, type: type as EventType, data: filled(path) as never, by: 'practitioner' });
      const paths = hintsFor(event).map((hint) => hint.path);
      assert.deepEqual(paths, owner === 'workers' ? [path.replaceAll('[]', '.0')] : [], `${type} ${path}`);
    }
  }
});

test('only those who write about others at work are hinted at', () => {
  const told = roles.filter((by) => {
    const event = buildEvent({ number: 1, type: 'danger.reported', data: { what: 'The victim is at home' }, by });
    return hintsFor(event).length > 0;
  });
  assert.deepEqual(told, ['advocate', 'practitioner', 'manager', 'partner']);
});

test('an unfinished or misshapen event has hints where there is text, and never fails', () => {
  const of = (data?: unknown) =>
    hintsFor({ ...buildEvent({ number: 1, type: 'plan.agreed', by: 'manager' }), data: data as never });
  for (const data of [undefined, {}, { actions: 'victim' }, { actions: [null, 'x', { what: 3 }] }]) {
    assert.deepEqual(of(data), []);
  }
  assert.deepEqual(
    of({ actions: [{}, { what: 'Visit the victim' }] }).map(({ path, start }) => [path, start]),
    [['actions.1.what', 10]],
  );
  assert.deepEqual(
    hintsFor({ ...buildEvent({ number: 1, type: 'closure.agreed' }), type: 'case.allocated', data: { to: 'x' } }),
    [],
  );
});

test('a pack’s own words are used where it has them', () => {
  const event = buildEvent({ number: 1, type: 'danger.reported', data: { what: 'The victim' }, by: 'manager' });
  assert.deepEqual(hintsFor(event, { vocabulary: [] }), []);
});
