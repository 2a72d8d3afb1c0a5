import { type EventType, eventSchemas, eventTypes } from '@msp/workflows';
import * as z from 'zod/mini';
import { type RouteName, routes } from '../contract.js';
import { API_VERSION, headers, idempotencyKeySchema } from './headers.js';
import {
  type ProblemCode,
  blockerSchema,
  conflictSchema,
  issueSchema,
  problemCodes,
  problemSchema,
  problems,
} from './problems.js';
import type { Route } from './route.js';
import {
  caseAnswerSchema,
  caseListSchema,
  caseSummarySchema,
  caseViewSchema,
  entryViewSchema,
  eventListSchema,
  healthSchema,
  newEventSchema,
  receiptSchema,
  recordedSchema,
} from './shapes.js';

type Json = Record<string, unknown>;

const named = {
  Receipt: receiptSchema,
  CaseSummary: caseSummarySchema,
  CaseList: caseListSchema,
  CaseAnswer: caseAnswerSchema,
  CaseView: caseViewSchema,
  EntryView: entryViewSchema,
  EventList: eventListSchema,
  NewEvent: newEventSchema,
  RecordedEvent: recordedSchema,
  Health: healthSchema,
  Problem: problemSchema,
  Blocker: blockerSchema,
  Conflict: conflictSchema,
  Issue: issueSchema,
};

const refTo = (id: string): string => `#/components/schemas/${id}`;

/** Every schema that has a name, registered so that others refer to it. Data that several event types share has one name. */
const registerAll = () => {
  const registry = z.registry<{ id: string }>();
  const add = (schema: z.core.$ZodType, id: string): void => {
    if (!registry.has(schema)) registry.add(schema, { id });
  };
  for (const [id, schema] of Object.entries(named)) add(schema, id);
  for (const type of eventTypes) add(eventSchemas[type], `Data.${type satisfies EventType}`);
  return registry;
};

const bare = ({ $schema: _schema, $id: _id, ...schema }: Json): Json => schema;

const schemaOf = (registry: ReturnType<typeof registerAll>, schema: z.core.$ZodType): Json => {
  const id = registry.get(schema)?.id;
  return id ? { $ref: refTo(id) } : bare(z.toJSONSchema(schema, { io: 'input' }) as Json);
};

const header = (name: string, description: string, schema: Json, required = true): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

const speaksVersion = header(headers.apiVersion, 'The version that the caller speaks.', { const: API_VERSION }, false);

const parametersOf = (route: Route): Json[] => {
  const inPath = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
  const query = route.query ? (z.toJSONSchema(route.query, { io: 'input' }) as { properties?: Json }) : {};
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({ name, in: 'query', schema }));
  return [
    ...inPath,
    ...inQuery,
    ...(route.roles === 'anyone' ? [] : [speaksVersion]),
    ...(route.idempotent
      ? [
          header(
            headers.idempotencyKey,
            'Made once, sent with every attempt: the same key with the same body is recorded once and answered the same.',
            bare(z.toJSONSchema(idempotencyKeySchema) as Json),
          ),
        ]
      : []),
    ...(route.expectsVersion
      ? [
          header(headers.ifMatch, 'The version that the writer saw, in double quotes.', {
            type: 'string',
            pattern: '^"\\d{1,9}"$',
          }),
        ]
      : []),
  ];
};

const problemContent = (codes: readonly ProblemCode[]): Json => ({
  'application/problem+json': {
    schema: { allOf: [{ $ref: refTo('Problem') }, { properties: { code: { enum: codes } } }] },
  },
});

const responseFor = (code: ProblemCode): Json => ({
  description: `${problems[code].title}. ${problems[code].next}`,
  content: problemContent([code]),
});

const refusalsOf = (codes: readonly ProblemCode[]): Json => {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, [code, ...more]]) => [
      status,
      code !== undefined && more.length === 0
        ? { $ref: `#/components/responses/${code}` }
        : {
            description: [code, ...more].map((each) => (each ? `${each}: ${problems[each].title}` : '')).join('; '),
            content: problemContent([code, ...more] as ProblemCode[]),
          },
    ]),
  );
};

const operationOf = (name: RouteName, route: Route, registry: ReturnType<typeof registerAll>): Json => ({
  operationId: name,
  summary: route.summary,
  ...(route.roles === 'anyone'
    ? { security: [] }
    : { security: [{ token: [] }], description: `Roles: ${route.roles.join(', ')}.` }),
  parameters: parametersOf(route),
  ...(route.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(registry, route.body) } } } }
    : {}),
  responses: {
    [route.status]: {
      description: 'Done.',
      content: {
        [route.streams ? 'text/event-stream' : 'application/json']: { schema: schemaOf(registry, route.response) },
      },
    },
    ...refusalsOf(route.errors),
  },
});

/** The interface as OpenAPI 3.1, derived from the contract. `basePath` is where the handler is mounted. */
export const openApiDocument = (basePath = ''): Json => {
  const registry = registerAll();
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route, registry) };
  }
  const { schemas } = z.toJSONSchema(registry, { uri: refTo, io: 'input' });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Making Safeguarding Personal',
      version: API_VERSION,
      description: `Every answer carries the header ${headers.apiVersion}. Refusals are problem details (RFC 9457) with a stable code.`,
    },
    servers: [{ url: basePath === '' ? '/' : basePath }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema as Json)])),
      responses: Object.fromEntries(problemCodes.map((code) => [code, responseFor(code)])),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Minted by the host’s back end; 10 minutes at most.',
        },
      },
    },
  };
};
