import { journeys } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, inside, sees } from '../support/screen.js';
import { type StageArgs, after, open, stageArgTypes, stageArgs } from '../support/stage.js';

const meta: Meta<StageArgs> = {
  title: 'Person/At any time',
  component: 'msp-anytime',
  args: stageArgs,
  argTypes: stageArgTypes,
  render: ({ 'case-id': caseId, 'heading-level': level }) =>
    html`<msp-anytime case-id=${caseId} heading-level=${level}></msp-anytime>`,
};

export default meta;
type Story = StoryObj<StageArgs>;

const anytime = (canvas: HTMLElement) => inside(canvas, 'msp-anytime');

/** What the person says can be recorded in any stage, in any order: no form has to come first. */
export const InAnyStage: Story = {
  parameters: after(journeys.underWay),
  play: async ({ canvasElement }) => {
    const screen = await anytime(canvasElement);
    await sees(screen, 'Record something else');
    await sees(screen, 'What the person says and wants');
  },
};

/** A talk that was not private is recorded, and said not to count as hearing the person. */
export const TalkingWithThePerson: Story = {
  parameters: after(journeys.acknowledged),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await anytime(canvasElement);
    await open(screen, 'Talk with the person');
    await choose(screen, 'Yes, we talked');
    await sees(screen, 'Were they free to speak?');
  },
};

/** Going against a wish: only with a lawful ground, only as far as needed, and explained. */
export const GoingAgainstAWish: Story = {
  parameters: after(journeys.underWay),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await anytime(canvasElement);
    await open(screen, 'Go against a wish');
    await sees(screen, 'Only with a lawful ground, only as far as needed, and explained to the person.');
    await sees(screen, 'Why is it no more than is needed?');
  },
};

/** A closed case still takes what services answer. */
export const WhenTheCaseIsClosed: Story = {
  parameters: after(journeys.closed),
  play: async ({ canvasElement }) => sees(await anytime(canvasElement), 'Record something else'),
};
