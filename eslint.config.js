import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { forbidden } from './scripts/lint/boundaries.js';

const tests = ['**/*.test.ts', '**/*.fixture.ts'];

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
      'no-console': 'error',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    settings: { wc: { elementBaseClasses: ['LitElement', 'MspElement'] } },
    extends: [wc.configs['flat/recommended'], lit.configs['flat/recommended'], litA11y.configs.recommended],
  },
  { files: [...tests, 'tests/**/*.ts', 'examples/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.browser.test.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  ...forbidden,
]);
