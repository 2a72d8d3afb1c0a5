import { journeys } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { CASE } from '../support/sample-case.js';
import { inside, sees } from '../support/screen.js';
import { after } from '../support/stage.js';

const meta: Meta = {
  title: 'Kit/Looks',
  parameters: after(journeys.underWay),
  render: () => html`<msp-case case-id=${CASE}></msp-case>`,
  play: async ({ canvasElement }) => sees(await inside(canvasElement, 'msp-case'), 'Case MSP-4K7Q-29XD'),
};

export default meta;
type Story = StoryObj;

export const Light: Story = {};

/** Dark where your page says `color-scheme: dark`: never dark on a light page. */
export const Dark: Story = { globals: { looks: 'dark' } };

/** A council’s own colours: six custom properties on the page. */
export const Branded: Story = { globals: { brand: 'harbour' } };

export const BrandedAndDark: Story = { globals: { brand: 'harbour', looks: 'dark' } };

/** Type half as large again. Nothing is cut off, nothing has to be scrolled sideways. */
export const LargeType: Story = { globals: { brand: 'large' } };

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await sees(await inside(canvasElement, 'msp-case'), 'Case MSP-4K7Q-29XD');
    await expect(getComputedStyle(canvasElement).direction).toBe('rtl');
  },
};

/** On a phone, or at 400% zoom. */
export const Phone: Story = { globals: { viewport: { value: 'phone', isRotated: false } } };
