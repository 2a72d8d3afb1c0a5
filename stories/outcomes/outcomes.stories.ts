import { type Written, journeys, written } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, inside, press, sees, write } from '../support/screen.js';
import { type StageArgs, after, open, stageArgTypes, stageArgs } from '../support/stage.js';

const meta: Meta<StageArgs> = {
  title: 'Outcomes/What the person wants',
  component: 'msp-outcomes',
  args: stageArgs,
  argTypes: stageArgTypes,
  render: ({ 'case-id': caseId, 'heading-level': level }) =>
    html`<msp-outcomes case-id=${caseId} heading-level=${level}></msp-outcomes>`,
};

export default meta;
type Story = StoryObj<StageArgs>;

const outcomes = (canvas: HTMLElement) => inside(canvas, 'msp-outcomes');

const asked: readonly Written[] = [
  ...journeys.statutoryEnquiry,
  journeys.advocateNotNeeded,
  written('outcomes.asked', { result: 'expressed' }),
];

const wants = (outcomeId: string, words: string, howWeWillKnow?: string): Written =>
  written(
    'outcome.expressed',
    { outcomeId, words, saidBy: 'person', ...(howWeWillKnow ? { howWeWillKnow } : {}) },
    'person',
  );

const card = wants('card', 'I want my card back, and nobody told off.', 'My card is in my purse on a Friday.');
const shopping = wants('shopping', 'I want to do my own shopping again.');

export const Listening: Story = {
  parameters: after([...journeys.statutoryEnquiry, journeys.advocateNotNeeded]),
  play: async ({ canvasElement }) => {
    const screen = await outcomes(canvasElement);
    await sees(screen, 'Ask what they want');
    await sees(screen, 'Nobody has said yet what they want.');
  },
};

/** Before the person is asked: could it be hard for them to take part without help? */
export const AdvocateNotThoughtAboutYet: Story = {
  parameters: after(journeys.statutoryEnquiry),
  play: async ({ canvasElement }) => sees(await outcomes(canvasElement), /Think about an advocate before you ask/),
};

/** The person finds it hard to take part and has nobody: nothing goes on without an advocate, and the law is named. */
export const AdvocateOwed: Story = {
  parameters: after([
    ...journeys.statutoryEnquiry,
    written('advocacy.considered', { difficulty: ['retain', 'useOrWeigh'], appropriatePerson: { exists: 'no' } }),
  ]),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await outcomes(canvasElement);
    await open(screen, 'Ask what they want');
    await sees(screen, /This person needs an independent advocate to take part/);
    await sees(screen, /Care Act 2014 s68/);
  },
};

/** What they asked for stands there in their words, and has no answer yet. */
export const Agreeing: Story = {
  parameters: after([...asked, card, shopping]),
  play: async ({ canvasElement }) => {
    const screen = await outcomes(canvasElement);
    await sees(screen, 'I want my card back, and nobody told off.');
    await sees(screen, 'No answer yet');
  },
};

/** Put differently, and the person does not agree: that is no answer. */
export const Disputed: Story = {
  parameters: after([
    ...asked,
    card,
    written('outcome.reworked', {
      outcomeId: 'card',
      words: 'She has a new card and help with it.',
      because: 'The bank has blocked the old card.',
      personAgrees: 'no',
    }),
  ]),
  play: async ({ canvasElement }) => {
    const screen = await outcomes(canvasElement);
    await sees(screen, 'Put differently, but they do not agree');
    await sees(screen, /I want my card back, and nobody told off/);
  },
};

/** An honest no, with the reason and what is offered instead. */
export const Declined: Story = {
  parameters: after([
    ...asked,
    card,
    wants('move', 'I want him to move out tomorrow.'),
    written('outcome.agreed', { outcomeId: 'card' }),
    written('outcome.declined', {
      outcomeId: 'move',
      because: 'It is his home too, and we have no power to make him leave.',
      insteadOffered: 'A solicitor’s advice, and somewhere to stay for you.',
    }),
  ]),
  play: async ({ canvasElement }) => {
    const screen = await outcomes(canvasElement);
    await sees(screen, 'Cannot be done');
    await sees(screen, /A solicitor’s advice, and somewhere to stay for you/);
  },
};

/** A plan before everything is answered: the engine says what is still open. */
export const PlanTooEarly: Story = {
  parameters: after([...asked, card, shopping, written('outcome.agreed', { outcomeId: 'card' })]),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await outcomes(canvasElement);
    await open(screen, 'Agree the plan');
    await sees(screen, /One thing the person asked for has no answer yet/);
  },
};

export const ReadyForAPlan: Story = {
  parameters: after([...journeys.statutoryEnquiry, ...journeys.outcomeAgreed]),
  play: async ({ canvasElement }) => {
    const screen = await outcomes(canvasElement);
    await sees(screen, 'Agree the plan');
    await sees(screen, 'What will be done');
  },
};

/** Long words stay readable on a narrow screen. */
export const LongWords: Story = {
  parameters: after([
    ...asked,
    wants(
      'long',
      'I want everything to be as it was before my son lost his job: him coming on Sundays, the two of us cooking, and no more talk about money, forms, meetings, or who said what to whom. ' +
        'And I want to be asked first, before anybody rings anybody, every single time. Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch is where my sister lives and she must not be told.',
    ),
  ]),
  play: async ({ canvasElement }) => sees(await outcomes(canvasElement), /him coming on Sundays/),
};

/** Written down as it was said, and there at once. */
export const WritingDownWhatTheyWant: Story = {
  parameters: after(asked),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await outcomes(canvasElement);
    await open(screen, 'Write down what they want');
    await write(screen, 'What do they want to happen?', 'My own front door key.');
    await choose(screen, 'The person');
    await press(screen, 'Save what they want');
    await sees(screen, 'My own front door key.');
  },
};
