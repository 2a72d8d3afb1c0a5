import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { forbidden } from './scripts/lint/boundaries.js';

const tests = ['**/*.test.ts', '**/*.test.kit.ts', '**/*.fixture.ts'];

export default defineConfig([
  globalIgnores(['**/dist/**', '.cache/**', '.data/**', 'storybook-static/**', 'coverage/**', '**/node_modules/**']),
  {
    files: ['packages/*/src/**/*.ts', 'tests/**/*.ts', 'examples/portal/src/**/*.ts', 'stories/**/*.ts'],
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
    settings: { wc: { elementBaseClasses: ['LitElement', 'MspElement'] } },
    extends: [wc.configs['flat/recommended'], lit.configs['flat/recommended'], litA11y.configs.recommended],
  },
  {
    files: [...tests, 'tests/**/*.ts', 'stories/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
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
