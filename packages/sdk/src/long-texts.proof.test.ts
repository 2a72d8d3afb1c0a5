import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type StoredEvent, eventSchemas, hints } from '@msp/workflows';
import * as z from 'zod/mini';
import { createMspClient } from './client/index.js';
import { idempotencyKeySchema, parseVersion } from './contract/headers.js';
import { newSettingsSchema } from './contract/settings.js';
import { referenceSchema } from './contract/shapes.js';
import { newCodeSchema, openCodeSchema } from './contract/codes.js';
import { claimsSchema } from './server/auth/claims.js';
import { AUDIENCE, ISSUER, publicKey } from './server/handler.test.kit.js';
import { jwtAuth } from './server/index.js';
import { describeError } from './server/log.js';
import { marksOf } from './server/people/marks.js';
import { readDraftCode } from './server/privacy/draft-code.js';
import { parseJson } from './server/request/json.js';
import { isStorableText } from './store/check.js';
import { readCursor } from './store/page.js';

const SHORT = 1_000;
const TIMES = 100;
/** A hundred times the length may take a hundred times as long. With the square of it, it takes ten thousand times as long. */
const MOST = 12;
/** Below this, in milliseconds, a clock says nothing. */
const FLOOR = 2;

type Work = (text: string) => unknown;

/** What patterns stumble over: a run of what they repeat, and an end that does not fit. */
const RUNS = [
  ...[
    ' ',
    '\r',
    '\n',
    '\t',
    '\u2028',
    'a',
    'A',
    '0',
    '9',
    '-',
    '.',
    '/',
    '[',
    '{',
    '>',
    '"',
    '’',
    '“',
    '‘',
    '@',
    '+',
    '_',
    ',',
  ],
  ...[
    'a ',
    '0 ',
    'a.',
    'a@',
    '1-',
    'SW1A ',
    '+44 ',
    '> ',
    '\r\n',
    ' \n',
    '{a',
    '[a',
    'url',
    '()',
    'é',
    'e\u0301',
    '😀',
    '2026-',
  ],
];

const attack = (run: string, length: number): string => `${run.repeat(Math.ceil(length / run.length))}\u0001!`;

const duration = async (work: () => unknown): Promise<number> => {
  const begun = performance.now();
  try {
    await work();
  } catch {
    // That it is refused is well. How long that takes is the question.
  }
  return performance.now() - begun;
};

/** How much longer one long text takes than as many letters in short ones. About 1 is well; `times` is the square. */
const ratio = async (work: Work, run: string, times = TIMES): Promise<number> => {
  const [short, long] = [attack(run, SHORT), attack(run, SHORT * times)];
  const many = async (): Promise<void> => {
    for (let count = 0; count < times; count += 1)
      try {
        await work(short);
      } catch {
        // As above.
      }
  };
  let least = Infinity;
  // Something else may run on the machine meanwhile: it counts only if it is slow each time.
  for (let turn = 0; turn < 3 && least > MOST; turn += 1) {
    const [apart, whole] = [await duration(many), await duration(() => work(long))];
    least = Math.min(least, whole / Math.max(apart, FLOOR));
  }
  return least;
};

type Def = {
  type: string;
  innerType?: z.ZodMiniType;
  element?: z.ZodMiniType;
  shape?: Record<string, z.ZodMiniType>;
  options?: z.ZodMiniType[];
};

/** A value of this shape with the text wherever a text could stand. */
const filled = (schema: z.ZodMiniType, text: string): unknown => {
  const { type, innerType, element, shape, options } = (schema as unknown as { _zod: { def: Def } })._zod.def;
  if (shape) return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, filled(inner, text)]));
  if (element) return [filled(element, text)];
  if (innerType) return filled(innerType, text);
  if (options?.[0]) return filled(options[0], text);
  return type === 'record' ? { [text]: { en: text }, [`--msp-${text}`]: text } : text;
};

const keys = { get: async () => new Uint8Array(32), find: async () => undefined };

const raised = (text: string): StoredEvent =>
  ({
    type: 'concern.raised',
    data: { adult: { name: text, address: text, dateOfBirth: text } },
  }) as unknown as StoredEvent;

const auth = jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: [publicKey] });
const withHeader = (value: string): Request => ({ headers: { get: () => value } }) as unknown as Request;

const ofSchema =
  (schema: z.ZodMiniType): Work =>
  (text) =>
    z.safeParse(schema, filled(schema, text));

const inputs: Readonly<Record<string, Work>> = {
  ...Object.fromEntries(
    Object.entries(eventSchemas as Record<string, z.ZodMiniType>).map(([type, schema]) => [type, ofSchema(schema)]),
  ),
  'settings: addresses, phones, emails, themes, keys': ofSchema(newSettingsSchema),
  'a code to be made': ofSchema(newCodeSchema),
  'a code to be opened': ofSchema(openCodeSchema),
  'claims of a token': ofSchema(claimsSchema),
  'a token': (text) => auth(withHeader(`Bearer ${text}`), new Date(0)),
  'a token of three parts': (text) => auth(withHeader(`Bearer ${text}.${text}.${text}`), new Date(0)),
  'an idempotency key': (text) => z.safeParse(idempotencyKeySchema, text),
  'a version': (text) => parseVersion(`"${text}`),
  'a reference': (text) => z.safeParse(referenceSchema, text),
  'a draft’s code': readDraftCode,
  'a cursor': readCursor,
  'names, addresses and postcodes': (text) => marksOf(keys, 'council', [raised(text)]),
  'wording that is looked over': (text) => hints(text),
  JSON: (text) => parseJson(new TextEncoder().encode(JSON.stringify({ [text]: text })), { maxDepth: 9 }),
  'what may be kept': isStorableText,
  'an error for the log': (text) => describeError(Object.assign(new Error('x'), { stack: `Error: x\n    at ${text}` })),
  'the address of the service': (text) =>
    createMspClient({
      endpoint: `https://msp.example/${text}`,
      token: 'x',
      fetch: async () => new Response(null, { status: 404 }),
    }).listCases(),
};

for (const [what, work] of Object.entries(inputs)) {
  test(`a very long text takes no longer than as many letters in short ones: ${what}`, async () => {
    for (const run of RUNS) {
      const found = await ratio(work, run);
      assert.ok(found <= MOST, `${JSON.stringify(run)} repeated takes ${found.toFixed(0)} times as long`);
    }
  });
}

test('a pattern that takes the square of the length would be noticed', async () => {
  const planted: Work = (text) => /^[^\S\n]*>.*$/gmu.exec(text);
  assert.ok((await ratio(planted, '\r', 25)) > MOST);
});
