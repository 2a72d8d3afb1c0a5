import ts from 'typescript';

const swapped = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

const methods = { some: 'every', every: 'some' };

/** What is said to people is no behaviour: sentences and citations are left alone. */
const isSaid = (node) =>
  ts.isPropertyAssignment(node) && ['message', 'cites', 'words', 'plain'].includes(node.name.getText());

/** Every small fault that can be planted in a file: where, what stands there, and what stands there instead. */
export const mutantsOf = (text) => {
  const source = ts.createSourceFile('file.js', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const found = [];
  const plant = (node, instead, start = node.getStart(), end = node.getEnd()) =>
    found.push({
      start,
      end,
      was: text.slice(start, end),
      instead,
      line: source.getLineAndCharacterOfPosition(start).line + 1,
    });
  const visit = (node) => {
    if (isSaid(node) || ts.isImportDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const other = swapped.get(node.operatorToken.kind);
      if (other) plant(node.operatorToken, other);
      if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) plant(node, node.left.getText());
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      plant(node, node.operand.getText());
    if (node.kind === ts.SyntaxKind.TrueKeyword) plant(node, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) plant(node, 'true');
    if (ts.isNumericLiteral(node)) plant(node, String(Number(node.text) + 1));
    if (ts.isConditionalExpression(node)) {
      plant(node.condition, 'true');
      plant(node.condition, 'false');
    }
    if (ts.isIfStatement(node)) {
      plant(node.expression, 'true');
      plant(node.expression, 'false');
    }
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) plant(node, '[]');
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      if (methods[name.text]) plant(name, methods[name.text]);
      if (name.text === 'filter') plant(node, expression.getText());
      if (name.text === 'includes') plant(node, `!(${node.getText()})`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
