import { journeys } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, sees } from '../support/screen.js';
import { type StageArgs, after, stageArgTypes, stageArgs } from '../support/stage.js';

const meta: Meta<StageArgs> = {
  title: 'Concern/At the desk',
  component: 'msp-concern',
  args: stageArgs,
  argTypes: stageArgTypes,
  render: ({ 'case-id': caseId, 'heading-level': level }) =>
    html`<msp-concern case-id=${caseId} heading-level=${level}></msp-concern>`,
};

export default meta;
type Story = StoryObj<StageArgs>;

/** What came in, in the words of whoever raised it, and the step that says: we have it. */
export const CameIn: Story = {
  parameters: after(journeys.aConcern),
  play: async ({ canvasElement }) =>
    sees(await inside(canvasElement, 'msp-concern'), /He takes her bank card every Friday/),
};

/** A closed case can be opened again at any time. */
export const OpenAgain: Story = {
  parameters: after(journeys.closed),
  play: async ({ canvasElement }) =>
    sees(await inside(canvasElement, 'msp-concern'), /It can be opened again at any time/),
};
