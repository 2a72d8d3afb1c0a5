import { type Written, journeys, written } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, inside, press, sees, write } from '../support/screen.js';
import { type StageArgs, after, open, stageArgTypes, stageArgs } from '../support/stage.js';

const meta: Meta<StageArgs> = {
  title: 'Check-ins/Check-in and enquiry',
  component: 'msp-check-in',
  args: stageArgs,
  argTypes: stageArgTypes,
  render: ({ 'case-id': caseId, 'heading-level': level }) =>
    html`<msp-check-in case-id=${caseId} heading-level=${level}></msp-check-in>`,
};

export default meta;
type Story = StoryObj<StageArgs>;

const checkIn = (canvas: HTMLElement) => inside(canvas, 'msp-check-in');

const planned: readonly Written[] = [
  ...journeys.underWay,
  written('checkIn.scheduled', { due: '2026-04-01', how: 'inPerson' }),
];

const due: readonly Written[] = [...planned, written('checkIn.fellDue')];

export const NoneIsPlanned: Story = {
  parameters: after(journeys.underWay),
  play: async ({ canvasElement }) => sees(await checkIn(canvasElement), 'No check-in is planned yet.'),
};

export const Waiting: Story = {
  parameters: after(planned),
  play: async ({ canvasElement }) =>
    sees(await checkIn(canvasElement), /The next check-in is planned for 1 April 2026/),
};

export const Due: Story = {
  parameters: after(due),
  play: async ({ canvasElement }) => sees(await checkIn(canvasElement), 'A check-in is due now.'),
};

export const Overdue: Story = {
  parameters: after([...due, written('checkIn.wentOverdue')]),
  play: async ({ canvasElement }) => sees(await checkIn(canvasElement), 'A check-in is overdue.'),
};

export const Recorded: Story = {
  parameters: after(due),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await checkIn(canvasElement);
    await open(screen, 'Record a check-in');
    await write(screen, 'What did they say?', 'Fridays are mine again.');
    await choose(screen, 'Yes', 'Is what we do making a difference to them?');
    await choose(screen, 'Yes', 'Are these still the things they want?');
    await choose(screen, 'Yes', 'Do they want us to carry on?');
    await press(screen, 'Save this check-in');
    await sees(screen, 'Fridays are mine again.');
  },
};

const asked: readonly Written[] = [
  ...journeys.underWay,
  written('enquiry.caused', {
    enquiryId: 'trust',
    to: 'St Brannock NHS Trust',
    about: 'How the bruises came about on the ward.',
    reportBy: '2026-04-10',
  }),
];

/** Another body was asked to make a part of the enquiry; the council stays responsible for the whole. */
export const SomebodyElseWasAsked: Story = {
  parameters: after(asked),
  play: async ({ canvasElement }) => {
    const screen = await checkIn(canvasElement);
    await sees(screen, 'St Brannock NHS Trust');
    await sees(screen, 'Not reported yet');
  },
};

/** The enquiry cannot be concluded while somebody still owes a report. */
export const ReportMissing: Story = {
  parameters: after(asked),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await checkIn(canvasElement);
    await open(screen, 'Conclude the enquiry');
    await sees(screen, /Before this can be recorded/);
    await sees(screen, /Care Act 2014 s42/);
  },
};

export const ReportedButNotEnough: Story = {
  parameters: after([
    ...asked,
    written('enquiry.reported', { enquiryId: 'trust', found: 'The ward was not asked yet.', enough: 'no' }),
  ]),
  play: async ({ canvasElement }) => sees(await checkIn(canvasElement), 'Reported, and it is not enough'),
};

/** A wish to stop closes nothing: it starts a conversation. */
export const SomebodyWantsToStop: Story = {
  parameters: after(planned),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await checkIn(canvasElement);
    await open(screen, 'Somebody wants to stop');
    await sees(screen, /It starts a conversation about why/);
  },
};
