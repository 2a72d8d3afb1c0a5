import { idOf, journeys, written } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { press, inside, sees, seesNot } from '../support/screen.js';
import { type StageArgs, after, stageArgTypes, stageArgs } from '../support/stage.js';

type Args = StageArgs & { order: 'newest' | 'oldest' };

const meta: Meta<Args> = {
  title: 'Overview/Timeline',
  component: 'msp-timeline',
  args: { ...stageArgs, order: 'newest' },
  argTypes: { ...stageArgTypes, order: { control: 'inline-radio', options: ['newest', 'oldest'] } },
  render: ({ 'case-id': caseId, 'heading-level': level, order }) =>
    html`<msp-timeline case-id=${caseId} heading-level=${level} order=${order}></msp-timeline>`,
};

export default meta;
type Story = StoryObj<Args>;

const timeline = (canvas: HTMLElement) => inside(canvas, 'msp-timeline');

/** A whole journey, day by day, in plain words: what was recorded, by whom, and what people said. */
export const WholeJourney: Story = {
  parameters: after(journeys.closed),
  play: async ({ canvasElement }) => {
    const screen = await timeline(canvasElement);
    await sees(screen, 'Everything recorded');
    await sees(screen, 'I want to do my own shopping again.');
  },
};

export const OldestFirst: Story = {
  parameters: after(journeys.underWay),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await timeline(canvasElement);
    await press(screen, 'Show the oldest first');
    await sees(screen, 'Show the newest first');
  },
};

export const JustRaised: Story = {
  parameters: after(journeys.aConcern),
  play: async ({ canvasElement }) => sees(await timeline(canvasElement), /He takes her bank card every Friday/),
};

/** Nothing is rubbed out: what was put right, and what was struck out, stay readable with the reason. */
export const PutRightAndStruckOut: Story = {
  parameters: after([
    ...journeys.heard,
    written('entry.corrected', {
      entryId: idOf(3),
      because: 'She said this on Tuesday, and in other words.',
      data: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', words: 'I want to go to the shops on my own.' },
    }),
    written('safety.rated', { moment: 'start', rating: 2 }),
    written('entry.corrected', { entryId: idOf(5), because: 'This was about somebody else.' }),
  ]),
  play: async ({ canvasElement }) => {
    const screen = await timeline(canvasElement);
    await sees(screen, /This was about somebody else/);
    await sees(screen, 'I want to go to the shops on my own.');
  },
};

/** What the person reads about themselves: without who referred, and in words to them. */
export const AsThePersonSeesIt: Story = {
  parameters: after(journeys.underWay, 'person'),
  play: async ({ canvasElement }) => {
    const screen = await timeline(canvasElement);
    await sees(screen, 'Everything that is written down');
    await seesNot(screen, /referrer-1|Northgate Homes/);
  },
};
