import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eventSchemas } from '@msp/workflows';
import type { Role } from '@msp/workflows';
import { journeys, written as w } from '@msp/workflows/testing';
import type { Written } from '@msp/workflows/testing';
import { danglingIds, faults, focused, tabTo } from '../kit/dom.fixture.js';
import { StagePage } from '../stage/stage.fixture.js';
import '../define/msp-outcomes.js';

const { statutoryEnquiry, outcomeAgreed, underWay, advocateNotNeeded } = journeys;
const asked: readonly Written[] = [
  ...statutoryEnquiry,
  advocateNotNeeded,
  w('outcomes.asked', { result: 'expressed' }),
];
const expressed: readonly Written[] = [
  ...asked,
  w('outcome.expressed', {
    outcomeId: 'o1',
    words: 'I want to look after my own money.',
    saidBy: 'person',
    howWeWillKnow: 'My card is in my purse.',
  }),
];

const mount = (events: readonly Written[], role?: Role): Promise<StagePage> =>
  StagePage.open('msp-outcomes', events, role);

const considerAdvocate = async (page: StagePage): Promise<void> => {
  await page.choose(
    'advocacy-way-advocacy.considered',
    'advocacy-difficulty-none',
    'advocacy-appropriatePerson-exists-no',
  );
  await page.save('advocacy');
};

const writePlan = async (page: StagePage): Promise<void> => {
  await page.open('plan');
  await page.write('plan-actions-0-what', 'Go to the bank together');
  await page.write('plan-actions-0-who', 'practitioner-1');
  await page.day('plan-actions-0-by', '2026-03-20');
};

describe('msp-outcomes', () => {
  it('leads from the advocate through asking and answering to the plan', async () => {
    const page = await mount(statutoryEnquiry);
    expect(page.isOpen('advocacy')).to.equal(true);
    await considerAdvocate(page);
    expect(page.isOpen('asked')).to.equal(true);
    await page.choose('asked-result-expressed');
    await page.save('asked');
    expect(page.isOpen('expressed')).to.equal(true);
    expect(focused()?.id).to.equal('expressed-summary');
    await page.write('expressed-words', ' I want my card back. ');
    await page.choose('expressed-saidBy-person');
    await page.write('expressed-howWeWillKnow', 'It is in my purse.');
    await page.save('expressed');
    const id = Object.keys(page.case.facts.outcomes.outcomes)[0] ?? '';
    expect(page.find('.card blockquote').textContent).to.equal(' I want my card back. ');
    expect(page.isOpen(`answer-${id}`)).to.equal(true);
    await page.choose(`answer-${id}-way-outcome.agreed`);
    await page.save(`answer-${id}`);
    expect(page.isOpen('plan')).to.equal(true);
    await writePlan(page);
    await page.save('plan');
    expect(page.case.state.journey).to.deep.equal({ active: { checkIns: 'waiting' } });
    expect(page.sent.map(({ type }) => type)).to.deep.equal([
      'advocacy.considered',
      'outcomes.asked',
      'outcome.expressed',
      'outcome.agreed',
      'plan.agreed',
    ]);
    for (const { type, data } of page.sent) expect(eventSchemas[type].safeParse(data).success, type).to.equal(true);
  });

  it('shows outcome-unanswered with its law, leads to the answer, and is clear afterwards', async () => {
    const page = await mount(expressed);
    await writePlan(page);
    await page.save('plan');
    expect(page.words('outcome-unanswered')).to.contain('has no answer yet');
    expect(page.words('outcome-unanswered')).to.contain('making safeguarding personal');
    page.find('[data-code=outcome-unanswered] button').click();
    await page.settle();
    expect(focused()?.id).to.equal('answer-o1-summary');
    await page.choose('answer-o1-way-outcome.declined');
    await page.write('answer-o1-because', 'The bank does not allow it.');
    await page.write('answer-o1-insteadOffered', 'A card of her own.');
    await page.save('answer-o1');
    expect(page.codes).to.deep.equal([]);
    expect(page.text).to.contain('Offered instead: A card of her own.');
    await page.save('plan');
    expect(page.sent.at(-1)?.type).to.equal('plan.agreed');
  });

  it('keeps what was said at first beside the new words, and asks whether they agree', async () => {
    const page = await mount(expressed);
    await page.choose('answer-o1-way-outcome.reworked');
    await page.write('answer-o1-words', 'I want my card, and help with bills.');
    await page.write('answer-o1-because', 'Bills had piled up.');
    await page.choose('answer-o1-personAgrees-no');
    await page.save('answer-o1');
    expect(page.text).to.contain('Put differently, but they do not agree');
    expect(page.text).to.contain('First said: “I want to look after my own money.”');
    await page.open('answer-o1');
    await page.choose('answer-o1-way-outcome.withdrawn');
    await page.save('answer-o1');
    expect(page.text).to.contain('Taken back');
    expect(page.has('#answer-o1-summary')).to.equal(false);
  });

  it('asks why, where the person was not asked', async () => {
    const page = await mount([...statutoryEnquiry, advocateNotNeeded]);
    await page.choose('asked-result-notAsked');
    await page.save('asked');
    expect(page.find('.error-summary').textContent).to.contain('Write why the person was not asked');
    await page.write('asked-because', 'In hospital until Monday.');
    await page.save('asked');
    expect(page.sent.at(-1)?.data).to.deep.equal({ result: 'notAsked', because: 'In hospital until Monday.' });
  });

  it('asks for an advocate where one is owed, and for an urgent plan only then', async () => {
    const page = await mount([
      ...asked,
      w('advocacy.considered', { difficulty: ['retain'], appropriatePerson: { exists: 'no' } }),
    ]);
    expect(page.isOpen('advocacy')).to.equal(true);
    await page.open('asked');
    expect(page.words('advocate-owed')).to.contain('Care Act 2014 s68');
    await page.open('plan');
    expect(page.has('#plan-urgent')).to.equal(true);
    await page.choose('advocacy-way-advocate.appointed');
    await page.write('advocacy-who', 'An Advocate');
    await page.save('advocacy');
    expect(page.codes).not.to.contain('advocate-owed');
    expect(page.has('#plan-urgent')).to.equal(false);
  });

  it('asks for the ground where the plan goes against what the person said', async () => {
    const page = await mount([
      ...expressed,
      w('outcome.agreed', { outcomeId: 'o1' }),
      w('wishes.recorded', { about: 'act', answer: 'no' }, 'person'),
    ]);
    expect(page.isOpen('override')).to.equal(true);
    await page.open('plan');
    expect(page.codes).to.contain('wishes-not-overridden');
    await page.choose('override-about-act', 'override-grounds-coercion', 'override-told-no');
    await page.write('override-proportionate', 'Only the card.');
    await page.write('override-notExplainedBecause', 'He is in the room.');
    await page.save('override');
    expect(page.codes).not.to.contain('wishes-not-overridden');
  });

  it('uses the same name for an outcome when a lost answer is sent again', async () => {
    const page = await mount(asked);
    await page.write('expressed-words', 'I want to see my sister.');
    await page.choose('expressed-saidBy-person');
    page.desk.unreachable = true;
    await page.save('expressed');
    expect(page.text).to.contain('We cannot reach the service');
    expect(page.find<HTMLTextAreaElement>('#expressed-words').value).to.equal('I want to see my sister.');
    page.desk.unreachable = false;
    await page.save('expressed');
    await page.open('expressed');
    await page.write('expressed-words', 'And my cat.');
    await page.choose('expressed-saidBy-person');
    await page.save('expressed');
    expect(Object.keys(page.case.facts.outcomes.outcomes)).to.have.length(2);
  });

  it('writes down what they want with the keyboard alone', async () => {
    const page = await mount(asked);
    await tabTo((element) => element.id === 'expressed-words', 'the box for their words');
    await sendKeys({ type: 'I want my card back.' });
    await tabTo((element) => element.id === 'expressed-saidBy-person', 'who said it');
    await sendKeys({ press: 'Space' });
    await tabTo((element) => element.textContent?.trim() === 'Save what they want', 'the button');
    await sendKeys({ press: 'Enter' });
    await page.settle();
    expect(page.text).to.contain('I want my card back.');
    expect(focused()?.id).to.match(/^answer-.*-summary$/);
  });

  it('has nothing that axe finds, in each state', async () => {
    for (const [events, role] of [
      [statutoryEnquiry],
      [expressed],
      [[...statutoryEnquiry, ...outcomeAgreed]],
      [underWay],
      [underWay, 'advocate'],
    ] as const) {
      const page = await mount(events, role);
      expect(await faults(page.element)).to.deep.equal([]);
      expect(danglingIds(page.root)).to.deep.equal([]);
    }
    const page = await mount(expressed);
    await page.save('answer-o1');
    await page.open('plan');
    await page.save('plan');
    expect(page.has('.error-summary')).to.equal(true);
    expect(await faults(page.element)).to.deep.equal([]);
    await writePlan(page);
    await page.save('plan');
    expect(page.has('.outcome')).to.equal(true);
    expect(await faults(page.element)).to.deep.equal([]);
  });
});
