import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The rules under test need no types, so the planted files need not exist. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
  },
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
});

const faultsOf = async (filePath: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(code, { filePath: `${root}${filePath}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
};

const engine = 'packages/workflows/src/closure/planted.ts';
const client = 'packages/sdk/src/client/planted.ts';
const server = 'packages/sdk/src/server/planted.ts';
const store = 'packages/sdk/src/store/planted.ts';
const element = 'packages/elements/src/closure/planted.element.ts';

const machine = 'packages/workflows/src/machine.ts';
const memory = 'packages/sdk/src/store/memory.ts';
const anyTest = 'packages/workflows/src/closure/planted.test.ts';

const planted: [what: string, file: string, code: string][] = [
  ['the engine imports the SDK', engine, "import '@msp/sdk';"],
  ['the engine imports Node', engine, "import 'node:fs';"],
  ['the engine imports Node by its old name', engine, "import 'fs';"],
  ['the engine imports XState outside the machine', engine, "import 'xstate';"],
  ['the engine imports a type of XState outside the machine', engine, "import type { Actor } from 'xstate';"],
  ['the engine loads something while it runs', engine, "void import('./closure.rules.js');"],
  ['the machine imports something besides XState', machine, "import 'lit';"],
  ['a stage of the engine imports its sibling', engine, "import '../outcomes/outcomes.rules.js';"],
  ['the engine reads the clock', engine, 'Date.now();'],
  ['the engine reads the clock in another way', engine, 'new Date();'],
  ['the engine reads the clock in a third way', engine, 'Date();'],
  ['the engine draws a random number', engine, 'Math.random();'],
  ['the engine draws a random number by another name', engine, 'export const draw = Math.random;'],
  ['the engine makes an identifier', engine, 'crypto.randomUUID();'],
  ['the engine waits', engine, 'setTimeout(() => {}, 1);'],
  ['the engine prints', engine, "console.log('a');"],
  ['the engine reads its surroundings', engine, 'process.env;'],
  ['zod is imported by name', engine, "import { string } from 'zod/mini';"],
  ['zod is imported by default', engine, "import z from 'zod/mini';"],
  ['the whole of zod is imported', engine, "import * as z from 'zod';"],
  ['the whole of zod is imported by the server', server, "import * as z from 'zod/v4';"],
  ['everything of a module is exported', engine, "export * from './closure.rules.js';"],
  ['everything of a module is exported under a name', engine, "export * as rules from './closure.rules.js';"],
  ['everything of a module is exported in a test', anyTest, "export * from './closure.rules.js';"],
  ['production code imports test helpers', engine, "import '../testing/given.js';"],
  ['production code imports another package’s test helpers', server, "import '@msp/workflows/testing';"],
  ['production code imports a test', engine, "import './closure.rules.test.js';"],
  ['production code imports what tests share', server, "import './handler.test.kit.js';"],
  ['production code imports from the tests of the project', server, "import '../../../../tests/model/samples.js';"],
  ['the client imports the server', client, "import '../server/handler.js';"],
  [
    'the client imports the server from further below',
    'packages/sdk/src/client/deep/planted.ts',
    "import '../../server/handler.js';",
  ],
  ['the client imports its own package by name', client, "import '@msp/sdk/server';"],
  ['the client imports a database driver', client, "import 'pg';"],
  ['the client imports Node', client, "import 'node:crypto';"],
  ['the client keeps something in the browser', client, "sessionStorage.setItem('a', 'b');"],
  ['the contract imports the server', 'packages/sdk/src/contract.ts', "import './server/handler.js';"],
  ['the server imports the client', server, "import '../client/client.js';"],
  ['the server imports a store', server, "import '../store/memory.js';"],
  ['a store imports the server', store, "import '../server/handler.js';"],
  ['a store imports the contract', store, "import '../contract.js';"],
  ['a store imports another store', 'packages/sdk/src/store/postgres/planted.ts', "import '../memory.js';"],
  ['the store in memory imports another store', memory, "import './postgres.js';"],
  ['the SDK imports elements', store, "import '@msp/elements';"],
  ['an element imports the server', element, "import '@msp/sdk/server';"],
  ['an element imports a store', element, "import '@msp/sdk/store/memory';"],
  ['an element imports XState', element, "import 'xstate';"],
  ['an element imports something that nobody spoke of', element, "import 'lodash';"],
  ['an element loads something later', element, "void import('../kit/element.js');"],
  ['a stage of the elements imports its sibling', element, "import '../outcomes/outcomes.element.js';"],
  ['an element writes raw markup', element, "import 'lit/directives/unsafe-html.js';"],
  ['an element writes raw markup into the page', element, "document.body.innerHTML = '<b>a</b>';"],
  ['an element inserts raw markup', element, "document.body.insertAdjacentHTML('beforeend', '<b>a</b>');"],
  ['an element writes a style that a strict policy forbids', element, "import 'lit/directives/style-map.js';"],
  ['an element writes a style attribute', element, 'export const a = html`<p class="b" style="color: red"></p>`;'],
  ['an element writes a handler into markup', element, 'export const a = html`<p onclick="b()"></p>`;'],
  ['an element keeps something in the browser', element, "localStorage.setItem('a', 'b');"],
  ['an element keeps something in the browser by another way', element, "window.localStorage.setItem('a', 'b');"],
  ['an element opens a database', element, "indexedDB.open('a');"],
  ['an element fills a cache', element, "void caches.open('a');"],
  ['an element sets a cookie', element, "document.cookie = 'a=b';"],
];

for (const [what, file, code] of planted) {
  test(`lint tells when ${what}`, async () => {
    assert.ok((await faultsOf(file, `${code}\n`)).some((rule) => rule.startsWith('no-restricted-')));
  });
}

test('lint has nothing against what is allowed', async () => {
  const allowed: [string, string][] = [
    [engine, "import * as z from 'zod/mini';\nimport { x } from '../kit/rule.js';\nexport const y = [z, x];"],
    ['packages/workflows/src/machine.ts', "import { setup } from 'xstate';\nexport const y = setup;"],
    [client, "import { contract } from '../contract.js';\nexport const y = contract;"],
    [element, "import { html } from 'lit';\nimport { x } from '@msp/sdk';\nexport const y = [html`<p>${x}</p>`];"],
    [engine, 'export const day = (at: string) => new Date(at).getTime();'],
    [server, "import { StoreError } from '../store/store-error.js';\nexport const y = StoreError;"],
    [memory, "import { StoreError } from './store-error.js';\nexport const y = StoreError;"],
    ['packages/workflows/src/index.ts', "export { x } from './closure/closure.rules.js';"],
    ['packages/workflows/src/case/planted.ts', "import { x } from '../closure/closure.rules.js';\nexport const y = x;"],
    [anyTest, "import 'node:test';\nimport '../testing/given.js';\nconsole.log(Date.now());"],
  ];
  for (const [file, code] of allowed) assert.deepEqual(await faultsOf(file, `${code}\n`), [], code);
});
