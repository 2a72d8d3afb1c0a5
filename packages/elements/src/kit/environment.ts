import { createContext } from '@lit/context';
import type { MspClient } from '@msp/sdk';
import type { Messages } from './messages.js';

/** What a provider gives to every element below it. */
export type Environment = { readonly client?: MspClient | undefined; readonly messages?: Messages | undefined };

/** A registered symbol, so that elements of two copies of this package on one page still find their provider. */
export const environmentContext = createContext<Environment>(Symbol.for('@msp/elements/environment/1'));
