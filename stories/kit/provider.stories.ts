import { journeys } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { demo } from '../support/demo.js';
import { CASE } from '../support/sample-case.js';
import { inside, sees } from '../support/screen.js';
import { after } from '../support/stage.js';

const meta: Meta = { title: 'Kit/Provider', component: 'msp-provider' };

export default meta;
type Story = StoryObj;

/** One provider gives its client to every element below it, however deep. (In a story, it stands around everything.) */
export const OneClientForAll: Story = {
  parameters: after(journeys.heard),
  render: () => html`
    <msp-case-list></msp-case-list>
    <msp-timeline case-id=${CASE}></msp-timeline>
  `,
  play: async ({ canvasElement }) => {
    await sees(await inside(canvasElement, 'msp-case-list'), '1 case');
    await sees(await inside(canvasElement, 'msp-timeline'), 'Everything recorded');
  },
};

/** A council’s own words by message id. What it leaves out stays as it is. */
export const YourOwnWords: Story = {
  parameters: demo(() => ({})),
  render: (_, { loaded }) => html`
    <msp-provider
      .client=${(loaded as { client: unknown }).client as never}
      .messages=${{ 'list.title': 'Our cases', 'list.empty': 'All quiet today.' }}
    >
      <msp-case-list heading-level="1"></msp-case-list>
    </msp-provider>
  `,
  play: async ({ canvasElement }) => {
    const screen = await inside(canvasElement, 'msp-case-list');
    await sees(screen, 'Our cases');
    await sees(screen, 'All quiet today.');
  },
};

/** An element with neither client nor endpoint says so to whoever builds the page, and asks nobody anything. */
export const NotConnected: Story = {
  render: () => html`<msp-provider><msp-case-list heading-level="1"></msp-case-list></msp-provider>`,
  play: async ({ canvasElement }) =>
    sees(await inside(canvasElement, 'msp-case-list'), 'This part of the page is not connected yet.'),
};
