import { journeys, written } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, fn } from 'storybook/test';
import { demo } from '../support/demo.js';
import { CASE, sampleCase } from '../support/sample-case.js';
import { inside, press, sees } from '../support/screen.js';

type Args = { 'heading-level': number; 'href-template': string | undefined; onSelected: (event: CustomEvent) => void };

const meta: Meta<Args> = {
  title: 'Overview/Case list',
  component: 'msp-case-list',
  args: { 'heading-level': 1, onSelected: fn() },
  argTypes: { onSelected: { table: { disable: true } } },
  render: ({ 'heading-level': level, 'href-template': template, onSelected }) => html`
    <msp-case-list
      heading-level=${level}
      href-template=${template ?? nothing}
      @msp-case-selected=${onSelected}
    ></msp-case-list>
  `,
};

export default meta;
type Story = StoryObj<Args>;

const list = (canvas: HTMLElement) => inside(canvas, 'msp-case-list');

const inDanger = written('concern.raised', { whatHappened: 'He is shouting at her again.', immediateDanger: 'yes' });

const filled = demo(() => ({
  cases: [
    sampleCase(journeys.underWay),
    sampleCase([inDanger], 1),
    sampleCase(journeys.heard, 2),
    sampleCase(journeys.reviewing, 3),
    sampleCase(journeys.closed, 4),
  ],
}));

/** By reference and stage: never a name, never a word that somebody wrote. Danger first, then whoever has waited longest. */
export const Filled: Story = {
  parameters: filled,
  play: async ({ canvasElement }) => {
    const screen = await list(canvasElement);
    await sees(screen, '5 cases');
    const [first] = await screen.findAllByRole('listitem');
    await expect(first).toHaveTextContent('Danger now');
    await expect(screen.queryByText(/Ada/)).toBeNull();
  },
};

/** What leaves the list when a case is chosen is its opaque id, and nothing else. */
export const Choosing: Story = {
  tags: ['!autodocs'],
  parameters: filled,
  play: async ({ canvasElement, args }) => {
    const screen = await list(canvasElement);
    await press(screen, 'Open case MSP-4K7Q-29XD');
    await expect(args.onSelected).toHaveBeenCalledOnce();
    await expect(args.onSelected).toHaveBeenCalledWith(expect.objectContaining({ detail: { caseId: CASE } }));
  },
};

/** With `href-template` a case is a link into your own pages. */
export const AsLinks: Story = {
  parameters: filled,
  args: { 'href-template': '#/desk/cases/{caseId}' },
  play: async ({ canvasElement }) => {
    const screen = await list(canvasElement);
    const link = await screen.findByRole('link', { name: 'Open case MSP-4K7Q-29XD' });
    await expect(link).toHaveAttribute('href', `#/desk/cases/${CASE}`);
  },
};

export const Empty: Story = {
  play: async ({ canvasElement }) => sees(await list(canvasElement), /There are no cases yet/),
};

export const Loading: Story = {
  parameters: demo(() => ({ network: 'waiting' })),
  play: async ({ canvasElement }) => sees(await list(canvasElement), 'Loading…'),
};

export const Unreachable: Story = {
  parameters: demo(() => ({ network: 'unreachable' })),
  play: async ({ canvasElement }) => {
    const screen = await list(canvasElement);
    await sees(screen, 'We cannot reach the service');
    await expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** Only practitioners and managers have a list. */
export const NotAllowed: Story = {
  parameters: demo(() => ({ as: 'referrer' })),
  play: async ({ canvasElement }) => sees(await list(canvasElement), /You do not have access to this/),
};
