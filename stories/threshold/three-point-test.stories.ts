import { journeys, written } from '@msp/workflows/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, inside, press, sees, seesNot, write } from '../support/screen.js';
import { type StageArgs, after, open, stageArgTypes, stageArgs } from '../support/stage.js';

const meta: Meta<StageArgs> = {
  title: 'Threshold/Three-point test',
  component: 'msp-three-point-test',
  args: stageArgs,
  argTypes: stageArgTypes,
  render: ({ 'case-id': caseId, 'heading-level': level }) =>
    html`<msp-three-point-test case-id=${caseId} heading-level=${level}></msp-three-point-test>`,
};

export default meta;
type Story = StoryObj<StageArgs>;

const test = (canvas: HTMLElement) => inside(canvas, 'msp-three-point-test');

const limb = (name: 'needs' | 'abuseOrRisk' | 'unableToProtect', answer: 'met' | 'notMet' | 'unclear') =>
  written('threshold.limbAssessed', { limb: name, answer, because: 'Two visits, and what she said' });

/** Nothing is decided about somebody before they had the chance to speak: that step comes first. */
export const NothingAnswered: Story = {
  parameters: after(journeys.acknowledged),
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await sees(screen, 'Do they need care and support?');
    await sees(screen, 'Not answered yet');
    await sees(screen, 'Talk with the person');
  },
};

export const OnePointUnclear: Story = {
  parameters: after([...journeys.heard, limb('needs', 'met'), limb('abuseOrRisk', 'unclear')]),
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await sees(screen, 'Still unclear');
    await sees(screen, /Two visits, and what she said/);
  },
};

export const OnePointNotMet: Story = {
  parameters: after(journeys.notAllLimbsMet),
  play: async ({ canvasElement }) => sees(await test(canvasElement), 'One point is not met, so the test is not met.'),
};

export const AllPointsMet: Story = {
  parameters: after(journeys.allLimbsMet),
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await sees(screen, 'All three points are met.');
    await sees(screen, 'I want to do my own shopping again.');
  },
};

/** Answered, but nobody has talked with the person: the decision says what comes first, and which law asks for it. */
export const PersonNotHeard: Story = {
  parameters: after([
    ...journeys.acknowledged,
    limb('needs', 'met'),
    limb('abuseOrRisk', 'met'),
    limb('unableToProtect', 'met'),
  ]),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await open(screen, 'Decide');
    await sees(screen, /Nobody has spoken with the person yet/);
    await sees(screen, /Care Act 2014 s1\(3\)\(e\)/);
  },
};

/** All three points are met, and somebody chooses no enquiry: the engine says at once why that cannot be. */
export const TheDutyToEnquire: Story = {
  parameters: after(journeys.allLimbsMet),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await open(screen, 'Decide');
    await choose(screen, /No enquiry: help in another way/);
    await sees(screen, /the council must make an enquiry. This does not depend on consent/);
    await sees(screen, /Care Act 2014 s42\(2\)$/);
  },
};

export const AnAnswerWithoutAReason: Story = {
  parameters: after(journeys.heard),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await choose(screen, 'Yes, this point is met');
    await press(screen, 'Save this answer');
    await sees(screen, 'There is a problem');
  },
};

/** The answer is kept, and the next question is open. */
export const AnAnswerSaved: Story = {
  parameters: after(journeys.heard),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await choose(screen, 'Yes, this point is met');
    await write(screen, /Why do you say so/, 'She cannot get to the shops, or lift a kettle.');
    await press(screen, 'Save this answer');
    await sees(screen, /She cannot get to the shops, or lift a kettle/);
    await sees(screen, 'Met');
  },
};

/** Somebody else recorded something a moment earlier: nothing is overwritten. */
export const SomebodyElseWasFaster: Story = {
  parameters: after(journeys.heard, 'practitioner', { meanwhile: [limb('needs', 'unclear')] }),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await choose(screen, 'Yes, this point is met');
    await write(screen, /Why do you say so/, 'She cannot get to the shops.');
    await press(screen, 'Save this answer');
    await sees(screen, /A practitioner recorded something at/);
  },
};

/** Nobody answers: what was written is still there. */
export const NotSaved: Story = {
  parameters: after(journeys.heard, 'practitioner', { network: 'unreachable-for-sending' }),
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await choose(screen, 'Yes, this point is met');
    await write(screen, /Why do you say so/, 'She cannot get to the shops.');
    await press(screen, 'Save this answer');
    await sees(screen, 'We cannot reach the service');
  },
};

export const Decided: Story = {
  parameters: after(journeys.statutoryEnquiry),
  play: async ({ canvasElement }) => sees(await test(canvasElement), 'Decided: Make a statutory enquiry.'),
};

/** An advocate reads, and decides nothing. */
export const AsAnAdvocateSeesIt: Story = {
  parameters: after(journeys.allLimbsMet, 'advocate'),
  play: async ({ canvasElement }) => {
    const screen = await test(canvasElement);
    await sees(screen, /You can read this/);
    await seesNot(screen, 'Save this answer');
  },
};
