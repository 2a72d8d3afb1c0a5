import { type Written, journeys, written } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { choose, inside, press, sees, write } from '../support/screen.js';
import { type StageArgs, after, open, stageArgTypes, stageArgs } from '../support/stage.js';

const meta: Meta<StageArgs> = {
  title: 'Closure/Closing',
  component: 'msp-closure',
  args: stageArgs,
  argTypes: stageArgTypes,
  render: ({ 'case-id': caseId, 'heading-level': level }) =>
    html`<msp-closure case-id=${caseId} heading-level=${level}></msp-closure>`,
};

export default meta;
type Story = StoryObj<StageArgs>;

const closure = (canvas: HTMLElement) => inside(canvas, 'msp-closure');

const exploring: readonly Written[] = [
  ...journeys.underWay,
  journeys.concluded,
  written('closure.requested', { words: 'It is too many visits. I would like this to stop now.' }, 'person'),
];

const exploredWith = (reasons: readonly ('tooMuchProcess' | 'dependsOnThem' | 'afraidOfConsequences')[]): Written =>
  written('closure.explored', {
    conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', words: 'He says it is you or him.' },
    reasons: [...reasons],
    words: 'He cooks, he drives, he has the key. If he goes, who comes?',
    alternativesOffered: ['careActAssessment'],
    understands: 'yes',
    wayBackGiven: 'yes',
  });

const flagged: readonly Written[] = [...exploring, exploredWith(['dependsOnThem'])];

/** Somebody wants to stop. Before anything is decided, somebody talks with the person about why. */
export const Exploring: Story = {
  parameters: after(exploring),
  play: async ({ canvasElement }) => {
    const screen = await closure(canvasElement);
    await sees(screen, 'The person wants to stop.');
    await sees(screen, 'Who did you talk with?');
  },
};

/** Somebody else’s refusal is never the person’s. */
export const SomebodyElseWantsToStop: Story = {
  parameters: after([
    ...journeys.underWay,
    written('closure.requested', { words: 'My mother does not need you.', wishOf: 'somebodyElse' }),
  ]),
  play: async ({ canvasElement }) => sees(await closure(canvasElement), /Their wish is not the person’s/),
};

/** The talk was not private: nothing is decided on it. */
export const NotPrivate: Story = {
  parameters: after(exploring),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await closure(canvasElement);
    await choose(screen, 'The person', 'Who did you talk with?');
    await userEvent.selectOptions(await screen.findByLabelText('How did you talk?'), 'inPerson');
    await choose(screen, 'No, or not all of the time');
    await choose(screen, 'Yes', 'Do they know how to come back to us?');
    await sees(screen, /The person was not free to speak. Talk with them again, alone and somewhere safe/);
  },
};

/** What was said is kept in the person’s voice, with what was offered instead. */
export const ExploredAndSaved: Story = {
  parameters: after(exploring),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await closure(canvasElement);
    await choose(screen, 'The person', 'Who did you talk with?');
    await userEvent.selectOptions(await screen.findByLabelText('How did you talk?'), 'inPerson');
    await choose(screen, 'Yes', 'Were they free to speak?');
    await write(screen, 'Why do they want to stop?', 'I have what I wanted, thank you.');
    await choose(screen, 'I have what I wanted');
    await choose(screen, 'Yes', 'Do they know how to come back to us?');
    await press(screen, 'Save what they said');
    await sees(screen, 'Why they want to stop');
    await sees(screen, 'They know how to come back.');
  },
};

/** The person depends on whoever is the risk: the choice may not be free, and a manager has to look. */
export const DecidingWithAFlag: Story = {
  parameters: after(flagged),
  play: async ({ canvasElement }) => {
    const screen = await closure(canvasElement);
    await sees(screen, 'I depend on them, for care, a home or money');
    await sees(screen, 'A manager looks at it');
  },
};

/** Closing is asked for before the second look: the decision says what is missing, and why. */
export const SecondLookNeeded: Story = {
  parameters: after(flagged),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await closure(canvasElement);
    await open(screen, 'Decide about closing');
    await choose(screen, 'We close, as agreed with them');
    await sees(screen, /A manager who did not have this conversation needs to look at it before closing/);
  },
};

/** A manager, who did not have the conversation, looks at it. */
export const SecondLook: Story = {
  parameters: after(flagged, 'manager'),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await closure(canvasElement);
    await open(screen, 'A manager looks at it');
    await write(screen, /What did you look at/, 'I rang her alone. She has the assessment booked, and her own key.');
    await press(screen, 'Record the second look');
    await sees(screen, /A manager looked at it/);
  },
};

/** Early: the enquiry is not concluded, and closing cannot be agreed. What is missing can be done right here. */
export const EnquiryNotConcluded: Story = {
  parameters: after([
    ...journeys.underWay,
    written('closure.requested', { words: 'Stop, please.' }, 'person'),
    exploredWith(['tooMuchProcess']),
  ]),
  play: async ({ canvasElement }) => sees(await closure(canvasElement), 'Conclude the enquiry'),
};

export const Reviewing: Story = {
  parameters: after(journeys.reviewing),
  play: async ({ canvasElement }) => {
    const screen = await closure(canvasElement);
    await sees(screen, 'What they asked for, and how it went');
    await sees(screen, 'I want to look after my own money.');
  },
};

/** Looking back is not finished while one thing that was agreed was not looked at. */
export const OutcomeNotReviewed: Story = {
  parameters: after(journeys.reviewing),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await closure(canvasElement);
    await open(screen, 'Finish looking back');
    await sees(screen, /Look back together at each thing that was agreed/);
  },
};

export const NobodyAskedToClose: Story = {
  parameters: after(journeys.underWay),
  play: async ({ canvasElement }) => sees(await closure(canvasElement), 'Nobody has asked to close this.'),
};
