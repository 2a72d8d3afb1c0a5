const HEADER = `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type * as elements from '../index.js';

/* Made from custom-elements.json. For React 19 and later: import type {} from '@msp/elements/jsx'; */

type Props<E extends HTMLElement> = DetailedHTMLProps<HTMLAttributes<E>, E>;
`;

const FOOTER = `
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends MspElements {}
  }
}
`;

const comment = (text, indent) =>
  text ? `${indent}/** ${text.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /')} */\n` : '';

const firstSentence = (text = '') => text.split(/(?<=\.)\s/)[0];

/** Attributes go by their own name where that differs from the property's: JSX takes both. */
const attributeLines = ({ name, attributes = [] }) =>
  attributes
    .filter((attribute) => attribute.fieldName && attribute.fieldName !== attribute.name)
    .map(
      ({ name: attribute, fieldName, description }) =>
        comment(description, '    ') + `    '${attribute}'?: elements.${name}['${fieldName}'];\n`,
    );

const eventLines = ({ events = [] }) =>
  events.map(
    ({ name, type, description }) =>
      comment(description, '    ') + `    'on${name}'?: (event: ${type?.text ?? 'CustomEvent'}) => void;\n`,
  );

const isSettable = ({ kind, privacy, static: isStatic, readonly }) =>
  kind === 'field' && !isStatic && !readonly && (privacy === undefined || privacy === 'public');

const propertiesOf = (declaration) => (declaration.members ?? []).filter(isSettable).map(({ name }) => `'${name}'`);

const elementLines = (declaration) => {
  const properties = propertiesOf(declaration);
  const own = `elements.${declaration.name}`;
  const settable = properties.length > 0 ? ` & Partial<Pick<${own}, ${properties.join(' | ')}>>` : '';
  const members = [...attributeLines(declaration), ...eventLines(declaration)].join('');
  return `${comment(firstSentence(declaration.summary), '  ')}  '${declaration.tagName}': Props<${own}>${settable} & {\n${members}  };\n`;
};

/** Type declarations for JSX, from a custom elements manifest: each tag with its properties, attributes and events. */
export const jsxTypes = ({ modules }) => {
  const declarations = modules
    .flatMap((module) => module.declarations ?? [])
    .filter(({ tagName }) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  return `${HEADER}\nexport interface MspElements {\n${declarations.map(elementLines).join('')}}\n${FOOTER}`;
};
