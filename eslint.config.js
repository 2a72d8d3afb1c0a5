import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import regexp from 'eslint-plugin-regexp';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { forbidden } from './scripts/lint/boundaries.js';

const tests = ['**/*.test.ts', '**/*.test.*.ts', '**/*.fixture.ts', 'tests/**/*.ts', 'stories/**/*.ts'];

const inNode = Object.fromEntries(
  ['Buffer', 'URL', 'clearTimeout', 'console', 'fetch', 'process', 'setTimeout'].map((name) => [name, 'readonly']),
);

export default defineConfig([
  globalIgnores(['**/dist/**', '**/.*/**', '!.storybook', 'storybook-static/**', 'coverage/**']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: inNode },
  },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'suite', 'it', 'describe', 'before', 'after'], package: 'node:test' },
          ],
        },
      ],
      // It takes away assertions that the compiler needs, where a library's types are wider than ours.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    settings: { wc: { elementBaseClasses: ['LitElement', 'MspElement', 'MspStageElement'] } },
    extends: [wc.configs['flat/recommended'], lit.configs['flat/recommended'], litA11y.configs.recommended],
  },
  {
    // No pattern of what is published may take much longer than its text is long, whatever somebody sends.
    files: ['packages/*/src/**/*.ts'],
    ignores: tests,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
    },
  },
  {
    files: tests,
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // A test may put any tag into a template.
    files: ['**/*.fixture.ts', '**/*.browser.test.ts'],
    rules: { 'lit/binding-positions': 'off', 'lit/no-invalid-html': 'off' },
  },
  {
    // What Storybook's own test tools give back is of type any.
    files: ['stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // A part of it runs in the page.
    files: ['scripts/stories.mjs'],
    languageOptions: { globals: { document: 'readonly', requestAnimationFrame: 'readonly', window: 'readonly' } },
  },
  {
    // A program that somebody starts, and the one place where the server writes its log.
    files: ['examples/**/*.ts', 'packages/sdk/src/server/log.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Chai's assertions are properties, some of which are promises in name only.
    files: ['**/*.browser.test.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-floating-promises': 'off' },
  },
  ...forbidden,
]);
