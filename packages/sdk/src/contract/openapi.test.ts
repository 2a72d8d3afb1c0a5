import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { eventTypes } from '@msp/workflows';
import { type Route, problemCodes, problems, routes } from '../contract.js';
import { openApiDocument } from './openapi.js';

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  summary: string;
  security: object[];
  parameters: { name: string; in: string; required?: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<string, Json>;
};

const document = openApiDocument() as {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json>; responses: Record<string, Json>; securitySchemes: Json };
};

const walk = (value: unknown, visit: (node: Json) => void): void => {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (typeof value === 'object' && value !== null) {
    visit(value as Json);
    for (const each of Object.values(value)) walk(each, visit);
  }
};

const resolve = (pointer: string): unknown =>
  pointer
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);

const named = Object.entries(routes) as [string, Route][];

test('it is OpenAPI 3.1 with a title, a version and a server', () => {
  assert.equal(document.openapi, '3.1.0');
  assert.ok(document.info.title && document.info.version);
  assert.deepEqual(document.servers, [{ url: '/' }]);
  assert.deepEqual(openApiDocument('/safeguarding')['servers'], [{ url: '/safeguarding' }]);
});

test('every reference resolves, and nothing refers to what is not there', () => {
  let references = 0;
  walk(document, ({ $ref }) => {
    if ($ref === undefined) return;
    references += 1;
    assert.ok(typeof $ref === 'string' && $ref.startsWith('#/components/'), String($ref));
    assert.ok(resolve($ref) !== undefined, $ref);
  });
  assert.ok(references > 100);
});

test('every route of the contract is there, once, with its parameters, body, answer and refusals', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  assert.deepEqual(operations.map(({ operationId }) => operationId).sort(), Object.keys(routes).sort());
  for (const [name, route] of named) {
    const path = route.path.replace(':caseId', '{caseId}');
    const operation = document.paths[path]?.[route.method.toLowerCase()];
    assert.ok(operation, name);
    assert.equal(operation.operationId, name);
    assert.equal(operation.security.length, route.roles === 'anyone' ? 0 : 1);
    assert.equal(operation.requestBody !== undefined, route.body !== undefined);
    const statuses = new Set([route.status, ...route.errors.map((code) => problems[code].status)].map(String));
    assert.deepEqual(new Set(Object.keys(operation.responses)), statuses, name);
    const inPath = operation.parameters
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => parameter.name);
    assert.deepEqual(
      inPath.map((parameter) => `{${parameter}}`),
      path.match(/\{\w+\}/g) ?? [],
    );
    const required = operation.parameters
      .filter((parameter) => parameter.in === 'header' && parameter.required)
      .map((parameter) => parameter.name);
    assert.deepEqual(required, [
      ...(route.idempotent ? ['Idempotency-Key'] : []),
      ...(route.expectsVersion ? ['If-Match'] : []),
    ]);
  }
});

test('every response has a description, and every named refusal explains its code', () => {
  for (const methods of Object.values(document.paths)) {
    for (const { responses } of Object.values(methods)) {
      for (const response of Object.values(responses)) assert.ok('$ref' in response || response['description']);
    }
  }
  assert.deepEqual(Object.keys(document.components.responses), problemCodes);
  for (const code of problemCodes)
    assert.ok(String(document.components.responses[code]?.['description']).includes(problems[code].title));
});

test('the data of every event type has a schema, and recording takes one of them', () => {
  const variants = document.components.schemas['NewEvent']?.['oneOf'] as { properties: { type: { const: string } } }[];
  assert.deepEqual(
    variants.map(({ properties }) => properties.type.const),
    eventTypes,
  );
  assert.ok(document.components.schemas['Data.concern.raised']);
});

test('no schema takes fields that nobody described where people write', () => {
  for (const [id, schema] of Object.entries(document.components.schemas)) {
    if (id.startsWith('Data.')) assert.equal(schema['additionalProperties'], false, id);
  }
});

test('names of components are such as OpenAPI takes', () => {
  for (const id of Object.keys(document.components.schemas)) assert.match(id, /^[A-Za-z0-9._-]+$/);
});

test('a validator of others finds nothing wrong with it, and finds what is planted', async () => {
  const validate = async (given: object) => new Validator().validate(structuredClone(given) as Json);
  assert.deepEqual(await validate(document), { valid: true });
  const { openapi: _, ...nameless } = document;
  const planted: object[] = [
    nameless,
    { ...document, info: { title: document.info.title } },
    { ...document, paths: { 'v1/cases': {} } },
    { ...document, paths: { '/v1/cases': { get: { responses: { 200: {} } } } } },
  ];
  for (const wrong of planted) assert.equal((await validate(wrong)).valid, false);
});
