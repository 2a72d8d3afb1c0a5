import { journeys, written } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inside, press, sees, seesNot, write } from '../support/screen.js';
import { type StageArgs, after, open, stageArgTypes, stageArgs } from '../support/stage.js';

const meta: Meta<StageArgs> = {
  title: 'Overview/Case',
  component: 'msp-case',
  args: stageArgs,
  argTypes: stageArgTypes,
  render: ({ 'case-id': caseId, 'heading-level': level }) =>
    html`<msp-case case-id=${caseId} heading-level=${level}></msp-case>`,
};

export default meta;
type Story = StoryObj<StageArgs>;

const page = (canvas: HTMLElement) => inside(canvas, 'msp-case');

/** The person first; then where the case is, what stands in the way, and the work of the stage. */
const isAt =
  (stage: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const screen = await page(canvasElement);
    await sees(screen, 'Case MSP-4K7Q-29XD');
    await sees(screen, `${stage} (now)`);
  };

export const Concern: Story = { parameters: after(journeys.aConcern), play: isAt('Concern') };

export const ThreePointTest: Story = { parameters: after(journeys.heard), play: isAt('Three-point test') };

export const Outcomes: Story = { parameters: after(journeys.statutoryEnquiry), play: isAt('What the person wants') };

export const CheckIns: Story = { parameters: after(journeys.underWay), play: isAt('Enquiry and check-ins') };

export const Closing: Story = {
  parameters: after([
    ...journeys.underWay,
    written('closure.requested', { words: 'I would like this to stop now.' }, 'person'),
  ]),
  play: isAt('Talking about closing'),
};

export const StepDown: Story = { parameters: after(journeys.stepDown), play: isAt('Other help') };

export const Closed: Story = { parameters: after(journeys.closed), play: isAt('Closed') };

/** Somebody is in danger now: it stands above everything else, in words and not only in colour. */
export const Danger: Story = {
  parameters: after([
    ...journeys.underWay,
    written('danger.reported', { what: 'He was at the door at night and shouted.', actions: ['Police were called'] }),
  ]),
  play: async ({ canvasElement }) => {
    const screen = await page(canvasElement);
    await sees(screen, 'Somebody is in danger now');
    await sees(screen, 'If it is happening as you read this, call 999.');
  },
};

/** Nobody has talked with the person: that is said before anything else is asked for, with the way to it. */
export const PersonNotHeard: Story = {
  parameters: after(journeys.acknowledged),
  play: async ({ canvasElement }) => {
    const screen = await page(canvasElement);
    await sees(screen, /Nobody has spoken with the person yet/);
    await sees(screen, /Do this now: Talk with the person/);
  },
};

/** The person’s own page: theirs to read, in plain words, without the desk’s work on it. */
export const AsThePersonSeesIt: Story = {
  parameters: after(journeys.underWay, 'person'),
  play: async ({ canvasElement }) => {
    const screen = await page(canvasElement);
    await sees(screen, 'We are doing what we agreed with you.');
    await sees(screen, 'I want to look after my own money.');
    await seesNot(screen, 'What stands in the way');
  },
};

export const AsTheAdvocateSeesIt: Story = {
  parameters: after(journeys.underWay, 'advocate'),
  play: async ({ canvasElement }) => sees(await page(canvasElement), 'We are doing what was agreed.'),
};

/** Found by nobody of this team: whether there is such a case is not said. */
export const NotFound: Story = {
  args: { 'case-id': '01960000-0000-7000-8000-00000000abcd' },
  parameters: after(journeys.heard),
  play: async ({ canvasElement }) => sees(await page(canvasElement), /We cannot find this case/),
};

export const Loading: Story = {
  parameters: after(journeys.heard, 'practitioner', { network: 'waiting' }),
  play: async ({ canvasElement }) => sees(await page(canvasElement), 'Loading…'),
};

export const Unreachable: Story = {
  parameters: after(journeys.heard, 'practitioner', { network: 'unreachable' }),
  play: async ({ canvasElement }) => sees(await page(canvasElement), 'We cannot reach the service'),
};

/** A case starts here: somebody says that it has arrived, and the next stage is on the page at once. */
export const Acknowledging: Story = {
  parameters: after(journeys.aConcern),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const concern = await inside(canvasElement, 'msp-concern');
    await press(concern, 'We have it');
    await sees(await page(canvasElement), 'Three-point test (now)');
  },
};

/** Closing, seen on the whole page: the last step of a journey. */
export const ClosingTheCase: Story = {
  parameters: after(journeys.closed.slice(0, -1)),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const step = await inside(canvasElement, 'msp-step-down');
    await open(step, 'Close the case');
    await write(step, 'Why is it right to close now?', 'What she wanted is in place.');
    await press(step, 'Close the case');
    await sees(await page(canvasElement), 'Closed (now)');
  },
};
