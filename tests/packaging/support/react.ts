/** As much of React's types as the types for JSX need: the real ones are nobody's dependency here. */
export const reactTypes = `
export type DetailedHTMLProps<A, E> = A & { key?: string; ref?: { current: E | null } };
export interface HTMLAttributes<T> { id?: string; className?: string; title?: string; children?: unknown; onClick?: (event: T) => void }
export function createElement(...args: unknown[]): JSX.Element;
export namespace JSX {
  interface Element { type: unknown }
  interface ElementChildrenAttribute { children: unknown }
  interface IntrinsicElements { p: HTMLAttributes<HTMLParagraphElement> }
}
`;

export const page = `
import * as React from 'react';
import type {} from '@msp/elements/jsx';

export const page = (
  <msp-provider endpoint="/msp">
    <msp-concern-form
      phone="01632 960 411"
      name-of-council="Larkshire Council"
      headingLevel={2}
      onmsp-concern-submitted={({ detail }) => {
        const reference: string = detail.reference;
        return void reference;
      }}
    />
  </msp-provider>
);

// @ts-expect-error A level is a number.
export const wrongValue = <msp-concern-form heading-level="two" />;

// @ts-expect-error There is no such property.
export const wrongName = <msp-concern-form noSuchThing={1} />;

// @ts-expect-error There is no such element.
export const wrongTag = <msp-concern-fork />;
`;
