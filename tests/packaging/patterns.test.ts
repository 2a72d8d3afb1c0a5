import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { isSafe } from 'redos-detector';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** These rules need no types, so the planted files need not exist. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId.startsWith('regexp/'),
});

const faultsOf = async (filePath: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(code, { filePath: `${root}${filePath}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
};

const BACKTRACKING = 'regexp/no-super-linear-backtracking';
const MOVE = 'regexp/no-super-linear-move';

const planted: readonly (readonly [code: string, rule: string])[] = [
  ['/^(a+)+$/.test(text);', BACKTRACKING],
  ['/^([\\w.]+)+@x$/.test(text);', BACKTRACKING],
  ["new RegExp('^(a+)+$').test(text);", BACKTRACKING],
  ['z.string().check(z.regex(/^(?:[a-z]+-?)+$/));', BACKTRACKING],
  ["text.replace(/\\s+$/, '');", MOVE],
  ["text.replace(/\\/+$/, '');", MOVE],
  ['text.matchAll(/^[^\\S\\n]*>.*$/gmu);', MOVE],
];

const folders = [
  'packages/workflows/src',
  'packages/sdk/src/server',
  'packages/sdk/src/store',
  'packages/elements/src/kit',
];

for (const [code, rule] of planted) {
  test(`a pattern that long texts slow down is noticed in every package: ${code}`, async () => {
    for (const folder of folders) assert.deepEqual(await faultsOf(`${folder}/planted.ts`, code), [rule], folder);
  });
}

test('patterns that take no longer than their text is long may stand, and a test may hold others', async () => {
  for (const code of ['/^[a-z][a-z0-9-]{0,39}$/.test(text);', '/[ ,]+/.test(text);', '/^(\\/[\\w.-]+)*$/.test(text);'])
    assert.deepEqual(await faultsOf('packages/sdk/src/planted.ts', code), []);
  assert.deepEqual(await faultsOf('packages/sdk/src/planted.test.ts', '/^(a+)+$/.test(text);'), []);
});

/** So many ways may there be to read one text: more, and their number grows with the text. */
const MOST_WAYS = 200;

const isBounded = (literal: string): boolean => {
  const end = literal.lastIndexOf('/');
  return isSafe(new RegExp(literal.slice(1, end), literal.slice(end + 1)), { maxScore: MOST_WAYS }).safe;
};

const literalsIn = (text: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest));
  return found;
};

const published = (): string[] =>
  ['workflows', 'sdk', 'elements'].flatMap((name) => {
    const folder = join(root, 'packages', name, 'src');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\b/.test(file))
      .map((file) => join(folder, file));
  });

test('of every pattern that is published, a second tool too finds that no text can be read in ever more ways', () => {
  const found = published().flatMap((file) => literalsIn(readFileSync(file, 'utf8')).map((literal) => [file, literal]));
  assert.ok(found.length > 50, `only ${found.length} patterns were found`);
  assert.deepEqual(
    found.filter(([, literal]) => !isBounded(literal ?? '')),
    [],
  );
});

for (const literal of ['/^(a+)+$/', '/^\\s*a*\\s*a*$/', '/^(\\w|\\d)+$/', '/a.*b.*c/', '/^([a-z]+)*@/i']) {
  test(`a pattern whose readings grow with the text is found: ${literal}`, () => {
    assert.deepEqual(literalsIn(`const planted = ${literal}.test(text);`), [literal]);
    assert.equal(isBounded(literal), false);
  });
}
