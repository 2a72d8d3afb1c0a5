import type { MspClient } from '@msp/sdk';
import type { Role } from '@msp/workflows';
import type { Decorator, Loader } from '@storybook/web-components-vite';
import { html } from 'lit';
import { type Demo, demoClient } from './demo-client.js';

type Parameters = { readonly demo?: Demo | (() => Demo) };

/** What a story says about its demo: `parameters: { demo: () => ({ as: 'manager', cases: [sampleCase(...)] }) }`. */
export const demo = (make: () => Demo): { demo: () => Demo } => ({ demo: make });

/** Makes the client of a story afresh each time that it is shown. The toolbar can have somebody else look at it. */
export const demoLoader: Loader = async ({ parameters, globals }) => {
  const { demo: given } = parameters as Parameters;
  const wanted = (typeof given === 'function' ? given() : given) ?? {};
  const chosen = (globals as { as?: Role | 'story' }).as;
  return { client: await demoClient(chosen && chosen !== 'story' ? { ...wanted, as: chosen } : wanted) };
};

export const withDemoClient: Decorator = (story, { loaded }) => {
  const { client } = loaded as { client: MspClient };
  return html`<msp-provider .client=${client}>${story()}</msp-provider>`;
};
