import { ContextRoot, createContext } from '@lit/context';
import type { MspClient } from '@msp/sdk';
import type { Messages } from './messages.js';

/** What a provider gives to every element below it. */
export type Environment = { readonly client?: MspClient | undefined; readonly messages?: Messages | undefined };

/** A registered symbol, so that elements of two copies of this package on one page still find their provider. */
export const environmentContext = createContext<Environment>(Symbol.for('@msp/elements/environment/1'));

let root: ContextRoot | undefined;

/**
 * Remembers which elements asked for their provider before it was there, and asks again when it comes: a page may define the
 * elements and their provider in any order.
 */
export const waitForProvider = (): void => {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
};
