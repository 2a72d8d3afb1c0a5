/**
 * Who may import whom, and what a part of the project may never touch. Each rule has a planted fault in
 * tests/packaging/boundaries.test.ts that it must catch.
 */
const tests = ['**/*.test.ts', '**/*.test.kit.ts', '**/*.fixture.ts', '**/testing/**'];
const stages = ['concern', 'threshold', 'outcomes', 'check-ins', 'closure', 'step-down'];

const zod = {
  name: 'zod',
  message: "Import * as z from 'zod/mini': the whole of zod is ten times the size.",
};
const namedZ = {
  selector: "ImportDeclaration[source.value='zod/mini'] > ImportSpecifier",
  message: "Write import * as z from 'zod/mini': the named import takes every locale along.",
};

const only = (regex, message) => ({ regex, message });

const everywhere = [
  only('^(\\.{1,2}/)+(.*/)?testing(/|$)', 'Test helpers are not for production code.'),
  only('\\.(test|test\\.kit|fixture)\\.js$', 'Tests are not for production code.'),
];

const zones = [
  {
    name: 'workflows',
    files: ['packages/workflows/src/**/*.ts'],
    patterns: [
      only('^(?!\\.{1,2}/|zod/mini$)', 'The engine imports zod/mini and itself; XState lives in machine.ts alone.'),
    ],
  },
  {
    name: 'the machine',
    files: ['packages/workflows/src/machine.ts'],
    patterns: [only('^(?!\\.{1,2}/|xstate$)', 'The machine imports XState and the engine.')],
  },
  {
    name: 'sdk',
    files: ['packages/sdk/src/**/*.ts'],
    patterns: [only('^@msp/elements', 'Dependencies point one way: elements, sdk, workflows.')],
  },
  {
    name: 'sdk client',
    files: ['packages/sdk/src/client/**/*.ts'],
    patterns: [
      only('^@msp/elements', 'Dependencies point one way: elements, sdk, workflows.'),
      only('^\\.\\./(server|store)/', 'The client knows the contract, never the server.'),
      only('^(node:|hono|jose|pg$|@hono)', 'The client runs in browsers.'),
    ],
  },
  {
    name: 'sdk server',
    files: ['packages/sdk/src/server/**/*.ts'],
    patterns: [
      only('^@msp/elements', 'Dependencies point one way: elements, sdk, workflows.'),
      only('^(\\.\\./)+client/', 'The server knows the contract, never the client.'),
      only('^(\\.\\./)+store/(?!index|port|store-error)', 'The server knows the port, never a store.'),
    ],
  },
  {
    name: 'sdk store',
    files: ['packages/sdk/src/store/**/*.ts'],
    patterns: [
      only('^@msp/elements', 'Dependencies point one way: elements, sdk, workflows.'),
      only('^(\\.\\./)+(client|server)/', 'A store knows its port alone.'),
    ],
  },
  {
    name: 'elements',
    files: ['packages/elements/src/**/*.ts'],
    patterns: [
      only('^@msp/sdk/(?!contract$)', 'Elements use the client of the SDK only.'),
      only('^(node:|xstate|zod$|pg$|hono|jose)', 'Elements run in browsers and stay light.'),
      only('lit.*/(unsafe-html|unsafe-svg|style-map)', 'This writes markup or styles that a strict policy forbids.'),
    ],
  },
];

const siblings = (root) =>
  stages.map((stage) => ({
    files: [`${root}/${stage}/**/*.ts`],
    pattern: only(
      `^(\\.\\./)+(${stages.filter((other) => other !== stage).join('|')})/`,
      'A stage imports no sibling stage: only composition files see them all.',
    ),
  }));

const restrict = (files, patterns, ignores = tests) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { paths: [zod], patterns: [...everywhere, ...patterns] }] },
});

const patternsFor = (root) => zones.find(({ name }) => name === root)?.patterns ?? [];

const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The engine reads no clock.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The engine reads no clock.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The engine draws no random number.',
  },
];

const noStorage = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map((name) => ({
  name,
  message: 'Nothing is kept in the browser.',
}));

const noCookies = {
  selector: "MemberExpression[object.name='document'][property.name='cookie']",
  message: 'Nothing is kept in the browser.',
};
const noExportAll = { selector: 'ExportAllDeclaration', message: 'Export by name: the list is the public face.' };

export const forbidden = [
  ...zones.map(({ files, patterns }) => restrict(files, patterns)),
  ...siblings('packages/workflows/src').map(({ files, pattern }) =>
    restrict(files, [...patternsFor('workflows'), pattern]),
  ),
  ...siblings('packages/elements/src').map(({ files, pattern }) =>
    restrict(files, [...patternsFor('elements'), pattern]),
  ),
  { files: ['packages/*/src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noExportAll, namedZ] } },
  {
    files: ['packages/workflows/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', noExportAll, namedZ, ...noClock],
      'no-restricted-globals': [
        'error',
        'crypto',
        'process',
        'console',
        'setTimeout',
        'setInterval',
        'fetch',
        'performance',
        'globalThis',
      ],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'packages/sdk/src/client/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', noExportAll, namedZ, noCookies],
      'no-restricted-globals': ['error', ...noStorage],
    },
  },
];
