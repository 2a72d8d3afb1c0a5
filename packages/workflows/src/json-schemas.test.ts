import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventTypes } from './case/events.js';
import { caseEventJsonSchema, jsonSchemas, policyJsonSchema } from './json-schemas.js';

test('every event has its JSON Schema, closed to fields that it does not know', () => {
  assert.deepEqual(Object.keys(jsonSchemas), [...eventTypes]);
  for (const type of eventTypes) {
    assert.equal(jsonSchemas[type]['$schema'], 'https://json-schema.org/draft/2020-12/schema', type);
    assert.equal(jsonSchemas[type]['additionalProperties'], false, type);
  }
});

test('what must be there, what may be, and which codes there are come from the one declaration', () => {
  const { required, properties } = jsonSchemas['concern.raised'] as { required: string[]; properties: object };
  assert.deepEqual(required, ['whatHappened']);
  assert.ok('immediateDanger' in properties);
  const { properties: limb } = jsonSchemas['threshold.limbAssessed'] as { properties: { answer: object } };
  assert.deepEqual(limb.answer, { type: 'string', enum: ['met', 'notMet', 'unclear'] });
});

test('an event’s envelope and a pack have theirs', () => {
  assert.deepEqual(caseEventJsonSchema['required'], ['id', 'caseId', 'type', 'at', 'by']);
  assert.ok((policyJsonSchema['required'] as string[]).includes('limbs'));
});
