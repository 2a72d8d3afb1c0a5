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

const planted: [what: string, file: string, code: string][] = [
  ['the engine imports the SDK', engine, "import '@msp/sdk';"],
  ['the engine imports Node', engine, "import 'node:fs';"],
  ['the engine imports XState outside the machine', engine, "import 'xstate';"],
  ['the machine imports something besides XState', 'packages/workflows/src/machine.ts', "import 'lit';"],
  ['a stage of the engine imports its sibling', engine, "import '../outcomes/outcomes.rules.js';"],
  ['the engine reads the clock', engine, 'Date.now();'],
  ['the engine reads the clock in another way', engine, 'new Date();'],
  ['the engine draws a random number', engine, 'Math.random();'],
  ['the engine waits', engine, 'setTimeout(() => {}, 1);'],
  ['zod is imported by name', engine, "import { string } from 'zod/mini';"],
  ['the whole of zod is imported', engine, "import * as z from 'zod';"],
  ['everything of a module is exported', engine, "export * from './closure.rules.js';"],
  ['production code imports test helpers', engine, "import '../testing/given.js';"],
  ['the client imports the server', client, "import '../server/handler.js';"],
  ['the client imports a database driver', client, "import 'pg';"],
  ['the client keeps something in the browser', client, "sessionStorage.setItem('a', 'b');"],
  ['the server imports the client', server, "import '../client/client.js';"],
  ['the server imports a store', server, "import '../store/memory.js';"],
  ['a store imports the server', store, "import '../server/handler.js';"],
  ['the SDK imports elements', store, "import '@msp/elements';"],
  ['an element imports the server', element, "import '@msp/sdk/server';"],
  ['an element imports XState', element, "import 'xstate';"],
  ['a stage of the elements imports its sibling', element, "import '../outcomes/outcomes.element.js';"],
  ['an element writes raw markup', element, "import 'lit/directives/unsafe-html.js';"],
  ['an element writes a style that a strict policy forbids', element, "import 'lit/directives/style-map.js';"],
  ['an element keeps something in the browser', element, "localStorage.setItem('a', 'b');"],
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
    [element, "import { html } from 'lit';\nimport { x } from '@msp/sdk';\nexport const y = [html, x];"],
  ];
  for (const [file, code] of allowed) assert.deepEqual(await faultsOf(file, `${code}\n`), []);
});
