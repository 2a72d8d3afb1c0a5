import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { neutralPage } from '../support/neutral-page.js';
import { inside } from '../support/screen.js';

const meta: Meta = {
  title: 'Kit/Exit',
  component: 'msp-exit',
  render: () => html`
    <msp-exit to=${neutralPage()}></msp-exit>
    <h1>A page that somebody may have to leave quickly</h1>
    <p>The button stays in sight while the page is scrolled. Pressing Shift three times does the same.</p>
  `,
};

export default meta;
type Story = StoryObj;

/** One button, always in reach. Press it to see where it goes: Back does not come back here. */
export const Exit: Story = {
  play: async ({ canvasElement }) => {
    const screen = await inside(canvasElement, 'msp-exit');
    await expect(await screen.findByRole('button')).toBeVisible();
  },
};

/** Whoever cannot see the page hears how often Shift still has to be pressed. */
export const ShiftPressedTwice: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await inside(canvasElement, 'msp-exit');
    await userEvent.keyboard('{Shift}{Shift}');
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Press it 1 more time to leave this page.'),
    );
  },
};

/** In a story the exit leads here. On your page it leads to a weather forecast, or to what `to` says. */
export const ANeutralPage: Story = {
  tags: ['!autodocs'],
  render: () => html`
    <h1>Weather</h1>
    <p>
      Cloudy, 11 °C, light wind from the west. (Nothing on this page is real, and nothing on it says where you were.)
    </p>
  `,
  play: async ({ canvasElement }) => {
    await expect(canvasElement).toHaveTextContent(/Cloudy/);
  },
};
