import type { MspConcernFormElement } from '@msp/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { demo } from '../support/demo.js';
import { neutralPage } from '../support/neutral-page.js';
import { choose, hasFocus, inside, press, sees, seesNot, write } from '../support/screen.js';

type Args = {
  mode: string;
  phone: string | undefined;
  'name-of-council': string | undefined;
  'heading-level': number;
  prefill: MspConcernFormElement['prefill'];
};

const meta: Meta<Args> = {
  title: 'Concern/Concern form',
  component: 'msp-concern-form',
  args: { mode: 'native', phone: '01632 960 411', 'name-of-council': 'Larkshire Council', 'heading-level': 1 },
  argTypes: { 'heading-level': { control: { type: 'number', min: 1, max: 3 } } },
  render: ({ mode, phone, 'name-of-council': council, 'heading-level': level, prefill }) => html`
    <msp-concern-form
      mode=${mode}
      phone=${phone ?? nothing}
      name-of-council=${council ?? nothing}
      heading-level=${level}
      exit-to=${neutralPage()}
      .prefill=${prefill}
    ></msp-concern-form>
  `,
};

export default meta;
type Story = StoryObj<Args>;

const form = (canvas: HTMLElement) => inside(canvas, 'msp-concern-form');

/** Reached by pressing what a reader presses: a docs page cannot show it, so it stands on a page of its own. */
const walked = ['!autodocs'];

const words = 'He takes her bank card every Friday and she has no food in the house.';

/** Before the first question it says who reads this, when others are told, and what leaving can and cannot do. */
export const BeforeTheFirstQuestion: Story = {
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await sees(screen, 'Tell us what worries you');
    await sees(screen, /It cannot empty the list of pages that you visited/);
  },
};

/** What the page does not say is left out in plain words: no council's name, no number. */
export const WithoutCouncilOrNumber: Story = {
  args: { phone: undefined, 'name-of-council': undefined },
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await sees(screen, /adult safeguarding team at your council/);
    await sees(screen, 'Call your council and ask for adult safeguarding.');
  },
};

/** For whoever is not sure: what belongs where, all at once, and whom to call. */
export const WhereItBelongs: Story = {
  tags: walked,
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await press(screen, 'Not sure if this is the right place?');
    await sees(screen, 'Where does this belong?');
    await sees(screen, 'A care service does its work badly');
  },
};

/** Saved, with a code that is shown once. */
export const SavedToComeBackTo: Story = {
  tags: walked,
  args: { mode: 'demo' },
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await press(screen, 'Start');
    await press(screen, 'Save it and come back later');
    await press(screen, 'Save it');
    await sees(screen, 'It is saved, but not sent');
    await sees(screen, '2222-3333-4444-5555');
  },
};

export const ComeBackWithACode: Story = {
  tags: walked,
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await press(screen, 'Come back with a code');
    await press(screen, 'Open it');
    await sees(screen, 'There is a problem');
  },
};

export const FirstPage: Story = {
  tags: walked,
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await press(screen, 'Start');
    await sees(screen, 'What brings you here?');
    await hasFocus(screen.getByRole('heading', { name: 'What brings you here?' }));
  },
};

const takeWayIn =
  (answer: RegExp, next: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await press(screen, 'Start');
    await choose(screen, answer);
    await press(screen, 'Continue');
    await sees(screen, next);
  };

export const AboutSomebodyElse: Story = {
  tags: walked,
  play: takeWayIn(/worried about somebody/, 'What has happened?'),
};

export const AboutMyself: Story = {
  tags: walked,
  play: takeWayIn(/worried about myself/, 'What has been happening to you?'),
};

export const FromAnOrganisation: Story = {
  tags: walked,
  play: takeWayIn(/work for an organisation/, 'What has happened?'),
};

/** The only question that has to be answered says so only when somebody goes on without an answer. */
export const QuestionWithAnError: Story = {
  tags: walked,
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await press(screen, 'Start');
    await press(screen, 'Continue');
    await press(screen, 'Continue');
    await sees(screen, 'There is a problem');
    await sees(screen, /Tell us what has happened. A few words are enough./);
  },
};

/** Somebody in danger now is told what can come at once, beside the answer. */
export const InDangerNow: Story = {
  tags: walked,
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await press(screen, 'Start');
    await press(screen, 'Continue');
    await write(screen, 'What has happened?', words);
    await press(screen, 'Continue');
    await choose(screen, /^Yes/, 'Is anybody in danger right now?');
    await sees(screen, /Call 999 now/);
    await sees(screen, 'Send it now with what you have told us');
  },
};

const toTheEnd = async (canvas: HTMLElement) => {
  const screen = await form(canvas);
  await press(screen, 'Start');
  await press(screen, 'Continue');
  await write(screen, 'What has happened?', words);
  await press(screen, 'Continue');
  for (let pages = 0; pages < 20; pages += 1) {
    if (screen.queryByText('Check your answers')) return screen;
    await press(screen, 'Continue');
  }
  throw new Error('The form never came to its end.');
};

export const CheckYourAnswers: Story = {
  tags: walked,
  play: async ({ canvasElement }) => {
    const screen = await toTheEnd(canvasElement);
    await sees(screen, words);
    await sees(screen, 'Not answered');
  },
};

/** What the page around knows already stands there as an answer, and can be changed. */
export const FilledInByThePageAround: Story = {
  tags: walked,
  args: { prefill: { location: 'hospitalAcute', referrer: { organisation: 'St Brannock NHS Trust' } } },
  play: async ({ canvasElement }) => {
    const screen = await toTheEnd(canvasElement);
    await sees(screen, /hospital/i);
  },
};

/** A receipt is shown only when the server said that the concern is kept. */
export const Receipt: Story = {
  tags: walked,
  play: async ({ canvasElement }) => {
    const screen = await toTheEnd(canvasElement);
    await press(screen, 'Send');
    await sees(screen, 'We have it. Thank you for telling us.');
    await sees(screen, /^MSP-\w{4}-\w{4}$/);
    await sees(screen, 'Larkshire Council reads it within 1 working day.');
    await seesNot(screen, words);
  },
};

export const NotSentYet: Story = {
  tags: walked,
  parameters: demo(() => ({ network: 'unreachable' })),
  play: async ({ canvasElement }) => {
    const screen = await toTheEnd(canvasElement);
    await press(screen, 'Send');
    await sees(screen, 'Not sent yet');
    await sees(screen, /Your words are still here/);
    await seesNot(screen, /^MSP-/);
  },
};

/** While it is on its way, pressing again does nothing. */
export const OnItsWay: Story = {
  tags: walked,
  parameters: demo(() => ({ network: 'waiting' })),
  play: async ({ canvasElement }) => {
    const screen = await toTheEnd(canvasElement);
    await press(screen, 'Send');
    await sees(screen, 'Sending…');
  },
};

/** Anything but `native` shows no form, and says whom to call. */
export const InAModeThatIsNotThere: Story = {
  args: { mode: 'isolated' },
  play: async ({ canvasElement }) => {
    const screen = await form(canvasElement);
    await sees(screen, 'This form cannot be shown here.');
    await sees(screen, /01632 960 411/);
  },
};
