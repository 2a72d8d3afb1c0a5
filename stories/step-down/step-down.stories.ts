import { type Written, journeys, written } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside, press, sees, write } from '../support/screen.js';
import { type StageArgs, after, open, stageArgTypes, stageArgs } from '../support/stage.js';

const meta: Meta<StageArgs> = {
  title: 'Step-down/Handing on',
  component: 'msp-step-down',
  args: stageArgs,
  argTypes: stageArgTypes,
  render: ({ 'case-id': caseId, 'heading-level': level }) =>
    html`<msp-step-down case-id=${caseId} heading-level=${level}></msp-step-down>`,
};

export default meta;
type Story = StoryObj<StageArgs>;

const stepDown = (canvas: HTMLElement) => inside(canvas, 'msp-step-down');

const offered = written('support.offered', {
  supportId: 'assessment',
  kind: 'careActAssessment',
  because: 'Help with the bath, so that she does not depend on him.',
});

export const NothingOffered: Story = {
  parameters: after(journeys.stepDown),
  play: async ({ canvasElement }) => {
    const screen = await stepDown(canvasElement);
    await sees(screen, 'No help was offered yet.');
    await sees(screen, 'Offer help');
  },
};

/** Closing without offering anything: the engine says what comes first. */
export const SupportNotConsidered: Story = {
  parameters: after(journeys.stepDown),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await stepDown(canvasElement);
    await open(screen, 'Close the case');
    await sees(screen, /Offer the person other help before closing/);
  },
};

export const Offered: Story = {
  parameters: after([...journeys.stepDown, offered]),
  play: async ({ canvasElement }) => {
    const screen = await stepDown(canvasElement);
    await sees(screen, 'A care and support needs assessment');
    await sees(screen, 'No answer yet');
  },
};

export const AcceptedButNobodyHasIt: Story = {
  parameters: after([...journeys.stepDown, offered, written('support.accepted', { supportId: 'assessment' })]),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await stepDown(canvasElement);
    await open(screen, 'Close the case');
    await sees(screen, /nobody has it in hand yet. Hand it over to somebody by name/);
  },
};

const stillAtRisk: readonly Written[] = [
  ...journeys.reviewing,
  written('outcome.reviewed', { outcomeId: 'o1', result: 'partlyAchieved', view: 'person' }),
  written('risk.reviewed', { result: 'reduced' }),
  written('safety.rated', { moment: 'end', rating: 3 }),
  written('review.completed'),
  offered,
  written('support.declined', { supportId: 'assessment', because: '“I do not want strangers in my bathroom.”' }),
];

/** The person said no, and is still at risk: the council must assess all the same. They can still say no to any service. */
export const AssessmentStillOwed: Story = {
  parameters: after(stillAtRisk),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await stepDown(canvasElement);
    await open(screen, 'Close the case');
    await sees(screen, /The council must assess all the same, so hand it over/);
    await sees(screen, /Care Act 2014 s11\(2\)/);
  },
};

/** Passed to another council: nobody’s concern is passed to no one. */
export const TransferElsewhere: Story = {
  parameters: after([
    ...journeys.heard,
    written('threshold.decided', {
      route: 'redirected',
      ground: 'elsewhere',
      to: 'Marshshire Council',
      because: 'She lives with her sister there since January.',
    }),
  ]),
  play: async ({ canvasElement }) => {
    const screen = await stepDown(canvasElement);
    await sees(screen, 'The other council has taken it');
    await sees(screen, 'Who there has it now?');
  },
};

export const ReadyToClose: Story = {
  parameters: after([
    ...journeys.stepDown,
    offered,
    written('support.accepted', { supportId: 'assessment' }),
    written('support.handedOver', { supportId: 'assessment', to: 'Adult contact team' }),
  ]),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await stepDown(canvasElement);
    await sees(screen, /Handed over to Adult contact team/);
    await open(screen, 'Close the case');
    await write(screen, 'Why is it right to close now?', 'What she wanted is in place.');
    await press(screen, 'Close the case');
    await sees(screen, 'This case is closed.');
  },
};

export const Closed: Story = {
  parameters: after(journeys.closed),
  play: async ({ canvasElement }) => sees(await stepDown(canvasElement), 'This case is closed.'),
};

/** Help is offered and stands there at once. */
export const OfferingHelp: Story = {
  parameters: after(journeys.stepDown),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await stepDown(canvasElement);
    await userEvent.selectOptions(await screen.findByLabelText('Which help?'), 'moneyAdvice');
    await press(screen, 'Save this offer');
    await sees(screen, 'Help with money');
    await sees(screen, 'No answer yet');
  },
};
